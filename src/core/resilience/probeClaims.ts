/** A window's wish to be the one that tries a target again. */
interface Claim {
  readonly id: string;
  /** Wall-clock ms. */
  readonly until: number;
}

/** A window that was closed in the middle of its try holds up the others no longer than this. */
export const claimMs = 40_000;
/** More windows than that do not want to try the same target again at the same time. */
const mostClaims = 32;

/**
 * Which window may try each target again, by the order of the claims in the log that all windows read: the first one that has
 * not given up. Who comes later has the right when the one before gives it back, unless it has given up itself.
 */
export class ProbeClaims {
  readonly #ofCircuits = new Map<string, readonly Claim[]>();

  /** The claim that has the right now, `nowMs` by the wall clock; undefined: nobody's. */
  holderOf(key: string, nowMs: number): string | undefined {
    return this.#ofCircuits.get(key)?.find(({ until }) => until > nowMs)?.id;
  }

  /** Made `at`; others are over by the claims' own times, so that all windows agree, or when the clock was set back. */
  add(key: string, id: string, { at, until }: { readonly at: number; readonly until: number }): void {
    const earlier =
      this.#ofCircuits.get(key)?.filter(claim => claim.until > at && claim.until <= at + 2 * claimMs) ?? [];
    if (earlier.length < mostClaims)
      this.#ofCircuits.set(key, [...earlier, { id, until: Math.min(until, at + claimMs) }]);
  }

  giveBack(key: string, id: string): void {
    const others = this.#ofCircuits.get(key)?.filter(claim => claim.id !== id) ?? [];
    if (others.length > 0) this.#ofCircuits.set(key, others);
    else this.#ofCircuits.delete(key);
  }

  /** Whoever tried it has reported how it is. */
  end(key: string): void {
    this.#ofCircuits.delete(key);
  }
}
