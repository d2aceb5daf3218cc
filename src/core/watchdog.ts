import type { Clock } from './clock.ts';

const lateMs = 500; // F158: a timer this late says that our own loop was busy, not that a server was slow

/** A timer that can be set again and again; one is due at a time. */
export interface Watchdog {
  /** Calls `due` after `delayMs`, instead of whatever was set before. */
  set(delayMs: number, due: () => void): void;
  clear(): void;
}

/**
 * A watchdog on this clock. One that fires late because the process was busy gets its time once more before it bites. Being
 * set anew for a later moment costs no timer: an answer does that with every piece of its text.
 */
export function createWatchdog(clock: Clock): Watchdog {
  let cancel = (): void => undefined;
  let timerAt = Infinity;
  let dueAt = Infinity;
  let bite = (): void => undefined;
  let patienceMs = 0;
  const arm = (at: number): void => {
    cancel();
    timerAt = at;
    cancel = clock.after(Math.max(0, at - clock.now()), look);
  };
  const look = (): void => {
    const now = clock.now();
    timerAt = Infinity;
    if (now < dueAt) return arm(dueAt);
    if (now - dueAt <= lateMs || patienceMs === 0) return bite();
    dueAt = now + patienceMs;
    patienceMs = 0; // once
    arm(dueAt);
  };
  const set = (delayMs: number, due: () => void): void => {
    dueAt = clock.now() + delayMs;
    bite = due;
    patienceMs = delayMs;
    if (dueAt < timerAt) arm(dueAt);
  };
  return { set, clear: () => cancel() };
}
