import type { QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import type { Cooldown } from '../../../src/core/resilience/cooldowns.ts';

/** What held a target back when the journal began. */
export interface FirstCooldown {
  readonly because: Exclude<Cooldown['because'], 'offline'>;
  /** The last moment at which it is known to have done so, wall-clock ms. */
  readonly until: number;
}

const isCooldown = (because: string | undefined): because is FirstCooldown['because'] =>
  ['cooling-down', 'credential', 'quota'].includes(because ?? '');

/**
 * Targets that were held back before any attempt of the journal had ended that could have brought it about: what did is older.
 * `entries` by time; `originOf`: behind which server a target stands.
 */
export function firstCooldowns(
  entries: readonly QuestionEntry[],
  originOf: (target: string) => string | undefined,
): ReadonlyMap<string, FirstCooldown> {
  const firstEnds = new Map<string | undefined, number>();
  for (const { at, attempts } of entries)
    for (const { startMs, target, tookMs } of attempts) {
      const [origin, end] = [originOf(target), at + startMs + tookMs];
      firstEnds.set(origin, Math.min(firstEnds.get(origin) ?? Infinity, end));
    }
  const found = new Map<string, FirstCooldown>();
  for (const { at, decisions, tookMs } of entries)
    for (const { kind, target = '', because } of decisions) {
      const isOlder = at + tookMs < (firstEnds.get(originOf(target)) ?? Infinity);
      if (kind === 'skipped' && isCooldown(because) && isOlder) found.set(target, { because, until: at });
    }
  return found;
}
