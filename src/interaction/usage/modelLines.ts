import * as l10n from '@vscode/l10n';
import type { FailureKind } from '../../core/model/failure.ts';
import type { TargetTally } from '../../core/metrics/tally.ts';
import type { TargetStatus } from '../../core/status/targetStatus.ts';
import { lineOfTarget } from '../targets/targetIdOf.ts';
import { plainLabel } from '../text/cleanText.ts';
import { failureName } from '../text/failureNames.ts';
import { decimal } from '../text/numberText.ts';
import { retirementText } from '../status/retirementText.ts';
import { duration } from '../text/time.ts';
import { slownessText } from '../status/switchedText.ts';
import { conditionIcons, lastFailureText, targetState } from '../status/statusText.ts';
import { actionsFor } from '../status/targetAction.ts';
import { spendText } from './spendText.ts';
import { detailLine, type ViewLine } from './viewLine.ts';

/** What the view Models is made of. */
export interface ModelSources {
  /** The chain, in order. */
  readonly targets: readonly TargetStatus[];
  /** What the attempts of today came to, by target id. */
  readonly today: ReadonlyMap<string, TargetTally>;
  /** The same of this week, from which times are told: those of a day are few. */
  readonly week: ReadonlyMap<string, TargetTally>;
}

/** The models in the order in which they are asked: how each stands, how quick it is, what it does today. */
export const modelLines = ({ targets, today, week }: ModelSources): readonly ViewLine[] =>
  targets.map((status, index): ViewLine => {
    const { id, condition } = status;
    const lines = detailsOf(status, today.get(id), week.get(id));
    const line = {
      ...{ id, lines, label: plainLabel(status.label), icon: conditionIcons[condition] },
      description: [placeText(index), targetState(status), ...notices(status), ...speed(week.get(id))].join(' · '),
      context: ['target', ...actionsFor(condition)].join(' '),
    };
    return lineOfTarget(line, id);
  });

/** What is wrong besides how it stands. */
const notices = ({ retirement, slow }: TargetStatus): readonly string[] => [
  ...(retirement ? [retirementText(retirement)] : []),
  ...(slow ? [slownessText(slow)] : []),
];

const placeText = (index: number): string => (index === 0 ? l10n.t('first choice') : l10n.t('no. {0}', index + 1));

function speed(tally: TargetTally | undefined): readonly string[] {
  const median = tally?.took.quantile(0.5);
  return median === undefined ? [] : [l10n.t('median {0}', duration(median))];
}

function detailsOf(
  { id, lastFailure }: TargetStatus,
  today: TargetTally | undefined,
  week: TargetTally | undefined,
): readonly ViewLine[] {
  return [
    ...timesLine(week).map(words => detailLine(id, 'times', [l10n.t('Time to an answer, 7 days'), words])),
    ...(today ? [detailLine(id, 'attempts', [l10n.t('Requests today'), attemptsText(today)])] : []),
    ...(today && today.failures.size > 0
      ? [detailLine(id, 'failures', [l10n.t('Failures today'), failuresText(today.failures)])]
      : []),
    ...(today ? [detailLine(id, 'spent', [l10n.t('Used today'), spendText(today.spent)])] : []),
    ...(lastFailure ? [detailLine(id, 'failure', [l10n.t('Last failure'), lastFailureText(lastFailure)])] : []),
  ];
}

function timesLine(tally: TargetTally | undefined): readonly string[] {
  const [median, p95] = [tally?.took.quantile(0.5), tally?.took.quantile(0.95)];
  const first = tally?.firstToken.quantile(0.5);
  if (median === undefined || p95 === undefined) return [];
  const whole = l10n.t('median {0}, 95 % within {1}', duration(median), duration(p95));
  return [first === undefined ? whole : `${whole}, ${l10n.t('first words after {0}', duration(first))}`];
}

function attemptsText({ attempts, answered, failed, retries }: TargetTally): string {
  const told = [l10n.t('{0}, {1} answered', decimal(attempts, 0), decimal(answered, 0))];
  if (failed > 0) told.push(l10n.t('{0} failed', decimal(failed, 0)));
  if (retries > 0) told.push(l10n.t('{0} repeats', decimal(retries, 0)));
  return told.join(', ');
}

const failuresText = (failures: ReadonlyMap<string, number>): string =>
  [...failures]
    .toSorted(([, one], [, other]) => other - one)
    .map(([kind, count]) => `${failureName(kind as FailureKind)} (${decimal(count, 0)})`)
    .join(', ');
