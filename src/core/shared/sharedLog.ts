import type { StoreTrouble } from './store.ts';

/** Why a log could not be kept, or not be read as it was written. */
export type LogTrouble =
  | StoreTrouble
  /** What stood in the place of its file is none of ours: it has another name now, and nothing of it counts. */
  | 'set-aside'
  /** Lines of it were changed after they were written; they do not count. */
  | 'damaged';

/**
 * One line of the log: plain data, finite numbers, at most about 430 bytes as JSON. A longer one counts in this window
 * alone.
 */
export interface LogRecord {
  readonly kind: string;
  readonly [field: string]: string | number | boolean;
}

export interface AppendOptions {
  /** Settle only when the record would survive a power cut (about 1 ms); without it, it survives this process. Default false. */
  readonly flush?: boolean;
}

/**
 * What all windows of this machine know together, as records in one order that they agree on: circuits, cooldowns, probes.
 * Nothing is read or opened before the first `append` or `refresh`.
 */
export interface SharedLog {
  /**
   * Calls the listener with every record of this kind exactly once, in the one order, those of this window included; those that already
   * stand in the log come first, with the next `refresh` or `append`. The returned function ends it.
   */
  subscribe(kind: string, listener: (record: LogRecord, own: boolean) => void): () => void;
  /**
   * Adds a record; settles when the listeners were called, in its place in the order. Never rejects: when the disk fails they are called from
   * memory alone, `durable` becomes false, and it is added for the others when the disk works again.
   */
  append(record: LogRecord, options?: AppendOptions): Promise<void>;
  /** Reads what other windows have added since, and changes nothing. Never rejects. */
  refresh(): Promise<void>;
  /** False while something could not be kept: what is said then holds for this window alone. */
  readonly durable: boolean;
}

/** A shared log that whoever opened it closes. */
export interface OpenedLog extends SharedLog {
  close(): void;
}

export interface SharedLogOptions {
  /** How many days keep what they hold, the present one included. */
  readonly keep: number;
  /** What still counts of all records; put at the head of a new day. Applying it again must change nothing. */
  readonly carryOver: () => readonly LogRecord[];
  /** Each trouble once, and once more after all went well again. `detail` is for a person who looks for the cause. */
  readonly onTrouble: (trouble: LogTrouble, detail: string) => void;
}

/** What is shared, with whom, and when its day begins: with the windows of this machine on files, or through an engine. */
export interface Sharing {
  /** Opens what all know together under a name: 'circuits', 'ledger'. Nothing is read before it is needed. */
  readonly openSharedLog: (name: string, options: SharedLogOptions) => OpenedLog;
  /** The day of a wall-clock time, as all who share see it: '2026-11-22'. */
  readonly dayOf: (wallMs: number) => string;
  /** Which workspace this is, as an opaque string of at most 64 characters that is the same for all who share. */
  readonly workspaceId: () => string;
}
