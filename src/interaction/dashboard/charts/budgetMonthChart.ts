import * as l10n from '@vscode/l10n';
import type { Measure, Spending } from '../../../core/budget/spending.ts';
import { looks, type ChartView, type LinesDrawing } from '../../../shared/dashboardProtocol.ts';
import { measureText, money, tokenCount } from '../../text/budgetText.ts';
import { dayTexts } from '../../text/numberText.ts';
import { estimatedNote } from './budgetDaysChart.ts';
import { burnDown } from './burnDown.ts';
import { columnWords, type Column } from './columns.ts';
import type { SpendPace } from '../sums/dashboardSources.ts';
import type { LocalDay } from '../../platform/localDays.ts';

export interface MonthBudget {
  readonly measure: Measure;
  readonly days: readonly LocalDay[];
  readonly labels: readonly string[];
  /** Tokens or US dollars; null: not known, or still to come. */
  readonly usedByDay: readonly (number | null)[];
  readonly pace: SpendPace | undefined;
  readonly spending: Spending;
  readonly wallMs: number;
}

/** What is left of the month's budget, and when it ends at this pace. Without a limit there is nothing to burn down. */
export function budgetMonthChart(month: MonthBudget): ChartView {
  const { measure, spending } = month;
  const isMoney = measure.which === 'money';
  const title = isMoney ? l10n.t('Money left this month') : l10n.t('Tokens left this month');
  const whose = isMoney ? l10n.t('Of all workspaces, as far as prices are known.') : l10n.t('Of this workspace.');
  const columns = measure.limit > 0 ? columnsOf(month) : [];
  const words = columnWords(columns, month.labels, isMoney ? money : tokenCount);
  return {
    id: isMoney ? 'budget-money' : 'budget-month',
    title,
    summary: summaryOf(month),
    notes: [
      whose,
      ...estimatedNote(spending),
      ...(spending.isKept ? [] : [l10n.t('It cannot be saved now, so it is this window’s alone.')]),
    ],
    ...(columns.length > 0 && { drawing: drawingOf(columns, { ...month, readouts: words.readouts }) }),
    table: {
      caption: title,
      columns: [l10n.t('Day'), ...columns.map(({ name }) => name)],
      rows: columns.length > 0 ? words.rows : [],
      hasNumbers: true,
    },
  };
}

function columnsOf({ measure, days, usedByDay, pace, wallMs }: MonthBudget): readonly Column[] {
  const { left, forecast } = burnDown({ days, usedByDay, pace, wallMs, used: measure.used, limit: measure.limit });
  return [
    { name: l10n.t('Left'), look: 0, values: left },
    ...(forecast.every(value => value === null) ? [] : [{ name: l10n.t('At this pace'), look: 1, values: forecast }]),
  ];
}

function drawingOf(
  columns: readonly Column[],
  { measure, labels, readouts }: MonthBudget & { readonly readouts: readonly string[] },
): LinesDrawing {
  return {
    kind: 'lines',
    unit: measure.which === 'money' ? 'usd' : 'tokens',
    ...{ labels, readouts },
    series: [
      ...columns.map(({ name, look = 0, values }) => ({
        name,
        look,
        values,
        stroke: look === 0 ? ('solid' as const) : ('dashed' as const),
      })),
      { name: l10n.t('Used up'), look: looks.limit, values: labels.map(() => 0), stroke: 'dotted' },
    ],
  };
}

function summaryOf({ measure, pace, spending }: MonthBudget): string {
  const used = `${measureText(measure, spending)}.`;
  if (measure.limit <= 0) return l10n.t('{0} There is no limit.', used);
  if (measure.used >= measure.limit) return l10n.t('{0} The budget is used up.', used);
  if (!pace) return l10n.t('{0} There is too little of this month yet to say how long it lasts.', used);
  const [day] = pace.reachedAt === undefined ? [] : dayTexts([pace.reachedAt]);
  return day === undefined
    ? l10n.t('{0} At this pace it lasts to the end of the month.', used)
    : l10n.t('{0} At this pace it ends on {1}.', used, day);
}
