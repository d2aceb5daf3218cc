/**
 * The messages between dashboard and extension. The extension sums up the journal and computes every word, already translated;
 * the webview draws. Whatever the size of the journal, a view stays small: `maxPoints`, `maxColumns`.
 */

/** Another version is not drawn: page and extension are of one package, so it means that one of them is not loaded anew yet. */
export const dashboardVersion = 1;
/** The most points of a timeline. */
export const maxPoints = 2_000;
/** The most columns of a chart: 31 days, or the slots of a timeline that has too many questions for points. */
export const maxColumns = 240;

/** The time that is looked at, whole local days: today, seven days with today, thirty days with today. */
export const dashboardRanges = ['today', 'week', 'month'] as const;
export type DashboardRange = (typeof dashboardRanges)[number];

/** In the order in which they stand. */
export const chartIds = [
  'timeline',
  'latency',
  'cost',
  'budget-days',
  'budget-month',
  'budget-money',
  'cache',
  'saved',
  'fallbacks',
  'confidence',
] as const;
export type ChartId = (typeof chartIds)[number];

/** All that the dashboard shows. */
export interface DashboardView {
  readonly version: number;
  /** BCP 47, for numbers and times. */
  readonly language: string;
  /** IANA name of the time zone in which days begin. */
  readonly timeZone: string;
  readonly title: string;
  readonly range: DashboardRange;
  readonly labels: DashboardLabels;
  /** What the numbers rest on: 'Since 12 November, as far as the journal reaches.' */
  readonly basis: string;
  readonly charts: readonly ChartView[];
}

export interface DashboardLabels {
  /** Names the choice of the range. */
  readonly range: string;
  readonly ranges: Readonly<Record<DashboardRange, string>>;
  readonly showTable: string;
  readonly showChart: string;
  /** Tells how a chart is walked: 'Arrow keys: one by one'. */
  readonly keys: string;
}

/** One chart: what is drawn, the same in a sentence, and the same as a table. */
export interface ChartView {
  readonly id: ChartId;
  readonly title: string;
  readonly summary: string;
  /** What is estimated, unknown, or left out; one sentence each. */
  readonly notes: readonly string[];
  /** undefined: there is nothing to draw. */
  readonly drawing?: Drawing;
  readonly table: TableView;
}

export interface TableView {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Each as long as `columns`; the first cell heads its row. */
  readonly rows: readonly (readonly string[])[];
  /** Are the cells behind the first one numbers? They stand at the right then. */
  readonly hasNumbers: boolean;
}

export type Drawing = BarsDrawing | LinesDrawing | PointsDrawing | RowsDrawing;

export type Unit = 'seconds' | 'usd' | 'tokens' | 'count';

/**
 * How a series looks: colour, shape and pattern together, so that none is told by its colour alone. 0 to 4 are targets or the
 * first and second of two, 5 is all others, 6 is what went wrong, 7 is a limit.
 */
export const looks = { others: 5, wrong: 6, limit: 7 } as const;
export const lookCount = 8;

export interface NamedLook {
  readonly name: string;
  readonly look: number;
}

/** Columns, one series on top of the other. */
export interface BarsDrawing {
  readonly kind: 'bars';
  readonly unit: Unit;
  /** What each column is: '24 Nov'. */
  readonly labels: readonly string[];
  /** What each column says in words. */
  readonly readouts: readonly string[];
  readonly series: readonly SeriesView[];
  /** What stands below the columns; undefined: their labels. */
  readonly ticks?: readonly (readonly [x: number, label: string])[];
  /** A line across at this height. */
  readonly limit?: { readonly name: string; readonly value: number };
  /** x counts columns, from 0 at the left edge of the first. */
  readonly lanes: readonly LaneView[];
}

export interface SeriesView extends NamedLook {
  /** One a column; null: nothing is known. Never NaN, never infinite. */
  readonly values: readonly (number | null)[];
}

/** Lines from column to column; where nothing is known there is a gap. */
export interface LinesDrawing {
  readonly kind: 'lines';
  readonly unit: Unit;
  readonly labels: readonly string[];
  readonly readouts: readonly string[];
  readonly series: readonly (SeriesView & { readonly stroke: 'solid' | 'dashed' | 'dotted' })[];
}

/** Questions over time, by how long they took; y is logarithmic. */
export interface PointsDrawing {
  readonly kind: 'points';
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly (readonly [at: number, label: string])[];
  readonly series: readonly NamedLook[];
  readonly marks: readonly MarkView[];
  /** What the forms that are in use mean, where it is not the usual one. */
  readonly forms: readonly { readonly form: Exclude<MarkView['form'], 'filled'>; readonly name: string }[];
  /** Four lists of the same length, in the order of time: when (wall-clock ms), ms, which series, which mark. */
  readonly at: readonly number[];
  readonly tookMs: readonly number[];
  readonly of: readonly number[];
  readonly mark: readonly number[];
  /** x is wall-clock ms. */
  readonly lanes: readonly LaneView[];
}

/** How a question went, in a few words, and how its point shows it. */
export interface MarkView {
  readonly text: string;
  readonly form: 'filled' | 'ringed' | 'hollow';
}

/** When the circuit of a target was not closed, as a lane above the chart. */
export interface LaneView extends NamedLook {
  readonly spans: readonly { readonly from: number; readonly to: number; readonly text: string }[];
}

/** A bar for each of a few names. */
export interface RowsDrawing {
  readonly kind: 'rows';
  readonly rows: readonly {
    readonly name: string;
    readonly text: string;
    /** In [0, 1], of the longest. */
    readonly share: number;
    readonly look: number;
  }[];
}

/** Extension → webview. */
export type ToDashboard =
  | { readonly kind: 'view'; readonly view: DashboardView }
  /** What has changed since: the charts that are not as they were. */
  | { readonly kind: 'charts'; readonly basis: string; readonly charts: readonly ChartView[] };

/** Webview → extension. */
export type FromDashboard =
  | { readonly kind: 'ready'; readonly range: DashboardRange }
  | { readonly kind: 'range'; readonly range: DashboardRange };
