/** One line of the log: plain data, at most 512 bytes when written. */
export interface LogRecord {
  readonly kind: string;
  readonly [field: string]: string | number | boolean;
}

/**
 * What all windows of this machine know together, as records in one order that they agree on: circuits, cooldowns, probes.
 * Nothing is read or opened before the first call.
 */
export interface SharedLog {
  /**
   * Hears every record of this kind exactly once, in the one order, those of this window included; those that already
   * stand in the log come first, with the next `refresh`. The returned function ends it.
   */
  hear(kind: string, listener: (record: LogRecord, own: boolean) => void): () => void;
  /**
   * Adds a record; settles when it has been heard in its place. Never rejects: when the disk fails the record is heard from
   * memory alone, and `durable` becomes false.
   */
  append(record: LogRecord): Promise<void>;
  /** Reads what other windows have added since. Never rejects. */
  refresh(): Promise<void>;
  /** False while something could not be kept: what is said then holds for this window alone. */
  readonly durable: boolean;
}
