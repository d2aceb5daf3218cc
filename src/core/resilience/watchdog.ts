import type { Clock } from '../model/clock.ts';

/** More wall-clock time than time that this process lived through, by so much, says that the machine slept (F170). */
const sleepMs = 5_000;
const longSleepMs = 30_000; // where the monotonic clock goes on in sleep, only the timer is late
const lateMs = 500; // F158: a timer this late says that our own loop was busy, not that a server was slow

/** A timer that can be set again and again; one is due at a time. */
export interface Watchdog {
  /** Calls `due` after `delayMs`, instead of whatever was set before; `slept`: the machine slept meanwhile. */
  set(delayMs: number, due: (slept: boolean) => void): void;
  clear(): void;
}

/**
 * A watchdog on this clock. One that fires late because the process was busy gets its time once more before it calls. Being
 * set anew for a later moment costs no timer: an answer does that with every piece of its text.
 */
export function createWatchdog(clock: Clock): Watchdog {
  let cancel = (): void => undefined;
  let timerAt = Infinity;
  let dueAt = Infinity;
  let fire: (slept: boolean) => void = () => undefined;
  let wallAheadMs = 0;
  let graceMs = 0;
  const arm = (now: number): void => {
    cancel();
    timerAt = dueAt;
    cancel = clock.after(Math.max(0, dueAt - now), look);
  };
  const look = (): void => {
    const now = clock.now();
    timerAt = Infinity;
    if (dueAt - now >= 1) return arm(now); // less is not worth a timer, and may be an error of rounding
    if (now - dueAt > longSleepMs || clock.wall() - now - wallAheadMs > sleepMs) return fire(true);
    if (now - dueAt <= lateMs || graceMs === 0) return fire(false);
    dueAt = now + graceMs;
    graceMs = 0; // once
    arm(now);
  };
  const set = (delayMs: number, due: (slept: boolean) => void): void => {
    const now = clock.now();
    dueAt = now + delayMs;
    wallAheadMs = clock.wall() - now;
    fire = due;
    graceMs = delayMs;
    if (dueAt < timerAt) arm(now);
  };
  return { set, clear: () => cancel() };
}
