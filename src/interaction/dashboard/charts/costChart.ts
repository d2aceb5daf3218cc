import * as l10n from '@vscode/l10n';
import type { ChartView } from '../../../shared/dashboardProtocol.ts';
import { money, tokenCount } from '../../text/budgetText.ts';
import { percentText } from '../../text/numberText.ts';
import { columnWords, type Column } from './columns.ts';
import { wholeOf, type DaySum, type TargetSum } from '../sums/daySums.ts';
import type { Palette } from './palette.ts';

/** What was spent on whom, by day: money, or tokens where no price is known. */
export function costChart(days: readonly DaySum[], labels: readonly string[], palette: Palette): ChartView {
  const whole = totalOf([...wholeOf(days).targets.values()]);
  const isPriced = whole.usd > 0 || whole.unpricedTokens === 0;
  const amountOf = (target: TargetSum): number => (isPriced ? target.usd : tokensOf(target));
  const columns = columnsOf(days, palette, amountOf);
  const words = columnWords(columns, labels, isPriced ? money : tokenCount);
  const isEmpty = columns.every(({ values }) => values.every(value => value === 0));
  const title = isPriced ? l10n.t('Cost by day') : l10n.t('Tokens by day');
  return {
    id: 'cost',
    title,
    summary: summaryOf(whole),
    notes: notesOf(whole),
    ...(!isEmpty && {
      drawing: {
        kind: 'bars',
        unit: isPriced ? 'usd' : 'tokens',
        labels,
        readouts: words.readouts,
        series: columns.map(({ name, look = 0, values }) => ({ name, look, values })),
        lanes: [],
      },
    }),
    table: {
      caption: title,
      columns: [
        l10n.t('Day'),
        ...columns.map(({ name }) => name),
        ...[l10n.t('Input tokens'), l10n.t('Of these remembered'), l10n.t('Output tokens'), l10n.t('Price unknown')],
      ],
      rows: words.rows.map((row, at) => [...row, ...tokenCells(totalOf([...(days[at]?.targets.values() ?? [])]))]),
      hasNumbers: true,
    },
  };
}

function columnsOf(
  days: readonly DaySum[],
  palette: Palette,
  amountOf: (target: TargetSum) => number,
): readonly Column[] {
  const sum = (targets: DaySum['targets'], look: number): number =>
    [...targets].reduce((total, [id, target]) => total + (palette.lookOf(id) === look ? amountOf(target) : 0), 0);
  return palette
    .seriesOf(days.flatMap(({ targets }) => [...targets.keys()]))
    .map(({ name, look }) => ({ name, look, values: days.map(({ targets }) => sum(targets, look)) }));
}

/** Cached input is a part of the input, never added to it. */
const tokensOf = ({ inputTokens, outputTokens }: TargetSum): number => inputTokens + outputTokens;

const tokenCells = (total: TargetSum): readonly string[] =>
  [total.inputTokens, total.cachedInputTokens, total.outputTokens, total.unpricedTokens].map(tokenCount);

export function totalOf(targets: readonly TargetSum[]): TargetSum {
  const sum = (of: (target: TargetSum) => number): number => targets.reduce((total, target) => total + of(target), 0);
  return {
    attempts: sum(target => target.attempts),
    answered: sum(target => target.answered),
    inputTokens: sum(target => target.inputTokens),
    outputTokens: sum(target => target.outputTokens),
    cachedInputTokens: sum(target => target.cachedInputTokens),
    estimatedTokens: sum(target => target.estimatedTokens),
    unpricedTokens: sum(target => target.unpricedTokens),
    usd: sum(target => target.usd),
  };
}

function summaryOf(whole: TargetSum): string {
  const tokens = tokensOf(whole);
  if (tokens === 0 && whole.usd === 0) return l10n.t('Nothing was spent in this time.');
  if (whole.unpricedTokens >= tokens) return l10n.t('{0} tokens; what they cost is unknown.', tokenCount(tokens));
  const remembered = percentText(whole.cachedInputTokens, whole.inputTokens);
  return whole.cachedInputTokens > 0
    ? l10n.t(
        '{0} for {1} tokens; providers remembered {2} of the input.',
        money(whole.usd),
        tokenCount(tokens),
        remembered,
      )
    : l10n.t('{0} for {1} tokens.', money(whole.usd), tokenCount(tokens));
}

function notesOf({ unpricedTokens, estimatedTokens }: TargetSum): readonly string[] {
  return [
    ...(unpricedTokens > 0
      ? [l10n.t('The price of {0} tokens is unknown; they are not in the money.', tokenCount(unpricedTokens))]
      : []),
    ...(estimatedTokens > 0
      ? [l10n.t('{0} tokens are estimated, because no provider has reported them.', tokenCount(estimatedTokens))]
      : []),
  ];
}
