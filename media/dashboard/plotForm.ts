import type uPlot from 'uplot';
import type { Drawing, LaneView, LinesDrawing, BarsDrawing } from '../../src/shared/dashboardProtocol.ts';
import { axisText } from './numbers.ts';
import type { Inks } from './inks.ts';
import { dashes } from './legend.ts';
import { laneHeightPx, shortestSeconds } from './paint.ts';

/** What is plotted; rows are no plot. */
export type Plotted = Exclude<Drawing, { kind: 'rows' }>;

/** The rest of what a plot needs to know. */
export interface PlotForm {
  readonly inks: Inks;
  readonly language: string;
  /** What is drawn now: it changes while the plot stays. */
  readonly now: () => Plotted;
}

export const lanesOf = (drawing: Plotted): readonly LaneView[] => (drawing.kind === 'lines' ? [] : drawing.lanes);

/** Columns that lie side by side; their centres are at 0.5, 1.5, … */
const columnsOf = (drawing: BarsDrawing | LinesDrawing): readonly string[] => drawing.labels;

/** What uPlot holds: of lines their values, of the rest only where it lies, because we paint it. */
export function dataOf(drawing: Plotted): uPlot.AlignedData {
  if (drawing.kind === 'points')
    return [
      [drawing.from, drawing.to],
      [null, null],
    ];
  const xs = columnsOf(drawing).map((_, at) => at + 0.5);
  return drawing.kind === 'lines' ? [xs, ...drawing.series.map(({ values }) => [...values])] : [xs, xs.map(() => null)];
}

/** A plot of the same signature is drawn anew by its data alone. */
export function signatureOf(drawing: Plotted): string {
  const series = drawing.kind === 'lines' ? drawing.series.map(({ look, stroke }) => `${look}${stroke}`) : [];
  return [drawing.kind, drawing.kind === 'points' ? '' : drawing.unit, lanesOf(drawing).length, ...series].join(' ');
}

/** Axes, scales and series for uPlot, all in the colours of the theme. */
export function optionsOf(size: { readonly width: number; readonly height: number }, form: PlotForm): uPlot.Options {
  const drawing = form.now();
  const { inks } = form;
  const common: uPlot.Axis = { stroke: inks.muted, font: inks.font, ticks: { show: false } };
  return {
    ...size,
    padding: [10 + lanesOf(drawing).length * laneHeightPx, 14, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false, setScale: false } },
    scales: {
      x: { time: false, range: () => xRange(form.now()) },
      y:
        drawing.kind === 'points'
          ? { distr: 3, range: () => secondsRange(form.now()) }
          : { range: () => yRange(form.now()) },
    },
    axes: [
      {
        ...common,
        size: 28,
        gap: 4,
        grid: { show: false },
        splits: plot => xSplits(plot, form.now()),
        values: (_, splits) => xLabels(form.now(), splits),
      },
      {
        ...common,
        size: 58,
        gap: 4,
        grid: { stroke: inks.grid, width: 1 },
        ...(drawing.kind === 'points' && { splits: () => powersOf(secondsRange(form.now())) }),
        values: (_, splits) => yLabels(form, splits),
      },
    ],
    series: [{}, ...seriesOf(drawing, inks)],
  };
}

function seriesOf(drawing: Plotted, inks: Inks): readonly uPlot.Series[] {
  if (drawing.kind !== 'lines') return [{ paths: () => null, points: { show: false } }];
  return drawing.series.map(({ look, stroke }) => {
    const colour = inks.colours[look] ?? inks.text;
    const points = {
      show: look !== 7,
      size: look === 0 ? 6 : 5,
      stroke: colour,
      fill: look === 0 ? colour : inks.background,
    };
    return { stroke: colour, width: 2, dash: [...dashes[stroke]], spanGaps: false, points };
  });
}

const xRange = (drawing: Plotted): [number, number] =>
  drawing.kind === 'points' ? [drawing.from, drawing.to] : [0, Math.max(1, columnsOf(drawing).length)];

function yRange(drawing: Plotted): uPlot.Range.MinMax {
  if (drawing.kind === 'points') return [0, 1];
  const values =
    drawing.kind === 'bars'
      ? stackHeights(drawing)
      : drawing.series.flatMap(({ values: each }) => each.map(value => value ?? 0));
  const limit = drawing.kind === 'bars' ? (drawing.limit?.value ?? 0) : 0;
  const [low, high] = [Math.min(0, ...values), Math.max(0, limit, ...values)];
  return [low * 1.08, high > 0 ? high * 1.08 : 1];
}

const stackHeights = ({ labels, series }: BarsDrawing): readonly number[] =>
  labels.map((_, at) => series.reduce((sum, { values }) => sum + Math.max(0, values[at] ?? 0), 0));

/** Whole powers of ten around all of them. */
function secondsRange(drawing: Plotted): [number, number] {
  const took = drawing.kind === 'points' ? drawing.tookMs : [];
  const seconds = took.map(ms => Math.max(shortestSeconds, ms / 1_000));
  const [low, high] = [Math.min(1, ...seconds), Math.max(1, ...seconds)];
  return [10 ** Math.floor(Math.log10(low)), 10 ** Math.max(1, Math.ceil(Math.log10(high)))];
}

/** What stands below the plot, and where. */
function ticksOf(drawing: Plotted): readonly (readonly [x: number, label: string])[] {
  const own = drawing.kind === 'lines' ? undefined : drawing.ticks;
  return own ?? (drawing.kind === 'points' ? [] : drawing.labels.map((label, at) => [at + 0.5, label] as const));
}

/** As many labels as there is room for; what would be cut at the right edge goes. */
function xSplits(plot: uPlot, drawing: Plotted): number[] {
  const ticks = ticksOf(drawing);
  const roomPx = plot.bbox.width / devicePixelRatio;
  const widestPx = Math.max(...ticks.map(([, label]) => label.length), 1) * 7.2 + 14;
  const [low, high] = xRange(drawing);
  const placePx = (x: number): number => ((x - low) / (high - low)) * roomPx;
  const step = Math.max(1, Math.ceil((ticks.length * widestPx) / Math.max(1, placePx(ticks.at(-1)?.[0] ?? high))));
  return ticks.filter(([x], at) => at % step === 0 && placePx(x) < roomPx - widestPx / 2 + 20).map(([x]) => x);
}

const xLabels = (drawing: Plotted, splits: readonly number[]): string[] => {
  const ticks = ticksOf(drawing);
  return splits.map(split => ticks.find(([x]) => x === split)?.[1] ?? '');
};

const powersOf = ([low, high]: readonly [number, number]): number[] => {
  const first = Math.round(Math.log10(low));
  const count = Math.round(Math.log10(high)) - first + 1;
  return Array.from({ length: count }, (_, at) => 10 ** (first + at));
};

/** Of questions only whole numbers. */
function yLabels({ now, language }: PlotForm, splits: readonly (number | null)[]): (string | null)[] {
  const drawing = now();
  const unit = drawing.kind === 'points' ? 'seconds' : drawing.unit;
  return splits.map(value =>
    value !== null && (unit !== 'count' || Number.isInteger(value)) ? axisText(unit, value, language) : null,
  );
}
