/** A whole local day, wall-clock ms; it has 23 or 25 hours where the clocks are changed. */
export interface LocalDay {
  readonly at: number;
  /** The next one begins. */
  readonly to: number;
}

/** When the local day of a moment began. */
export function dayBegin(wallMs: number): number {
  const day = new Date(wallMs);
  return day.setHours(0, 0, 0, 0);
}

/** So many local days, the one of this moment last. */
export function lastDays(wallMs: number, count: number): readonly LocalDay[] {
  const today = new Date(wallMs);
  return Array.from({ length: count }, (_, at) => dayAt(today, today.getDate() - count + 1 + at));
}

/** All local days of the month of this moment. */
export function daysOfMonth(wallMs: number): readonly LocalDay[] {
  const today = new Date(wallMs);
  const count = new Date(today.getFullYear(), today.getMonth() + 1, 0).getDate();
  return Array.from({ length: count }, (_, at) => dayAt(today, at + 1));
}

/** By the calendar, never by 24 hours. */
function dayAt(today: Date, dayOfMonth: number): LocalDay {
  const at = (day: number): number => new Date(today.getFullYear(), today.getMonth(), day).getTime();
  return { at: at(dayOfMonth), to: at(dayOfMonth + 1) };
}
