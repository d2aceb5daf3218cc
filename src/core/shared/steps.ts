import { type Clock, reasonOf } from '../model/clock.ts';

/** Long work that may be interrupted: it yields where others may run. */
export type Steps<T> = Generator<void, T, void>;

/** How the event loop, which all extensions share, gets its turns. */
export interface Pace {
  /** ms. */
  readonly now: () => number;
  /** Settles when others have had their turn. */
  readonly turn: () => Promise<void>;
}

/** A stretch of work ends after this, a quarter of what a frame allows, ms. */
const stretchMs = 4;

/** No turns: for what nobody waits beside. */
export const unpaced: Pace = { now: () => 0, turn: () => Promise.resolve() };

/** The turns of a clock. */
export const paceOf = (clock: Pick<Clock, 'now' | 'after'>): Pace => ({
  now: () => clock.now(),
  turn: () => new Promise(resolve => void clock.after(0, resolve)),
});

/** The same turns, until that is aborted: then the work ends with its reason, and is not done to its end. */
export const paceUntil = (signal: AbortSignal, { now, turn }: Pace): Pace => ({
  now,
  async turn() {
    await turn();
    if (signal.aborted) throw reasonOf(signal);
  },
});

/** Does the work in stretches of some ms. */
export async function inSteps<T>(work: Steps<T>, { now, turn }: Pace): Promise<T> {
  let until = now() + stretchMs;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (now() < until) continue;
    await turn();
    until = now() + stretchMs;
  }
}

/** Does the work at once, for texts that are known to be short. */
export function atOnce<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
