import type { AlertEntry, AlertKind, QuestionEntry } from '../journal/journalEntry.ts';
import type { Clock } from '../model/clock.ts';
import type { Speed } from '../status/slowTargets.ts';
import { setBackMs, shareRules, slowness, watchedMs, type ShareRule } from './alertRules.ts';

export interface AlertParts {
  readonly clock: Clock;
  /** The median time to the first token that a target usually takes, ms; undefined: too little is known. */
  readonly usualFirstTokenMs: (target: string) => number | undefined;
  /** Hears how quick each target is that was asked, where it is known how quick it usually is. Default: nobody does. */
  readonly onSpeed?: (speed: Speed) => void;
}

/** Most questions that are watched at once. */
const mostWatched = 500;

/**
 * Watches the questions of the latest quarter of an hour: raises an alert when a share or a time is out of bounds and clears it when
 * it is well within them again. Each is raised once until it is cleared.
 */
export class Alerts {
  readonly #parts: AlertParts;
  readonly #active = new Map<string, AlertEntry>();
  #watched: { readonly at: number; readonly entry: QuestionEntry }[] = [];
  #wallAhead: number;

  constructor(parts: AlertParts) {
    this.#parts = parts;
    this.#wallAhead = parts.clock.wall() - parts.clock.now();
  }

  /** What is wrong now, the oldest first. */
  get active(): readonly AlertEntry[] {
    return [...this.#active.values()];
  }

  /** Takes a question that has ended; what is to be said because of it. Rehearsed ones say nothing. */
  add(entry: QuestionEntry): readonly AlertEntry[] {
    if (entry.rehearsed) return [];
    const now = this.#parts.clock.now();
    this.#watched.push({ at: now, entry });
    this.#watched = this.#watched.filter(({ at }) => now - at < watchedMs).slice(-mostWatched);
    const entries = this.#watched.map(watched => watched.entry);
    const targets = new Set(entry.attempts.map(({ target }) => target));
    return [
      ...shareRules.flatMap(rule => this.#judgeShare(rule, entries)),
      ...[...targets].flatMap(target => this.#judgeSpeed(target, entries)),
      ...this.#judgeClock(),
    ];
  }

  #judgeShare({ kind, count, least, raiseAt, clearAt }: ShareRule, entries: readonly QuestionEntry[]) {
    let [part, whole] = [0, 0];
    for (const entry of entries) {
      const counted = count(entry);
      part += counted.part;
      whole += counted.whole;
    }
    const value = whole === 0 ? 0 : part / whole;
    return this.#judge({ kind, value }, { isRaised: whole >= least && value >= raiseAt, isOver: value <= clearAt });
  }

  #judgeSpeed(target: string, entries: readonly QuestionEntry[]) {
    const usual = this.#parts.usualFirstTokenMs(target);
    const times = entries
      .flatMap(({ attempts }) => attempts.filter(attempt => attempt.target === target))
      .flatMap(({ firstTokenMs }) => firstTokenMs ?? [])
      .slice(-slowness.least)
      .toSorted((one, other) => one - other);
    const value = times[Math.floor((times.length - 1) / 2)];
    if (usual === undefined || value === undefined) return [];
    const isKnown = times.length >= slowness.least;
    const isRaised = isKnown && value >= usual * slowness.times && value >= slowness.leastMs;
    const isOver = value <= usual * slowness.overTimes;
    const told = this.#judge({ kind: 'slow', value, target }, { isRaised, isOver });
    const isSlow = this.#active.has(keyOf('slow', target));
    this.#parts.onSpeed?.({ target, firstTokenMs: value, usualMs: usual, isSlow });
    return told;
  }

  /** Wall time may run ahead of the other, because that one stands still while the machine sleeps; it never falls behind by itself. */
  #judgeClock() {
    const { clock } = this.#parts;
    const ahead = clock.wall() - clock.now();
    const behindMs = this.#wallAhead - ahead;
    this.#wallAhead = ahead;
    if (behindMs <= setBackMs) return [];
    const alert: AlertEntry = { kind: 'alert', at: clock.wall(), alert: 'clock', is: 'raised', value: behindMs };
    return [alert]; // it has happened, and is over with that
  }

  #judge(
    { kind, value, target }: { readonly kind: AlertKind; readonly value: number; readonly target?: string },
    { isRaised, isOver }: { readonly isRaised: boolean; readonly isOver: boolean },
  ): readonly AlertEntry[] {
    const key = keyOf(kind, target);
    const isActive = this.#active.has(key);
    if (isActive ? !isOver : !isRaised) return [];
    const at = this.#parts.clock.wall();
    const is = isActive ? 'cleared' : 'raised';
    const entry: AlertEntry = { kind: 'alert', at, alert: kind, is, value, ...(target !== undefined && { target }) };
    if (isActive) this.#active.delete(key);
    else this.#active.set(key, entry);
    return [entry];
  }
}

const keyOf = (kind: AlertKind, target = ''): string => `${kind} ${target}`;
