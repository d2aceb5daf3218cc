import { chartIds, dashboardRanges, type ChartId, type DashboardRange } from '../../src/shared/dashboardProtocol.ts';

/** What survives hiding the dashboard and reloading the window. */
export interface SavedDashboard {
  readonly range: DashboardRange;
  /** Shown as tables. */
  readonly tables: readonly ChartId[];
  /** Pixels from the top. */
  readonly scrollTop: number;
}

/** What was saved, as far as it is of this version. */
export function readSavedDashboard(saved: unknown): SavedDashboard {
  const before =
    typeof saved === 'object' && saved !== null ? (saved as Partial<Record<keyof SavedDashboard, unknown>>) : {};
  const tables: readonly unknown[] = Array.isArray(before.tables) ? before.tables : [];
  return {
    range: dashboardRanges.find(range => range === before.range) ?? 'today',
    tables: chartIds.filter(id => tables.includes(id)),
    scrollTop: Number(before.scrollTop) || 0,
  };
}
