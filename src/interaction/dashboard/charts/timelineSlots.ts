import * as l10n from '@vscode/l10n';
import { looks, type BarsDrawing, type ChartView } from '../../../shared/dashboardProtocol.ts';
import { wholeNumber, dayAndTimeTexts, timeTexts } from '../../text/numberText.ts';
import { circuitLanes, type CircuitSpan } from './circuitLanes.ts';
import type { DaySum } from '../sums/daySums.ts';
import type { LocalDay } from '../../platform/localDays.ts';
import type { Palette } from './palette.ts';
import { ticksOf } from './timelineChart.ts';
import { columnWords, type Column } from './columns.ts';

/** Columns of a timeline: a quarter of an hour of one day, an hour of a week, four hours of a month. */
const mostSlots = 200;
const quarterMs = 900_000;

/** Parts of equal length that a time is divided into, for questions too many to be drawn one by one. */
export function slotsBetween(from: number, to: number): readonly LocalDay[] {
  const steps = [1, 4, 16, 32].map(quarters => quarters * quarterMs);
  const step = steps.find(each => (to - from) / each <= mostSlots) ?? 64 * quarterMs;
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => ({
    at: from + at * step,
    to: Math.min(to, from + (at + 1) * step),
  }));
}

export interface TimelineSlots {
  readonly stretches: readonly LocalDay[];
  readonly sums: readonly DaySum[];
  readonly spans: readonly CircuitSpan[];
  readonly palette: Palette;
}

/** How many questions were answered by whom, slot by slot; and when circuits were open. */
export function timelineSlots({
  stretches,
  sums,
  spans,
  palette,
}: TimelineSlots): Pick<ChartView, 'drawing' | 'table'> {
  const [first, second] = stretches;
  const stepMs = first && second ? second.at - first.at : quarterMs;
  const from = first?.at ?? 0;
  const isOneDay = (stretches.at(-1)?.to ?? 0) - from < 26 * 3_600_000;
  const labels = (isOneDay ? timeTexts : dayAndTimeTexts)(stretches.map(({ at }) => at));
  const columns = columnsOf(sums, palette);
  const words = columnWords(columns, labels, wholeNumber);
  const xOf = (at: number): number => (at - from) / stepMs;
  const drawing: BarsDrawing = {
    kind: 'bars',
    unit: 'count',
    labels,
    readouts: words.readouts,
    ticks: ticksOf(from, stretches.at(-1)?.to ?? from).map(([at, label]) => [xOf(at), label]),
    series: columns.flatMap(({ name, look, values }) => (look === undefined ? [] : [{ name, look, values }])),
    lanes: circuitLanes(spans, palette, xOf),
  };
  return {
    drawing,
    table: {
      caption: l10n.t('Questions in each part of the time'),
      columns: [l10n.t('Begins'), ...columns.map(({ name }) => name)],
      rows: words.rows.filter((_, at) => (sums[at]?.questions ?? 0) > 0),
      hasNumbers: true,
    },
  };
}

function columnsOf(sums: readonly DaySum[], palette: Palette): readonly Column[] {
  const series = palette.seriesOf(sums.flatMap(({ targets }) => [...targets.keys()]));
  const answered = series.map(({ name, look }) => ({
    ...{ name, look },
    values: sums.map(({ targets }) =>
      [...targets].reduce((sum, [id, target]) => sum + (palette.lookOf(id) === look ? target.answered : 0), 0),
    ),
  }));
  return [
    ...answered,
    { name: l10n.t('From memory'), values: sums.map(({ hits }) => hits), look: undefined },
    { name: l10n.t('No model answered'), look: looks.wrong, values: sums.map(({ unanswered }) => unanswered) },
    { name: l10n.t('Another than the first choice'), values: sums.map(({ fallbacks }) => fallbacks), look: undefined },
  ];
}
