import type { JournalEntry } from './journalEntry.ts';

/** Where the entries of all windows outlive them. */
export interface JournalSink {
  /** Takes an entry, to be kept soon; never throws, and waits for nothing. */
  append(entry: JournalEntry): void;
  /**
   * Tells what this window has not heard yet, at first all that is kept, oldest day first, and never what it has appended itself;
   * settles when there is no more. Never rejects: what cannot be read is passed over.
   */
  read(listener: (entry: JournalEntry) => void): Promise<void>;
  /** Forgets all of it, in all windows. Rejects with a StoreError when some could not be removed. */
  clear(): Promise<void>;
  /** Writes what is not written yet, at once: the window is about to close. */
  close(): void;
}
