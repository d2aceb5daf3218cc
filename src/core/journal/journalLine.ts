import { entryCodecs } from './fieldNames.ts';
import type { JournalEntry } from './journalEntry.ts';

/** The first line of every file: who wrote it, and in which version of the format. */
export const journalHead = JSON.stringify({ journal: 'steadfast', format: 1 });

/** Longer lines are not ours. A question whose six attempts all failed makes less than 3 KB. */
export const maxJournalLineLength = 16_384;

/** An entry as one line of JSON, without its line break. */
export function journalLine(entry: JournalEntry): string {
  const { kind, ...fields } = entry;
  const codec: { readonly write: (value: never) => unknown } = entryCodecs[kind];
  return JSON.stringify({ kind, ...(codec.write(fields as never) as object) });
}

/** The entry that stands in a line; undefined: none that this version understands. */
export function readJournalLine(line: string): JournalEntry | undefined {
  if (line.length > maxJournalLineLength || !line.startsWith('{"kind":')) return undefined;
  const json = parsed(line);
  if (typeof json !== 'object' || json === null) return undefined;
  const kind: unknown = Reflect.get(json, 'kind');
  if (kind !== 'question' && kind !== 'circuit' && kind !== 'alert') return undefined;
  const fields = entryCodecs[kind].read(json);
  return fields && ({ kind, ...fields } as JournalEntry);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // written in part, or changed by others
  }
}
