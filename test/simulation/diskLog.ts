import type { LogRecord, SharedLog } from '../../src/core/shared/sharedLog.ts';
import type { SeededClock } from './seededClock.ts';

/**
 * A log in memory behind a disk that takes its time: one turn after another, and each turn writes all that waits, as
 * `storage/fileLog.ts` does.
 */
export function diskLog(log: SharedLog, clock: SeededClock, slowestMs: number): SharedLog {
  const waiting: LogRecord[] = [];
  let work = Promise.resolve();
  const turn = (): Promise<void> => {
    work = work.then(async () => {
      await clock.sleep(slowestMs * clock.random());
      const records = waiting.splice(0);
      if (records.length === 0) await log.refresh();
      for (const record of records) await log.append(record);
    });
    return work;
  };
  return {
    durable: true,
    subscribe: log.subscribe,
    refresh: turn,
    append: record => {
      waiting.push(record);
      return turn();
    },
  };
}
