/** A promise in numbers: smaller is better, and `limit` itself is still good enough. */
export interface Goal {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  /** Stands after value and limit. Default: none, it is a ratio or a count. */
  readonly unit?: string;
  /** What is behind a miss, as far as the run itself shows it. */
  readonly because?: string;
}

export const isMet = ({ value, limit }: Goal): boolean => value <= limit;

/** `goal NAME: value (goal ≤ limit): met`, or missed, and why. */
export function goalLine(goal: Goal): string {
  const { name, value, limit, unit } = goal;
  const show = (number: number): string => `${Number(number.toFixed(3))}${unit === undefined ? '' : ` ${unit}`}`;
  const wanted = limit === 0 ? 'goal 0' : `goal ≤ ${show(limit)}`;
  const verdict = isMet(goal) ? 'met' : ['missed', goal.because].filter(words => words !== undefined).join(': ');
  return `goal ${name}: ${show(value)} (${wanted}): ${verdict}`;
}
