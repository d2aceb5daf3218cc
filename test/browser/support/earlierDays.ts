import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { journalHead, journalLine } from '../../../src/core/journal/journalLine.ts';
import type { QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import { attemptEntry, questionEntry } from '../../core/journal/entries.ts';

const dayMs = 86_400_000;

/** Lays a journal of six days before today into a storage that nobody has read yet: four questions a day, answered by this target. */
export async function layEarlierDays(
  storageFolder: string,
  { target, firstTokenMs }: { readonly target: string; readonly firstTokenMs: number },
): Promise<void> {
  const folder = path.join(storageFolder, 'journal');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let daysAgo = 1; daysAgo <= 6; daysAgo += 1) {
    const at = Date.now() - daysAgo * dayMs;
    const lines = [0, 1, 2, 3].map(hour => journalLine(questionAt(at - hour * 3_600_000, { target, firstTokenMs })));
    const day = new Date(at).toISOString().slice(0, 10);
    const file = path.join(folder, `journal-${day}-0000000000a${daysAgo}-0.jsonl`);
    await writeFile(file, [journalHead, ...lines, ''].join('\n'), { mode: 0o600 });
  }
}

const questionAt = (at: number, attempt: { readonly target: string; readonly firstTokenMs: number }): QuestionEntry =>
  questionEntry({
    ...{ id: `earlier-${at}`, at, first: attempt.target, from: attempt.target },
    attempts: [attemptEntry(attempt)],
  });
