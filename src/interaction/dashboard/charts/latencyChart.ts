import * as l10n from '@vscode/l10n';
import type { ChartView } from '../../../shared/dashboardProtocol.ts';
import { wholeNumber } from '../../text/numberText.ts';
import { duration } from '../../text/time.ts';
import { columnWords, type Column } from './columns.ts';
import { wholeOf, type DaySum } from '../sums/daySums.ts';

/** How long answers took, by day: half of them within the one, nineteen of twenty within the other. */
export function latencyChart(days: readonly DaySum[], labels: readonly string[]): ChartView {
  const seconds = (share: number) => days.map(({ took }) => secondsOf(took.quantile(share)));
  const half: Column = { name: l10n.t('Half of the answers within'), look: 0, values: seconds(0.5) };
  const most: Column = { name: l10n.t('95% of the answers within'), look: 1, values: seconds(0.95) };
  const words = columnWords([half, most], labels, value => duration(value * 1_000));
  const { took } = wholeOf(days);
  return {
    id: 'latency',
    title: l10n.t('Time to answer by day'),
    summary: summaryOf(took.quantile(0.5), took.quantile(0.95), took.count),
    notes:
      took.count === 0
        ? []
        : [l10n.t('Measured in steps, so a time may be off by 8%. Answers from memory do not count.')],
    ...(took.count > 0 && {
      drawing: {
        kind: 'lines',
        unit: 'seconds',
        labels,
        readouts: words.readouts,
        series: [
          { name: half.name, look: 0, values: half.values, stroke: 'solid' },
          { name: most.name, look: 1, values: most.values, stroke: 'dashed' },
        ],
      },
    }),
    table: {
      caption: l10n.t('Time to answer by day'),
      columns: [l10n.t('Day'), half.name, most.name, l10n.t('Answers')],
      rows: words.rows.map((row, at) => [...row, wholeNumber(days[at]?.took.count ?? 0)]),
      hasNumbers: true,
    },
  };
}

const secondsOf = (ms: number | undefined): number | null => (ms === undefined ? null : ms / 1_000);

function summaryOf(half: number | undefined, most: number | undefined, count: number): string {
  if (half === undefined || most === undefined) return l10n.t('No model has answered in this time.');
  return count === 1
    ? l10n.t('One answer, which took about {0}.', duration(half))
    : l10n.t(
        'Of {0} answers half came within {1} and 95% within {2}.',
        wholeNumber(count),
        duration(half),
        duration(most),
      );
}
