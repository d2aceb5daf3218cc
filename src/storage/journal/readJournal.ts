import type { JournalEntry } from '../../core/journal/journalEntry.ts';
import { listJournal } from './journalFolder.ts';
import { JournalReader } from './journalReader.ts';

/** Tells all that the journal in a folder holds, oldest day first. Throws the errors of the system; without a folder there is nothing. */
export async function readJournal(folder: string, listener: (entry: JournalEntry) => void): Promise<void> {
  for (const file of await listJournal(folder)) await new JournalReader(file).read(file, listener);
}
