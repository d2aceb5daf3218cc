import type { AttemptEntry, JournalEntry } from '../../../core/journal/journalEntry.ts';

/** How quick one target was within a stretch of time. */
export interface TimesOfTarget {
  /** When the stretch began, wall-clock ms. */
  readonly at: number;
  readonly target: string;
  readonly attempts: number;
  readonly answered: number;
  /** Medians, ms; undefined: there was none. Held back before they were sent, */
  readonly queueMs?: number | undefined;
  /** until a connection took them, */
  readonly connectMs?: number | undefined;
  /** until the first token, */
  readonly firstTokenMs?: number | undefined;
  /** and of those that were answered, all of it. */
  readonly tookMs?: number | undefined;
}

const minuteMs = 60_000;
const lengths = [1, 5, 15, 60, 360, 1_440].map(minutes => minutes * minuteMs);
/** So many can be read. */
const mostRows = 120;

/**
 * The times of each target, stretch by stretch, in the order of time: stretches of a minute where that makes a table that can be
 * read, so that it can be seen when something began, else of five minutes, a quarter of an hour, an hour, six hours or a day.
 */
export function targetTimes(entries: readonly JournalEntry[]): readonly TimesOfTarget[] {
  const attempts = entries.flatMap(entry =>
    entry.kind === 'question' && !entry.rehearsed
      ? entry.attempts.map(attempt => ({ attempt, at: entry.at + attempt.startMs }))
      : [],
  );
  const longest = lengths.at(-1);
  for (const lengthMs of lengths) {
    const stretches = stretchesOf(attempts, lengthMs, lengthMs === longest ? Infinity : mostRows);
    if (!stretches) continue;
    const rows = [...stretches.values()].map(those => timesOf(those, lengthMs));
    return rows.toSorted((one, other) => one.at - other.at);
  }
  return [];
}

interface Begun {
  readonly attempt: AttemptEntry;
  /** Wall-clock ms. */
  readonly at: number;
}

/** The attempts of each target in each stretch; undefined: there are more than that, which is seen long before their end. */
function stretchesOf(
  attempts: readonly Begun[],
  lengthMs: number,
  most: number,
): ReadonlyMap<string, readonly Begun[]> | undefined {
  const stretches = new Map<string, Begun[]>();
  for (const begun of attempts) {
    const name = `${beginOf(begun.at, lengthMs)} ${begun.attempt.target}`;
    const those = stretches.get(name);
    if (those) those.push(begun);
    else stretches.set(name, [begun]);
    if (stretches.size > most) return undefined;
  }
  return stretches;
}

const beginOf = (at: number, lengthMs: number): number => Math.floor(at / lengthMs) * lengthMs;

function timesOf(begun: readonly Begun[], lengthMs: number): TimesOfTarget {
  const at = beginOf(begun[0]?.at ?? 0, lengthMs);
  const attempts = begun.map(({ attempt }) => attempt);
  const answered = attempts.filter(({ outcome }) => outcome === 'answered');
  return {
    ...{ at, target: attempts[0]?.target ?? '', attempts: attempts.length, answered: answered.length },
    queueMs: median(attempts.map(({ queueMs }) => queueMs)),
    connectMs: median(attempts.map(({ connectMs }) => connectMs)),
    firstTokenMs: median(attempts.map(({ firstTokenMs }) => firstTokenMs)),
    tookMs: median(answered.map(({ tookMs }) => tookMs)),
  };
}

/** The one in the middle, of an even number the shorter one. */
function median(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter(time => time !== undefined).toSorted((one, other) => one - other);
  return known[Math.floor((known.length - 1) / 2)];
}
