import type { Clock } from './clock.ts';

const lateMs = 500; // F158: a timer this late says that our own loop was busy, not that a server was slow

/** A timer that can be set again and again; one is due at a time. */
export interface Watchdog {
  /** Calls `due` after `delayMs`, instead of whatever was set before. */
  set(delayMs: number, due: () => void): void;
  clear(): void;
}

/** A watchdog on this clock. One that fires late because the process was busy gets its time once more before it bites. */
export function createWatchdog(clock: Clock): Watchdog {
  let cancel = (): void => undefined;
  const set = (delayMs: number, due: () => void, again = true): void => {
    cancel();
    const dueAt = clock.now() + delayMs;
    cancel = clock.after(delayMs, () => {
      if (again && clock.now() - dueAt > lateMs) set(delayMs, due, false);
      else due();
    });
  };
  return { set: (delayMs, due) => set(delayMs, due), clear: () => cancel() };
}
