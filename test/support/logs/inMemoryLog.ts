import type { LogRecord, SharedLog } from '../../../src/core/shared/sharedLog.ts';

interface Listener {
  readonly kind: string;
  readonly call: (record: LogRecord, own: boolean) => void;
  /** How many records it has been past. */
  position: number;
}

interface Line {
  readonly record: LogRecord;
  readonly writer: SharedLog;
}

/** A shared log that lives in memory, for several windows in one process. */
export class InMemoryLog {
  readonly #lines: Line[] = [];

  /** The log as one window sees it; it hears of the other windows' records when it refreshes or appends. */
  window(): SharedLog {
    const listeners = new Set<Listener>();
    const refresh = async (): Promise<void> => {
      await Promise.resolve(); // as with a disk: never before the caller goes on
      this.#tell(listeners, log);
    };
    const log: SharedLog = {
      durable: true,
      refresh,
      append: record => {
        this.#lines.push({ record, writer: log });
        return refresh();
      },
      subscribe: (kind, call) => {
        const listener = { kind, call, position: 0 };
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    return log;
  }

  #tell(listeners: ReadonlySet<Listener>, log: SharedLog): void {
    const from = Math.min(...[...listeners].map(({ position }) => position));
    for (const [index, { record, writer }] of this.#lines.entries()) {
      if (index < from) continue;
      for (const listener of listeners) {
        if (listener.position !== index) continue;
        listener.position = index + 1;
        if (listener.kind === record.kind) listener.call(record, writer === log);
      }
    }
  }
}
