import type { LogRecord } from '../core/shared/sharedLog.ts';
import type { DeliverRecord, WriteSteps } from './logFile.ts';
import type { RecordLine } from './logLine.ts';

interface Listener {
  readonly kind: string;
  readonly call: (record: LogRecord, own: boolean) => void;
}

/** Who hears the records of a log: each once, however often it stands there. */
export class RecordDelivery {
  readonly #writer: string;
  readonly #listeners = new Set<Listener>();
  /** Those who came after something was told, and have not been told that. */
  readonly #newcomers = new Set<Listener>();
  /** The number of the last record of each writer. */
  readonly #delivered = new Map<string, number>();

  constructor(writer: string) {
    this.#writer = writer;
  }

  add(kind: string, call: Listener['call']): () => void {
    const listener = { kind, call };
    (this.#delivered.size > 0 ? this.#newcomers : this.#listeners).add(listener);
    return () => {
      this.#newcomers.delete(listener);
      this.#listeners.delete(listener);
    };
  }

  /** Has this record been told? */
  wasDelivered(line: RecordLine): boolean {
    return line.count <= (this.#delivered.get(line.by) ?? 0);
  }

  /** Tells a record to those who want its kind, unless that was done. */
  readonly deliver: DeliverRecord = line => this.#deliver(line, this.#delivered, this.#listeners);

  /** Tells those who came late what `earlier` tells: all that has been heard of what still stands. */
  *deliverEarlier(earlier: (hear: DeliverRecord) => WriteSteps): WriteSteps {
    if (this.#newcomers.size === 0) return;
    const heard = new Map<string, number>();
    try {
      yield* earlier(line => this.#deliver(line, heard, this.#newcomers));
    } finally {
      for (const newcomer of this.#newcomers) this.#listeners.add(newcomer);
      this.#newcomers.clear();
    }
  }

  #deliver(line: RecordLine, heard: Map<string, number>, listeners: ReadonlySet<Listener>): void {
    if (line.count <= (heard.get(line.by) ?? 0)) return;
    heard.set(line.by, line.count);
    const isOwn = line.by.startsWith(this.#writer);
    for (const { kind, call } of listeners) {
      if (kind === line.record.kind) unharmed(() => call(line.record, isOwn));
    }
  }
}

/** A bug in one listener is said as such, and takes nothing from the others. */
function unharmed(call: () => void): void {
  try {
    call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
