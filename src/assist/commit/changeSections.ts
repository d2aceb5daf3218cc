import { fenceAround } from '../../core/confidence/reading/blocks.ts';
import type { TextPart } from '../../core/model/prompt.ts';
import { changedFiles, type ChangedFile } from './changedFiles.ts';
import { importanceOf, type Importance } from './importance.ts';

/** What goes first when there is not room for all: what says least about why the change was made. */
const priorities: Readonly<Record<Exclude<Importance, 'none'>, number>> = { code: 60, tests: 50, texts: 40 };
/** How a part with lines of a file is called. */
export const changesPart = 'changes';

/** Of more files the names are enough. */
const mostShown = 80;
const mostNamed = 300;

/**
 * The changes of a diff: every file with what happened to it and how many lines, and the hunks of those that somebody wrote, each
 * a part of its own, so that a long one leaves room for the others.
 */
export function changeSections(diff: string): readonly TextPart[] {
  const { shown } = shownFiles(changedFiles(diff));
  return [changedFilesSection(diff), ...shown.map(hunksPart)];
}

/** Every file with what happened to it and how many lines. */
export function changedFilesSection(diff: string): TextPart {
  const files = changedFiles(diff);
  return {
    kind: 'text',
    name: 'changed files',
    role: 'user',
    priority: 90,
    text: `Changed files:\n${files.slice(0, mostNamed).map(fileLine).join('\n')}${moreLine(files.length)}`,
    shrinks: { headLines: 1, tailLines: 0, focus: 'start', keep: [] },
  };
}

/** The files of which lines go along, what says most of the change first, and those of which only the names are told for their number. */
export function shownFiles(files: readonly ChangedFile[]): Record<'shown' | 'others', readonly ChangedFile[]> {
  const order: readonly Importance[] = ['code', 'tests', 'texts'];
  const written = order.flatMap(importance =>
    files.filter(file => importanceOf(file) === importance && file.hunks.length > 0),
  );
  return { shown: written.slice(0, mostShown), others: written.slice(mostShown) };
}

const moreLine = (count: number): string => (count > mostNamed ? `\nand ${count - mostNamed} more` : '');

function hunksPart(file: ChangedFile): TextPart {
  const text = file.hunks.join('\n');
  const fence = fenceAround(text);
  const importance = importanceOf(file);
  return {
    kind: 'text',
    name: changesPart,
    role: 'user',
    priority: importance === 'none' ? 30 : priorities[importance],
    text: `Changes of ${flat(file.path)}:\n${fence}diff\n${text}\n${fence}`,
    shrinks: { headLines: 2, tailLines: 1, focus: 'start', keep: [] },
  };
}

function fileLine({ path, from, change, isBinary, added, removed }: ChangedFile): string {
  const moved = from === undefined ? flat(path) : `${flat(from)} → ${flat(path)}`;
  return `${change}: ${moved}${isBinary ? ', not text' : `, +${added} −${removed} lines`}`;
}

/** On one line: a file's name is data. */
const flat = (name: string): string => name.replace(/[\s`]+/g, ' ').trim();
