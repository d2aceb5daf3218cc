import { structuredPatch } from 'diff';
import type { Steps } from '../../core/shared/steps.ts';
import { newFileDiff, quoted } from './openDiff.ts';

/** A file before and after a change. */
export interface ChangedText {
  readonly path: string;
  /** What it was called before; undefined: the same. */
  readonly from?: string | undefined;
  /** undefined: it was not there, or is not there any more. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Of a longer text, or one in which more lines differ, it is only said that it has changed, characters and lines. */
const longestText = 100_000;
const mostChanges = 500;
const linesAround = 3;

/** A change of a file as Git itself shows it, whatever the user's Git is told to make of it; '': nothing has changed. */
export function* fileDiff({ path, from = path, before, after }: ChangedText): Steps<string> {
  if (before === undefined) return after === undefined ? '' : yield* newFileDiff(path, after);
  if (before === after && from === path) return '';
  const [was, is] = [quoted(`a/${from}`), quoted(`b/${path}`)];
  const head = `diff --git ${was} ${is}\n`;
  const moved = from === path ? '' : `rename from ${quoted(from)}\nrename to ${quoted(path)}\n`;
  const files = `--- ${was}\n+++ ${after === undefined ? '/dev/null' : is}\n`;
  const gone = after === undefined ? 'deleted file mode 100644\n' : '';
  return head + moved + gone + files + hunksOf(before, after ?? '');
}

function hunksOf(before: string, after: string): string {
  if (before.length > longestText || after.length > longestText || `${before}${after}`.includes('\0')) return '';
  const options = { context: linesAround, maxEditLength: mostChanges };
  const { hunks = [] } = structuredPatch('a', 'b', before, after, '', '', options) ?? {};
  return hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines }) =>
      [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines, ''].join('\n'),
    )
    .join('');
}
