import type { Measure } from '../../../core/budget/spending.ts';
import type { ChartView } from '../../../shared/dashboardProtocol.ts';
import { dayTexts } from '../../text/numberText.ts';
import { budgetDaysChart } from './budgetDaysChart.ts';
import { budgetMonthChart } from './budgetMonthChart.ts';
import type { DashboardMoment } from '../sums/dashboardSources.ts';
import { daysOfMonth, type LocalDay } from '../../platform/localDays.ts';

/** The budget of each day and of the month; of money only where some is limited or spent. undefined spending: none of them. */
export function budgetCharts(moment: DashboardMoment): readonly ChartView[] {
  const { entries, workspace, wallMs } = moment;
  const spending = moment.spending();
  if (!spending) return [];
  const days = daysOfMonth(wallMs);
  const labels = dayTexts(days.map(({ at }) => at));
  const known = knownDays(moment, days);
  const id = workspace();
  const today = spending.measures.find(({ which }) => which === 'day')?.used;
  const tokens = days.map(({ at, to }, day) => {
    if (known[day] !== true) return null;
    const isToday = wallMs >= at && wallMs < to;
    return isToday && today !== undefined ? today : entries.workspaceDays.tokens(id, at);
  });
  const money = moneyByDay(moment, days).map((usd, day) => (known[day] === true ? usd : null));
  const month = (which: Measure['which'], usedByDay: readonly (number | null)[]): readonly ChartView[] => {
    const measure = spending.measures.find(each => each.which === which);
    if (!measure || (which === 'money' && measure.limit <= 0 && measure.used <= 0)) return [];
    const pace = moment.forecast({ ...measure, wallMs });
    return [budgetMonthChart({ measure, days, labels, usedByDay, pace, spending, wallMs })];
  };
  return [budgetDaysChart({ labels, values: tokens, spending }), ...month('month', tokens), ...month('money', money)];
}

/** Days that have begun, and that the journal reaches. */
function knownDays({ metrics: { since }, wallMs }: DashboardMoment, days: readonly LocalDay[]): readonly boolean[] {
  return days.map(({ at, to }) => at <= wallMs && (to > (since ?? wallMs) || to > wallMs));
}

const moneyByDay = ({ sumsOf }: DashboardMoment, days: readonly LocalDay[]): readonly number[] =>
  sumsOf(days).map(({ targets }) => [...targets.values()].reduce((sum, { usd }) => sum + usd, 0));
