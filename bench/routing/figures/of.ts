import type { WorldContest } from './contest.ts';
import type { Summary } from './summary.ts';

/** What this policy came to; throws where it did not play. */
export function of({ by }: WorldContest, name: string): Summary {
  const summary = by.get(name);
  if (!summary) throw new Error(`${name} did not play`);
  return summary;
}
