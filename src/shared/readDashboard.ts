import {
  array,
  boolean,
  exactOptional,
  finite,
  type GenericSchema,
  integer,
  literal,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  picklist,
  pipe,
  safeParse,
  strictObject,
  string,
  tuple,
  variant,
} from 'valibot';
import {
  chartIds,
  dashboardRanges,
  dashboardVersion,
  lookCount,
  maxColumns,
  maxPoints,
  type ChartView,
  type DashboardView,
  type FromDashboard,
  type ToDashboard,
} from './dashboardProtocol.ts';

const line = pipe(string(), maxLength(1_000));
const amount = pipe(number(), finite());
const count = pipe(number(), integer(), minValue(0), maxValue(10_000));
const named = { name: line, look: pipe(number(), integer(), minValue(0), maxValue(lookCount - 1)) };
const range = picklist(dashboardRanges);
const unit = picklist(['seconds', 'usd', 'tokens', 'count']);
const columns = pipe(array(line), maxLength(maxColumns));
const values = pipe(array(nullable(amount)), maxLength(maxColumns));
const amounts = pipe(array(amount), maxLength(maxPoints));
const counts = pipe(array(count), maxLength(maxPoints));
const ticks = pipe(array(tuple([amount, line])), maxLength(100));
const lanes = pipe(
  array(
    strictObject({
      ...named,
      spans: pipe(array(strictObject({ from: amount, to: amount, text: line })), maxLength(500)),
    }),
  ),
  maxLength(20),
);

const drawing = variant('kind', [
  strictObject({
    kind: literal('bars'),
    unit,
    labels: columns,
    readouts: columns,
    series: pipe(array(strictObject({ ...named, values })), maxLength(lookCount)),
    ticks: exactOptional(ticks),
    limit: exactOptional(strictObject({ name: line, value: amount })),
    lanes,
  }),
  strictObject({
    kind: literal('lines'),
    unit,
    labels: columns,
    readouts: columns,
    series: pipe(
      array(strictObject({ ...named, values, stroke: picklist(['solid', 'dashed', 'dotted']) })),
      maxLength(lookCount),
    ),
  }),
  strictObject({
    kind: literal('points'),
    from: amount,
    to: amount,
    ticks,
    series: pipe(array(strictObject(named)), maxLength(lookCount)),
    marks: pipe(
      array(strictObject({ text: line, form: picklist(['filled', 'ringed', 'hollow']) })),
      maxLength(maxPoints),
    ),
    forms: pipe(array(strictObject({ form: picklist(['ringed', 'hollow']), name: line })), maxLength(2)),
    at: amounts,
    tookMs: amounts,
    of: counts,
    mark: counts,
    lanes,
  }),
  strictObject({
    kind: literal('rows'),
    rows: pipe(
      array(strictObject({ ...named, text: line, share: pipe(number(), minValue(0), maxValue(1)) })),
      maxLength(100),
    ),
  }),
]);

const chart = strictObject({
  id: picklist(chartIds),
  title: line,
  summary: line,
  notes: pipe(array(line), maxLength(20)),
  drawing: exactOptional(drawing),
  table: strictObject({
    caption: line,
    columns: pipe(array(line), maxLength(20)),
    rows: pipe(array(pipe(array(line), maxLength(20))), maxLength(maxColumns)),
    hasNumbers: boolean(),
  }),
}) satisfies GenericSchema<unknown, ChartView>;

const charts = pipe(array(chart), maxLength(chartIds.length));

const view = strictObject({
  version: literal(dashboardVersion),
  language: line,
  timeZone: line,
  title: line,
  range,
  labels: strictObject({
    range: line,
    ranges: strictObject({ today: line, week: line, month: line }),
    showTable: line,
    showChart: line,
    keys: line,
  }),
  basis: line,
  charts,
}) satisfies GenericSchema<unknown, DashboardView>;

const toDashboard = variant('kind', [
  strictObject({ kind: literal('view'), view }),
  strictObject({ kind: literal('charts'), basis: line, charts }),
]) satisfies GenericSchema<unknown, ToDashboard>;

const fromDashboard = variant('kind', [
  strictObject({ kind: literal('ready'), range }),
  strictObject({ kind: literal('range'), range }),
]) satisfies GenericSchema<unknown, FromDashboard>;

/** What the webview said, when it is one of the messages it may send; otherwise undefined. */
export function readFromDashboard(value: unknown): FromDashboard | undefined {
  const { success, output } = safeParse(fromDashboard, value, { abortEarly: true });
  return success ? output : undefined;
}

/** What the extension said, when it is one of the messages the dashboard draws, within their sizes; otherwise undefined. */
export function readToDashboard(value: unknown): ToDashboard | undefined {
  const { success, output } = safeParse(toDashboard, value, { abortEarly: true });
  return success ? output : undefined;
}
