import type { CircuitEntry, CircuitState } from '../../../src/core/journal/journalEntry.ts';
import { circuitKey, type Circuits } from '../../../src/core/resilience/circuits.ts';
import type { BreakerState } from '../../../src/core/resilience/circuitBreaker.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { placeOf } from '../record/placeOf.ts';
import type { UserAct } from '../record/userActs.ts';
import type { VirtualTime } from './virtualTime.ts';

/** A circuit that went another way than recorded. */
export interface CircuitDifference {
  /** Wall-clock ms. */
  readonly at: number;
  readonly target: string;
  /** undefined: nothing was recorded. */
  readonly recorded: CircuitEntry | undefined;
  /** What happened now: the change, or the state in which it stayed. */
  readonly now: CircuitState;
}

export interface CircuitWatchParts {
  readonly time: VirtualTime;
  readonly circuits: Circuits;
  readonly targets: readonly Target[];
  /** What is to happen again, by time. */
  readonly expected: readonly CircuitEntry[];
  /** What nobody can be blamed for: questions that are not asked again were under way. Wall-clock ms. */
  readonly isExcused: (at: number) => boolean;
  /** When the rest that began then was over, both wall-clock ms. */
  readonly overAt: (target: string, openedAt: number) => number;
}

/** A change is the recorded one when it comes within this time of it, ms. */
const slackMs = 200;

/**
 * Compares what circuits do with what is recorded of them. Where one goes another way that is told once, and it is put where it stood:
 * else whatever follows would differ too.
 */
export class CircuitWatch {
  readonly differences: CircuitDifference[] = [];
  readonly #parts: CircuitWatchParts;
  readonly #recorded: ReadonlyMap<string, readonly CircuitEntry[]>;
  readonly #own: CircuitEntry[] = [];
  readonly #matched = new Set<CircuitEntry>();
  readonly #states = new Map<string, CircuitState>();

  constructor(parts: CircuitWatchParts) {
    this.#parts = parts;
    this.#recorded = Map.groupBy(parts.expected, ({ target }) => target);
    parts.circuits.onDidTransit((key, { state }) => this.#hear(key, state.is));
    for (const entry of parts.expected) this.#later(entry.at, () => this.#checkRecorded(entry));
  }

  /** Does what the user did then. */
  act({ target: id, does }: UserAct): void {
    const target = this.#target(id);
    if (!target) return;
    if (does === 'pause') this.#parts.circuits.of(target).pause();
    else if (does === 'reset') this.#parts.circuits.reset(target);
    else this.#adopt(target, does.adopt);
  }

  /** The first change that is recorded of a target after a moment, wall-clock ms. */
  nextChange(target: string, after: number): CircuitEntry | undefined {
    const recorded = this.#recorded.get(target) ?? [];
    return recorded.slice(placeOf(recorded, after)).find(({ before }) => before === 'half-open');
  }

  /** As the journal hears of it: a change to the same state is none. */
  #hear(key: string, after: CircuitState): void {
    const target = this.#parts.targets.find(each => circuitKey(each) === key);
    const before = this.#states.get(key) ?? 'closed';
    this.#states.set(key, after);
    if (!target || before === after) return;
    const entry: CircuitEntry = { kind: 'circuit', at: this.#parts.time.wall, target: target.id, before, after };
    this.#own.push(entry);
    this.#later(entry.at, () => this.#checkOwn(entry));
  }

  #later(at: number, check: () => void): void {
    this.#parts.time.at(at - this.#parts.time.beganAt + slackMs, 'user', check);
  }

  #checkRecorded(entry: CircuitEntry): void {
    const own = this.#own.findLast(each => isSame(each, entry) && !this.#matched.has(each));
    if (own) return void this.#matched.add(own).add(entry);
    if (this.#matched.has(entry)) return;
    this.#matched.add(entry);
    this.#tell(entry.target, entry);
  }

  #checkOwn(entry: CircuitEntry): void {
    if (this.#matched.has(entry)) return;
    const near = this.#recorded.get(entry.target) ?? [];
    const recorded = near
      .slice(placeOf(near, entry.at - slackMs), placeOf(near, entry.at + slackMs + 1))
      .find(each => isSame(each, entry) && !this.#matched.has(each));
    this.#matched.add(entry);
    if (recorded) return void this.#matched.add(recorded);
    this.#tell(entry.target, undefined, entry);
  }

  #tell(id: string, recorded: CircuitEntry | undefined, own?: CircuitEntry): void {
    const target = this.#target(id);
    if (!target) return;
    const at = recorded?.at ?? own?.at ?? this.#parts.time.wall;
    const now = own?.after ?? this.#parts.circuits.of(target).state.is;
    if (!this.#parts.isExcused(at)) this.differences.push({ at, target: id, recorded, now });
    const known = this.#recorded.get(id) ?? [];
    const state = known[placeOf(known, this.#parts.time.wall + 1) - 1]?.after ?? 'closed';
    if (this.#parts.circuits.of(target).state.is !== state) this.#adopt(target, state);
  }

  #adopt(target: Target, is: CircuitState): void {
    const { circuits, overAt, time } = this.#parts;
    const until = is === 'open' ? overAt(target.id, time.wall) - time.beganAt : 0;
    const state: BreakerState = is === 'open' ? { is, until } : { is };
    circuits.of(target).adopt(state, is === 'closed' ? 0 : circuits.of(target).failedProbes);
    this.#states.set(circuitKey(target), is);
  }

  #target(id: string): Target | undefined {
    return this.#parts.targets.find(each => each.id === id);
  }
}

const isSame = (one: CircuitEntry, other: CircuitEntry): boolean =>
  one.target === other.target && one.after === other.after && Math.abs(one.at - other.at) <= slackMs;
