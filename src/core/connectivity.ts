import type { AttemptNote } from './ask.ts';
import type { Clock } from './clock.ts';
import type { FailureKind } from './failure.ts';
import type { Target } from './target.ts';

const unconnected: ReadonlySet<FailureKind | 'answered'> = new Set(['unreachable', 'connect-timeout', 'unknown-host']);
/** Failures to connect this close together mean that the network is gone, not the servers. */
const windowMs = 60_000;
const minimumOrigins = 2;

/** Whether there is a network, as far as attempts at servers elsewhere show. */
export class Connectivity {
  readonly #clock: Clock;
  /** Origins that could not be connected to, and when; nothing of elsewhere has answered since. */
  readonly #lost = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How long, in ms, what an attempt at this target has shown stays true; 0: it showed nothing new. */
  learn(target: Pick<Target, 'origin' | 'loopback'>, note: AttemptNote): number {
    if (target.loopback) return 0;
    if (unconnected.has(note.outcome)) {
      this.#lost.set(target.origin, this.#clock.now());
      return windowMs;
    }
    // whoever took a request, or answered it, has been reached
    if (note.outcome === 'answered' || note.failure?.details.sent === 'maybe') this.#lost.clear();
    return 0;
  }

  /** At least two servers elsewhere could not be connected to within a minute, and none was reached since (decisions 9). */
  get isOffline(): boolean {
    const now = this.#clock.now();
    return [...this.#lost.values()].filter(at => now - at < windowMs).length >= minimumOrigins;
  }
}
