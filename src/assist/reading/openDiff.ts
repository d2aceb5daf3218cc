import type { DiffSection } from '../commit/changedFiles.ts';
import type { Steps } from '../../core/shared/steps.ts';

/** The diff of these sections, in which the files that are closed are named and nothing of them is shown. */
export function* withoutLinesOf(sections: readonly DiffSection[], closed: ReadonlySet<string>): Steps<string> {
  const shown: string[] = [];
  for (const { text, file } of sections) {
    if (file) shown.push(closed.has(file.path) ? headOf(text) : text);
    yield;
  }
  return shown.join('');
}

const headLine =
  /^(?:diff --|index |--- |\+\+\+ |(?:old|new) mode |(?:new file|deleted file) mode |(?:dis)?similarity index |(?:rename|copy) (?:from|to) |Binary files )/;

/** By what may stand there: what is unknown may be a line of the file. */
function headOf(section: string): string {
  const hunks = section.indexOf('\n@@');
  const head = hunks < 0 ? section : section.slice(0, hunks + 1);
  return head
    .split(/(?<=\n)/)
    .filter(line => headLine.test(line))
    .join('');
}

/** A longer text of a new file is cut at a line's end, characters: twice what is read of one. */
const longestNew = 200_000;
/** So many lines are written in one step. */
const linesOfStep = 1_000;

/** A file that no commit has yet, as a diff shows it; without lines where its text is not known or is none. */
export function* newFileDiff(path: string, text: string | undefined): Steps<string> {
  const [was, is] = [quoted(`a/${path}`), quoted(`b/${path}`)];
  const head = `diff --git ${was} ${is}\nnew file mode 100644\n--- /dev/null\n+++ ${is}\n`;
  if (text === undefined || text === '' || text.includes('\u0000')) return head;
  const end = text.length <= longestNew ? text.length : text.lastIndexOf('\n', longestNew) + 1;
  const pieces: string[] = [];
  let written: string[] = [];
  let lines = 0;
  for (let at = 0; at < end;) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    written.push('+', text.slice(at, next).replace(/\r?\n$/, ''), '\n');
    at = next;
    lines += 1;
    if (lines % linesOfStep !== 0) continue;
    pieces.push(written.join('')); // here, or all of it would be put together in one step
    written = [];
    yield;
  }
  return `${head}@@ -0,0 +1,${lines} @@\n${pieces.join('')}${written.join('')}`;
}

/** As Git writes a name that would not end with its line. */
export const quoted = (name: string): string => {
  if (!/[\u0000-\u001f\u007f"\\]/.test(name)) return name;
  const written = name.replace(/["\\]/g, '\\$&').replace(/[\u0000-\u001f\u007f]/g, inOctal);
  return `"${written}"`;
};

const inOctal = (character: string): string => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
