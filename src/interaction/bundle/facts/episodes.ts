import type { AttemptEntry, JournalEntry, QuestionEntry } from '../../../core/journal/journalEntry.ts';

/** What went wrong, or was right again: the same thing, one time after the other. */
export interface Episode {
  readonly what: Happening;
  /** Wall-clock ms of the first and of the last time. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The shortest and the longest limit of ours that was over each time, ms: limits follow what a target is used to. */
  readonly limitsMs?: readonly [least: number, most: number];
}

/** One thing that may happen again and again. */
export type Happening =
  | {
      readonly kind: 'failed';
      readonly target: string;
      readonly outcome: AttemptEntry['outcome'];
      readonly code?: string | undefined;
      readonly status?: number | undefined;
      /** The server asked us to wait. */
      readonly isToldToWait: boolean;
    }
  | { readonly kind: 'circuit'; readonly target: string; readonly after: string }
  | { readonly kind: 'fallback'; readonly target: string; readonly to: string; readonly because: string }
  | { readonly kind: 'unanswered'; readonly outcome: QuestionEntry['outcome'] }
  | { readonly kind: 'stand-in'; readonly by: string; readonly because: string }
  | { readonly kind: 'over-budget'; readonly target: string; readonly because: string }
  | { readonly kind: 'waited'; readonly target: string; readonly because: string }
  | { readonly kind: 'alert'; readonly alert: string; readonly is: string; readonly target?: string | undefined };

/** What happens again within this time belongs together, ms. */
const gapMs = 15 * 60_000;

/**
 * What happened, as episodes in the order in which they began: entries may come in any order, rehearsed ones and what a user has
 * stopped are left out.
 */
export function episodes(entries: readonly JournalEntry[]): readonly Episode[] {
  const found: Growing[] = [];
  const open = new Map<string, Growing>();
  for (const entry of entries.toSorted((one, other) => one.at - other.at))
    for (const { what, limitMs } of happeningsIn(entry)) {
      const name = JSON.stringify(what);
      const last = open.get(name);
      const isNew = !last || entry.at - last.to > gapMs;
      const episode: Growing = isNew ? { what, from: entry.at, to: entry.at, count: 0 } : last;
      if (isNew) found.push(episode);
      open.set(name, episode);
      goOn(episode, entry.at, limitMs);
    }
  return found;
}

type Growing = { -readonly [Field in keyof Episode]: Episode[Field] };

function goOn(episode: Growing, at: number, limitMs: number | undefined): void {
  episode.to = at;
  episode.count += 1;
  if (limitMs === undefined) return;
  const [least, most] = episode.limitsMs ?? [limitMs, limitMs];
  episode.limitsMs = [Math.min(least, limitMs), Math.max(most, limitMs)];
}

interface Told {
  readonly what: Happening;
  readonly limitMs?: number | undefined;
}

function happeningsIn(entry: JournalEntry): readonly Told[] {
  if (entry.kind === 'question') return entry.rehearsed ? [] : happeningsOf(entry);
  if (entry.kind === 'circuit') return [{ what: { kind: 'circuit', target: entry.target, after: entry.after } }];
  return [{ what: { kind: 'alert', alert: entry.alert, is: entry.is, target: entry.target } }];
}

const happeningsOf = (entry: QuestionEntry): readonly Told[] => [
  ...entry.attempts.flatMap(failedAttempt),
  ...[...decided(entry), ...ended(entry)].map(what => ({ what })),
];

function failedAttempt({ target, outcome, code, status, retryAfterMs, limitMs }: AttemptEntry): readonly Told[] {
  if (outcome === 'answered' || outcome === 'cancelled' || outcome === 'passed-over') return [];
  return [
    { what: { kind: 'failed', target, outcome, code, status, isToldToWait: retryAfterMs !== undefined }, limitMs },
  ];
}

function decided({ decisions }: QuestionEntry): readonly Happening[] {
  return decisions.flatMap(({ kind, target = '', because = '' }): readonly Happening[] =>
    kind === 'over-budget' || kind === 'waited' ? [{ kind, target, because }] : [],
  );
}

function ended({ outcome, from = '', fallback, insteadOf }: QuestionEntry): readonly Happening[] {
  if (outcome === 'cancelled') return [];
  if (outcome !== 'answered') return [{ kind: 'unanswered', outcome }];
  if (insteadOf !== undefined) return [{ kind: 'stand-in', by: from, because: insteadOf }];
  return fallback ? [{ kind: 'fallback', target: fallback.insteadOf, to: from, because: fallback.because }] : [];
}
