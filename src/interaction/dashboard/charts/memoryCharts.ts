import * as l10n from '@vscode/l10n';
import type { ChartView } from '../../../shared/dashboardProtocol.ts';
import { money, tokenCount } from '../../text/budgetText.ts';
import { wholeNumber, percentText } from '../../text/numberText.ts';
import { columnWords, type Column } from './columns.ts';
import { wholeOf, type DaySum } from '../sums/daySums.ts';

/** How many questions were answered from memory, of those for which an earlier answer would have done. */
export function cacheChart(days: readonly DaySum[], labels: readonly string[]): ChartView {
  const title = l10n.t('Answers from memory by day');
  const columns: readonly Column[] = [
    { name: l10n.t('From memory'), look: 0, values: days.map(({ hits }) => hits) },
    {
      name: l10n.t('No earlier answer'),
      look: 1,
      values: days.map(({ hits, lookUps }) => Math.max(0, lookUps - hits)),
    },
  ];
  const words = columnWords(columns, labels, wholeNumber);
  const { hits, lookUps } = wholeOf(days);
  const shareOf = (day: DaySum | undefined): string => percentText(day?.hits ?? 0, day?.lookUps ?? 0) || '–';
  return {
    id: 'cache',
    title,
    summary:
      lookUps === 0
        ? l10n.t('No earlier answer was looked for in this time.')
        : l10n.t(
            '{0} of {1} questions had an earlier answer ({2}).',
            wholeNumber(hits),
            wholeNumber(lookUps),
            percentText(hits, lookUps),
          ),
    notes: [],
    ...(lookUps > 0 && { drawing: barsOf(columns, labels, { readouts: words.readouts, unit: 'count' }) }),
    table: {
      caption: title,
      columns: [l10n.t('Day'), ...columns.map(({ name }) => name), l10n.t('Share')],
      rows: words.rows.map((row, at) => [...row, shareOf(days[at])]),
      hasNumbers: true,
    },
  };
}

/** What was not spent, thanks to memory, shared answers, shorter prompts and cheaper models. */
export function savedChart(days: readonly DaySum[], labels: readonly string[]): ChartView {
  const title = l10n.t('Saved by day');
  const tokens: Column = { name: l10n.t('Tokens saved'), look: 0, values: days.map(({ savedTokens }) => savedTokens) };
  const words = columnWords([tokens], labels, tokenCount);
  const { savedTokens, savedUsd } = wholeOf(days);
  return {
    id: 'saved',
    title,
    summary: savedSummary(savedTokens, savedUsd),
    notes: savedTokens > 0 ? [l10n.t('Estimated. Money counts only where prices are known.')] : [],
    ...(savedTokens > 0 && { drawing: barsOf([tokens], labels, { readouts: words.readouts, unit: 'tokens' }) }),
    table: {
      caption: title,
      columns: [l10n.t('Day'), tokens.name, l10n.t('Money saved')],
      rows: words.rows.map((row, at) => [...row, money(days[at]?.savedUsd ?? 0)]),
      hasNumbers: true,
    },
  };
}

function savedSummary(tokens: number, usd: number): string {
  if (tokens + usd === 0) return l10n.t('Nothing was saved in this time.');
  return usd > 0
    ? l10n.t('About {0} tokens and {1} were not spent.', tokenCount(tokens), money(usd))
    : l10n.t('About {0} tokens were not spent.', tokenCount(tokens));
}

interface BarsForm {
  readonly readouts: readonly string[];
  readonly unit: 'count' | 'tokens';
}

const barsOf = (columns: readonly Column[], labels: readonly string[], { readouts, unit }: BarsForm) =>
  ({
    kind: 'bars',
    ...{ unit, labels, readouts },
    series: columns.map(({ name, look = 0, values }) => ({ name, look, values })),
    lanes: [],
  }) as const;
