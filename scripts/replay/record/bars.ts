import type { QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import type { SkipReason } from '../../../src/core/model/note.ts';
import { placeOf } from './placeOf.ts';

/** Why a target was not asked that lies outside of the client: settings, keys, consent. */
type Bar = Extract<SkipReason, 'no-key' | 'not-confirmed' | 'not-allowed'>;

/** What one question shows of one target. */
interface Evidence {
  readonly at: number;
  /** undefined: it was not barred. */
  readonly bar: Bar | undefined;
}

const isBar = (because: string): because is Bar => ['no-key', 'not-confirmed', 'not-allowed'].includes(because);
/** What is said of a target only when nothing bars it. */
const unbarred: readonly string[] = ['circuit-open', 'cooling-down', 'credential', 'quota', 'offline', 'budget'];

/**
 * Which targets were barred when. A question tells it only of those whose turn it was, but it matters for all: with another
 * target left, one is asked again less often. What a question does not tell is as the nearest one before says, or after.
 */
export class Bars {
  readonly #evidence = new Map<string, Evidence[]>();

  /** `entries` by time. */
  constructor(entries: readonly QuestionEntry[]) {
    for (const entry of entries)
      for (const [target, bar] of toldIn(entry)) {
        const known = this.#evidence.get(target) ?? [];
        if (bar !== 'not-allowed') known.push({ at: entry.at, bar }); // which is of one question: its user has chosen another
        this.#evidence.set(target, known);
      }
  }

  /** Why nobody may ask this target for this question; undefined: it may be asked. */
  of(target: string, entry: QuestionEntry): Bar | undefined {
    const told = toldIn(entry);
    if (told.has(target)) return told.get(target);
    if ([...told.values()].includes('not-allowed')) return 'not-allowed';
    return this.#nearest(target, entry.at)?.bar;
  }

  #nearest(target: string, at: number): Evidence | undefined {
    const known = this.#evidence.get(target) ?? [];
    const next = placeOf(known, at + 1);
    return known[next - 1] ?? known[next];
  }
}

function toldIn({ attempts, decisions, from, freshness }: QuestionEntry): ReadonlyMap<string, Bar | undefined> {
  const told = new Map<string, Bar | undefined>();
  for (const { kind, target, because } of decisions) {
    if (kind !== 'skipped' || target === undefined || because === undefined || told.has(target)) continue;
    if (isBar(because)) told.set(target, because);
    else if (unbarred.includes(because)) told.set(target, undefined);
  }
  for (const { target } of attempts) told.set(target, undefined);
  if (from !== undefined && freshness === 'live') told.set(from, undefined);
  return told;
}
