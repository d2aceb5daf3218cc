/** The local day of a wall-clock time: '2026-11-22'. */
export function byDay(wallMs: number): string {
  return `${byMonth(wallMs)}-${twoDigits(new Date(wallMs).getDate())}`;
}

/** The local month of a wall-clock time: '2026-11'. */
export function byMonth(wallMs: number): string {
  const date = new Date(wallMs);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}`;
}

/** Is this the name of a period? Later ones sort after earlier ones. */
export const isPeriod = (text: string): boolean => /^[0-9][0-9-]{0,30}$/.test(text);

const twoDigits = (count: number): string => String(count).padStart(2, '0');
