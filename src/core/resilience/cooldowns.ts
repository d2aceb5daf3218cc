import { Emitter } from '../shared/emitter.ts';
import type { Clock } from '../model/clock.ts';
import type { Failure } from '../model/failure.ts';
import { ofKey, withEachKey, type Target } from '../model/target.ts';
import type { Connectivity } from './connectivity.ts';
import type { SkipReason } from '../model/note.ts';

export interface Cooldown {
  readonly because: Extract<SkipReason, 'cooling-down' | 'credential' | 'quota' | 'offline'>;
  /** Monotonic ms; Infinity: until the user acts. */
  readonly until: number;
}

const longestCooldownMs = 3_600_000; // F65: asked again after an hour, whatever the server said
const firstCooldownMs = 5_000; // F47: 5 s × 2ⁿ, at most 60 s, when the server gives no time
const maxOwnCooldownMs = 60_000;
const quotaMs = 3_600_000; // F48

/**
 * What keeps a target from being asked although its circuit is closed: a rate limit (of the target), a rejected key or
 * used-up credit (of everything behind the same origin), each for the key that was used. None of these is the model's failure,
 * so no circuit opens for them.
 */
export class Cooldowns {
  /** Whether there is a network: without one, every server that is not on this machine is left alone. */
  readonly connectivity: Connectivity;
  readonly #clock: Clock;
  readonly #closed = new Map<string, Cooldown>();
  /** When each cooldown began: what was asked before says nothing about it. */
  readonly #since = new Map<string, number>();
  readonly #throttledInARow = new Map<string, number>();
  readonly #changed = new Emitter();
  readonly #transitions = new Emitter<string, Cooldown | undefined>();

  constructor(clock: Clock, connectivity: Connectivity) {
    this.#clock = clock;
    this.connectivity = connectivity;
    connectivity.onDidChange(() => this.#changed.fire());
  }

  /** The cooldown that holds this target back now, with several keys the one to end first; undefined: none, or not each key. */
  of(target: Target): Cooldown | undefined {
    const offlineUntil = target.loopback ? undefined : this.connectivity.restsUntil;
    if (offlineUntil !== undefined) return { because: 'offline', until: offlineUntil };
    let soonest: Cooldown | undefined;
    for (const each of withEachKey(target)) {
      const cooldown = this.#holding(ofKey(each.origin, each)) ?? this.#holding(ofKey(each.id, each));
      if (!cooldown) return undefined;
      if (!soonest || cooldown.until < soonest.until) soonest = cooldown;
    }
    return soonest;
  }

  #holding(key: string): Cooldown | undefined {
    const cooldown = this.#closed.get(key);
    return cooldown && cooldown.until > this.#clock.now() ? cooldown : undefined;
  }

  /** Learns from a failure of this target; kinds without a cooldown change nothing. */
  learn(target: Target, failure: Failure): void {
    this.connectivity.lose(target, failure);
    const now = this.#clock.now();
    switch (failure.rules.cooldown) {
      case 'none':
        return;
      case 'credential':
        return this.#close(ofKey(target.origin, target), { because: 'credential', until: Infinity });
      case 'quota':
        return this.#close(ofKey(target.origin, target), { because: 'quota', until: now + quotaMs });
      case 'told':
        if (failure.details.retryAfterMs !== undefined) this.#coolDown(target, failure);
        return;
      case 'cooldown':
        return this.#coolDown(target, failure);
    }
  }

  /**
   * The target answered what it was asked at that moment: a cooldown from before is over, whatever the server said, and its
   * next rate limit begins with the shortest one again.
   */
  forgive(target: Target, askedAt: number): void {
    this.connectivity.reach(target);
    const key = ofKey(target.id, target);
    this.#throttledInARow.delete(key);
    if ((this.#since.get(key) ?? Infinity) > askedAt || !this.#closed.delete(key)) return;
    this.#transitions.fire(key, undefined);
    this.#changed.fire();
  }

  /** The user acted (new key, reset): ends every cooldown of this target and its origin. */
  open(target: Target): void {
    for (const key of withEachKey(target).flatMap(each => [ofKey(each.origin, each), ofKey(each.id, each)])) {
      this.#closed.delete(key);
      this.#throttledInARow.delete(key);
      this.#transitions.fire(key, undefined); // also when none was known here: another window may have begun one just now
    }
    this.connectivity.reset();
    this.#changed.fire();
  }

  /** Takes over what another window found out, or what was known before this one began; undefined: it has ended. */
  adopt(key: string, cooldown: Cooldown | undefined): void {
    this.#since.set(key, this.#clock.now());
    if (cooldown) this.#closed.set(key, cooldown);
    else this.#closed.delete(key);
    this.#changed.fire();
  }

  /** Every cooldown that holds now, by target id or origin, and the name of the key where it has one. */
  get closed(): ReadonlyMap<string, Cooldown> {
    const now = this.#clock.now();
    return new Map([...this.#closed].filter(([, { until }]) => until > now));
  }

  /** Calls back after a cooldown has begun or ended by what happened in this window. */
  onDidTransit(listener: (key: string, cooldown: Cooldown | undefined) => void): () => void {
    return this.#transitions.add(listener);
  }

  /** Calls back after every change. The returned function ends that. */
  onDidChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }

  #coolDown(target: Target, failure: Failure): void {
    this.#close(ofKey(target.id, target), {
      because: 'cooling-down',
      until: this.#clock.now() + this.#cooldownMs(target, failure),
    });
  }

  #cooldownMs(target: Target, failure: Failure): number {
    const asked = failure.details.retryAfterMs;
    if (asked !== undefined) return Math.min(longestCooldownMs, Math.max(250, asked));
    const key = ofKey(target.id, target);
    const before = this.#throttledInARow.get(key) ?? 0;
    this.#throttledInARow.set(key, before + 1);
    return Math.min(maxOwnCooldownMs, firstCooldownMs * 2 ** before);
  }

  #close(key: string, cooldown: Cooldown): void {
    this.#closed.set(key, cooldown);
    this.#since.set(key, this.#clock.now());
    this.#transitions.fire(key, cooldown);
    this.#changed.fire();
  }
}
