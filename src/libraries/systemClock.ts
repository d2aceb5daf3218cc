import type { Clock } from '../core/model/clock.ts';

const longestTimerMs = 2 ** 31 - 1; // setTimeout fires at once beyond this (F172)

/** The machine's own time and chance. */
export const systemClock: Clock = {
  now: () => performance.now(),
  wall: () => Date.now(),
  random: () => Math.random(),
  after: (delayMs, due) => {
    // Node takes whole ms only; a fraction makes V8 throw away all code that it has compiled for timers
    const timer = setTimeout(due, Math.trunc(Math.min(longestTimerMs, Math.max(0, delayMs))));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
