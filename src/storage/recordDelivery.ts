import type { LogRecord } from '../core/shared/sharedLog.ts';
import type { DeliverRecord, WriteSteps } from './logFile.ts';
import type { RecordLine } from './logLine.ts';

interface Listener {
  readonly kind: string;
  readonly call: (record: LogRecord, own: boolean) => void;
}

/** Delivers the records of a log to its listeners: each once, however often it stands in the files. */
export class RecordDelivery {
  readonly #writer: string;
  readonly #listeners = new Set<Listener>();
  /** Listeners that were added after the first record, and have not got the earlier ones. */
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

  /** Was this record delivered? */
  wasDelivered(line: RecordLine): boolean {
    return line.count <= (this.#delivered.get(line.by) ?? 0);
  }

  /** Delivers a record to the listeners of its kind, unless that was done. */
  readonly deliver: DeliverRecord = line => this.#deliver(line, this.#delivered, this.#listeners);

  /** Delivers to late listeners what `earlier` gives: all delivered records that still stand in the files. */
  *deliverEarlier(earlier: (hear: DeliverRecord) => WriteSteps): WriteSteps {
    if (this.#newcomers.size === 0) return;
    const delivered = new Map<string, number>();
    try {
      yield* earlier(line => this.#deliver(line, delivered, this.#newcomers));
    } finally {
      for (const newcomer of this.#newcomers) this.#listeners.add(newcomer);
      this.#newcomers.clear();
    }
  }

  #deliver(line: RecordLine, delivered: Map<string, number>, listeners: ReadonlySet<Listener>): void {
    if (line.count <= (delivered.get(line.by) ?? 0)) return;
    delivered.set(line.by, line.count);
    const isOwn = line.by.startsWith(this.#writer);
    for (const { kind, call } of listeners) {
      if (kind === line.record.kind) callSafely(() => call(line.record, isOwn));
    }
  }
}

/** What a listener throws is a bug: it is thrown later, so that the other listeners still get the record. */
function callSafely(call: () => void): void {
  try {
    call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
