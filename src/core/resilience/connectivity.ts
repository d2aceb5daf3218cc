import { Emitter } from '../shared/emitter.ts';
import type { Clock } from '../model/clock.ts';
import type { Failure, FailureKind } from '../model/failure.ts';
import type { Target } from '../model/target.ts';

const unconnected: ReadonlySet<FailureKind> = new Set(['unreachable', 'connect-timeout', 'unknown-host']);

/** Did this attempt not even get a connection? */
export const isUnconnected = ({ kind }: Failure): boolean => unconnected.has(kind);

/** Failures to connect this close together mean that the network is gone, not the servers. */
const windowMs = 60_000;
/** After so long the next question looks whether the network is back. */
const restMs = 10_000;
const minimumOrigins = 2;

/**
 * Whether there is a network, as far as attempts at servers elsewhere show: one state for all of them, because a lost
 * network (a train in a tunnel) is not a failure of the servers and must not open their circuits.
 */
export class Connectivity {
  readonly #clock: Clock;
  readonly #hasInterface: () => boolean;
  /** Origins that could not be connected to, and when; nothing of elsewhere has answered since. */
  readonly #lost = new Map<string, number>();
  readonly #changed = new Emitter();

  /** `hasInterface`: does this machine have any way out at all? Asked only after a failure to connect. */
  constructor(clock: Clock, hasInterface: () => boolean = () => true) {
    this.#clock = clock;
    this.#hasInterface = hasInterface;
  }

  /** Learns from a failed attempt at this target. */
  lose({ origin, loopback }: Pick<Target, 'origin' | 'loopback'>, failure: Failure): void {
    if (loopback || failure.details.code === 'hurried') return; // it had no time to be reached
    if (!isUnconnected(failure)) {
      if (failure.details.sent === 'maybe') this.#reach(); // a server that took a request was reached
      return;
    }
    this.#lost.set(origin, this.#clock.now());
    this.#changed.fire();
  }

  /** This target answered. */
  reach({ loopback }: Pick<Target, 'loopback'>): void {
    if (!loopback) this.#reach();
  }

  /** Is this failure the missing network's fault, and not the server's? */
  excuses({ loopback }: Pick<Target, 'loopback'>, failure: Failure): boolean {
    return !loopback && isUnconnected(failure) && this.isOffline;
  }

  /** The user says that it is back. */
  reset(): void {
    this.#reach();
  }

  /**
   * At least two servers elsewhere could not be connected to within a minute, or one could not and this machine has no way
   * out; and none was reached since.
   */
  get isOffline(): boolean {
    const lost = this.#recent().length;
    return lost >= minimumOrigins || (lost > 0 && !this.#hasInterface());
  }

  /** How long, ms, that stays true if nothing more is learnt; undefined: it is not true. */
  get offlineForMs(): number | undefined {
    return this.isOffline ? Math.max(...this.#recent()) + windowMs - this.#clock.now() : undefined;
  }

  /** Until when no server elsewhere should be asked, monotonic ms; undefined: ask. */
  get restsUntil(): number | undefined {
    if (!this.isOffline) return undefined;
    const until = Math.max(...this.#recent()) + restMs;
    return until > this.#clock.now() ? until : undefined;
  }

  /** Calls back after every change. The returned function ends that. */
  onDidChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }

  #recent(): number[] {
    const now = this.#clock.now();
    return [...this.#lost.values()].filter(at => now - at < windowMs);
  }

  #reach(): void {
    if (this.#lost.size === 0) return;
    this.#lost.clear();
    this.#changed.fire();
  }
}
