import { spendForecast } from '../../../core/metrics/spendForecast.ts';
import type { ForecastOf } from './dashboardSources.ts';
import { calendar } from '../../alerts/spendPace.ts';

/** What was used on each of the latest days, today last. */
export type RecentDays = () => readonly { readonly tokens: number; readonly usd: number }[];

/** Where the month leads at the pace of the latest days: the same forecast that warns of it. */
export const monthPace =
  (recentDays: RecentDays): ForecastOf =>
  ({ which, used, limit, wallMs }) => {
    const recent = recentDays().map(day => (which === 'money' ? day.usd : day.tokens));
    const forecast = spendForecast({ used, limit, recent, now: wallMs, ...calendar(wallMs) });
    if (!forecast) return undefined;
    const { monthUse, endsAt } = forecast;
    return { atEnd: monthUse, ...(endsAt !== undefined && { reachedAt: endsAt }) };
  };
