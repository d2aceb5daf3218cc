import type { Note } from '../../core/model/note.ts';
import { changedFiles } from './changedFiles.ts';
import { changesPart, shownFiles } from './changeSections.ts';

/** How many files a change has, and of how many of them not all lines went to the model that answered. */
export interface PartlyShown {
  readonly files: number;
  readonly partly: number;
}

/** What of a change did not go along for want of room. What nobody wrote, and what must not be read, is not counted. */
export function partlyShown(diff: string, notes: readonly Note[], target: string): PartlyShown {
  const files = changedFiles(diff);
  const { shown, others } = shownFiles(files);
  const last = notes.findLast(note => note.kind === 'trimmed' && note.target === target);
  const cut = last?.kind === 'trimmed' ? [...last.leftOut, ...last.shortened].filter(name => name === changesPart) : [];
  return { files: files.length, partly: Math.min(cut.length, shown.length) + others.length };
}
