import * as l10n from '@vscode/l10n';
import type { MetricSlot } from '../../core/metrics/metricSlot.ts';
import type { QuestionTally } from '../../core/metrics/tally.ts';
import type { Task } from '../../core/model/purpose.ts';
import type { Spending } from '../../core/budget/spending.ts';
import { taskText } from '../text/assistanceText.ts';
import { measureText, money, tokenCount } from '../text/budgetText.ts';
import { plainLabel } from '../text/cleanText.ts';
import { dayTexts, decimal, percentText } from '../text/numberText.ts';
import { spendText } from './spendText.ts';
import { detailLine, type ViewLine } from './viewLine.ts';

/** What the view Usage is made of. */
export interface UsageSources {
  readonly today: MetricSlot;
  readonly month: MetricSlot;
  /** What this workspace has used of its budget; undefined: not known yet. */
  readonly spending: Spending | undefined;
  /** When the budget of this month ends at the pace of late, wall-clock ms; undefined: it lasts. */
  readonly endsAt: number | undefined;
  /** Since when questions are known, wall-clock ms; undefined: there are none. */
  readonly since: number | undefined;
  /** When this month began, wall-clock ms. */
  readonly monthBeganAt: number;
  readonly labelOf: (target: string) => string;
  /** How old the prices are that costs rest on; undefined: not too old. */
  readonly pricesFrom?: string | undefined;
}

/** What was used, for what, and what is left; nothing before the first question. */
export function usageLines(sources: UsageSources): readonly ViewLine[] {
  const { today, month, since } = sources;
  if (since === undefined) return [];
  return [
    period({ id: 'today', label: l10n.t('Today'), isOpen: true }, today.all),
    period({ id: 'month', label: l10n.t('This month'), isOpen: false, note: reachText(sources) }, month.all),
    ...budgetLine(sources),
    ...groupLine({ id: 'models', label: l10n.t('By model, this month'), icon: 'server' }, modelsOf(sources)),
    ...groupLine({ id: 'tasks', label: l10n.t('By task, this month'), icon: 'list-unordered' }, tasksOf(sources)),
  ];
}

/** That the journal does not reach back to the first of the month, where it does not. */
const reachText = ({ since = 0, monthBeganAt }: UsageSources): string =>
  since > monthBeganAt + 86_400_000 ? l10n.t('known since {0}', dateText(since)) : '';

interface Period extends Pick<ViewLine, 'id' | 'label'> {
  readonly isOpen: boolean;
  readonly note?: string;
}

function period({ id, label, isOpen, note = '' }: Period, tally: QuestionTally): ViewLine {
  const { questions, fallbacks, answered, hits, lookUps, unanswered, doubtful } = tally;
  const description = [spendText(tally.spent), note].filter(words => words !== '').join(' · ');
  const below = [
    detailLine(id, 'questions', [l10n.t('Questions'), endsText(questions, answered, unanswered)]),
    detailLine(id, 'fallbacks', [l10n.t('Answered by a fallback'), ofText(fallbacks, answered)]),
    detailLine(id, 'hits', [l10n.t('Answered from the cache'), ofText(hits, lookUps)]),
    detailLine(id, 'doubtful', [l10n.t('Doubted answers'), ofText(doubtful, answered)]),
    detailLine(id, 'saved', [l10n.t('Saved'), savedWords(tally)]),
  ];
  return { id, label, description, icon: 'calendar', isOpen, lines: below };
}

const endsText = (questions: number, answered: number, unanswered: number): string =>
  unanswered === 0
    ? l10n.t('{0}, {1} answered', decimal(questions, 0), decimal(answered, 0))
    : l10n.t(
        '{0}, {1} answered, {2} without any model',
        decimal(questions, 0),
        decimal(answered, 0),
        decimal(unanswered, 0),
      );

/** '3 of 40 (8 %)'; never a share of nothing. */
const ofText = (part: number, whole: number): string =>
  whole === 0
    ? decimal(part, 0)
    : l10n.t('{0} of {1} ({2})', decimal(part, 0), decimal(whole, 0), percentText(part, whole));

const savedWords = ({ savedTokens, savedUsd }: QuestionTally): string =>
  savedUsd > 0
    ? l10n.t('≈ {0} tokens, {1}', tokenCount(savedTokens), money(savedUsd))
    : l10n.t('≈ {0} tokens', tokenCount(savedTokens));

function budgetLine({ spending, endsAt, pricesFrom }: UsageSources): readonly ViewLine[] {
  if (!spending) return [];
  const lines = spending.measures.map((measure): ViewLine => ({
    id: `budget ${measure.which}`,
    label: measureText(measure, spending),
    icon: 'graph',
  }));
  const pace = endsAt === undefined ? l10n.t('lasts at this pace') : l10n.t('at this pace until {0}', dateText(endsAt));
  const old =
    pricesFrom === undefined
      ? []
      : [{ id: 'prices', label: l10n.t('Prices are those of {0}', pricesFrom), icon: 'info' }];
  const isLimited = spending.measures.some(({ which, limit }) => which !== 'day' && limit > 0);
  return [
    {
      ...{ id: 'budget', label: l10n.t('Budget of this workspace'), icon: 'graph', isOpen: true, context: 'budget' },
      ...(isLimited && { description: pace }),
      lines: [...lines, ...old],
    },
  ];
}

const groupLine = (line: ViewLine, lines: readonly ViewLine[]): readonly ViewLine[] =>
  lines.length === 0 ? [] : [{ ...line, lines }];

const modelsOf = ({ month, labelOf }: UsageSources): readonly ViewLine[] =>
  [...month.targets]
    .toSorted(([, one], [, other]) => tokensOf(other.spent) - tokensOf(one.spent))
    .map(([target, { spent }]) => ({
      ...{ id: `model ${target}`, label: plainLabel(labelOf(target)), description: spendText(spent), icon: 'server' },
    }));

const tasksOf = ({ month }: UsageSources): readonly ViewLine[] =>
  [...month.tasks]
    .toSorted(([, one], [, other]) => tokensOf(other.spent) - tokensOf(one.spent))
    .map(([task, { questions, spent }]) => ({
      ...{ id: `task ${task}`, label: task === '' ? l10n.t('Other') : taskText(task as Task), icon: 'circle-small' },
      description: `${decimal(questions, 0)} · ${spendText(spent)}`,
    }));

const dateText = (at: number): string => dayTexts([at])[0] ?? '';

const tokensOf = ({ inputTokens, outputTokens }: { inputTokens: number; outputTokens: number }): number =>
  inputTokens + outputTokens;
