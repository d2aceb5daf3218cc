import type { AlertEntry } from '../../core/journal/journalEntry.ts';
import { watchedMs } from '../../core/metrics/alertRules.ts';
import type { DashboardRange } from '../../shared/dashboardProtocol.ts';
import { dayBegin } from '../platform/localDays.ts';

/** The shortest range of the dashboard that holds all that an alert rests on. */
export function evidenceRange({ alert, at }: Pick<AlertEntry, 'alert' | 'at'>): DashboardRange {
  if (alert === 'spend-pace') return 'month';
  return at - watchedMs < dayBegin(at) ? 'week' : 'today'; // soon after midnight some of it is of yesterday
}
