import type { CircuitEntry, JournalEntry, QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import { leastRestMs } from '../../../src/core/resilience/restAfter.ts';
import { placeOf } from './placeOf.ts';

/** What is known of one target's circuit. Moments are wall-clock ms, ascending. */
interface Known {
  readonly changes: CircuitEntry[];
  /** Questions that passed it over because its circuit was open. */
  readonly skips: QuestionEntry[];
  /** Questions that tried it early, or beside another one. */
  readonly tries: QuestionEntry[];
}

/** A rest of a circuit. Moments are wall-clock ms. */
export interface Rest {
  readonly target: string;
  readonly openedAt: number;
  /** Without what chance adds. */
  readonly restMs: number;
}

/** By how much chance makes a rest longer at most, and what another one is asked later for each ms that a rest is over: as in the core. */
const mostJitter = 0.1;
const headStart = { share: 0.1, mostMs: 2_000 };
/** Times of the journal are rounded, and what follows from a change is told a moment later. */
const slackMs = 60;

/** When circuits were asked again, as far as the journal shows it. By how much chance made a rest longer follows from that. */
export class Rests {
  readonly #known = new Map<string, Known>();

  /** `entries` by time. */
  constructor(entries: readonly JournalEntry[]) {
    for (const entry of entries) {
      if (entry.kind === 'circuit') this.#of(entry.target).changes.push(entry);
      if (entry.kind === 'question') this.#learn(entry);
    }
  }

  /** When a rest was over, wall-clock ms: somewhere between the last question that did not ask and the first that did. */
  overAt(rest: Rest): number {
    const [earliest, latest] = this.#bounds(rest);
    return earliest > latest ? latest : (earliest + latest) / 2;
  }

  #bounds({ target, openedAt, restMs }: Rest): [earliest: number, latest: number] {
    const { changes, skips, tries } = this.#of(target);
    const next = changes[this.#after(changes, openedAt)];
    const triedAt = next?.after === 'half-open' ? next.at : Infinity;
    const skipped = skips[placeOf(skips, next?.at ?? Infinity) - 1];
    let earliest = Math.max(openedAt + restMs, (skipped?.at ?? 0) + 1);
    let latest = Math.min(openedAt + restMs * (1 + mostJitter), triedAt);
    const trying = tries.slice(Math.max(0, placeOf(tries, triedAt - longestWaitMs)), placeOf(tries, triedAt + slackMs));
    for (const entry of trying) {
      if (entry.at + entry.tookMs + slackMs < triedAt) continue;
      const beside = entry.decisions.find(({ kind, other }) => kind === 'hedged' && other === target)?.ms;
      const isEarly = entry.decisions.some(each => each.kind === 'tried-early' && each.target === target);
      if (isEarly) latest = Math.min(openedAt + restMs * (1 + mostJitter), triedAt + restMs - leastRestMs);
      else if (beside === undefined) continue;
      else if (beside >= headStart.mostMs) latest = Math.min(latest, triedAt - headStart.mostMs / headStart.share);
      else earliest = latest = Math.min(latest, triedAt - beside / headStart.share);
    }
    return [earliest, latest];
  }

  /** The place of the first change after the one that opened it. */
  #after(changes: readonly CircuitEntry[], openedAt: number): number {
    let place = placeOf(changes, openedAt - slackMs);
    while (changes[place] && changes[place]?.after !== 'open') place += 1;
    return place + 1;
  }

  #learn(entry: QuestionEntry): void {
    for (const { kind, target, other, because } of entry.decisions) {
      if (kind === 'skipped' && because === 'circuit-open' && target !== undefined) this.#of(target).skips.push(entry);
      if (kind === 'tried-early' && target !== undefined) this.#of(target).tries.push(entry);
      if (kind === 'hedged' && other !== undefined) this.#of(other).tries.push(entry);
    }
  }

  #of(target: string): Known {
    const known = this.#known.get(target) ?? { changes: [], skips: [], tries: [] };
    this.#known.set(target, known);
    return known;
  }
}

/** Nobody tries a target longer after the question began. */
const longestWaitMs = 600_000;
