/** Named texts that outlive the process. Names are plain file names: letters, digits, dots and dashes. */
export interface Store {
  /** The text of that name as it was last written, whole; undefined when there is none or it cannot be read. Never rejects. */
  read(name: string): Promise<string | undefined>;
  /** Replaces the text; after a crash it is the old one or the new one. Rejects with a StoreError when it cannot be kept. */
  write(name: string, text: string): Promise<void>;
  /** Removes the text; one that is not there is removed already. Rejects with a StoreError. */
  remove(name: string): Promise<void>;
  /** The names that can be read. Never rejects. */
  names(): Promise<readonly string[]>;
}

/** Why something could not be kept. */
export type StoreTrouble =
  /** No space, or over the quota. */
  | 'full'
  /** Not allowed: another user's, say. */
  | 'forbidden'
  /** The disk takes nothing at all. */
  | 'read-only'
  /** The system opens no more files at the moment. */
  | 'no-handles'
  /** Something else stands there, such as a folder, or it cannot be understood. */
  | 'unusable'
  | 'unknown';

/** The only error of a Store. `trouble` has its words in the editor; the cause is for the log. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble, cause?: unknown) {
    super(trouble, { cause });
    this.trouble = trouble;
  }
}
