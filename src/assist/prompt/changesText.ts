import { diffLines } from 'diff';
import { sameEnd, sameStart } from '../../core/shared/sameLines.ts';
import { lineEndsIn } from '../../core/shared/lineEndsIn.ts';

/** More than this part of a text, or more characters, is no small change. */
const mostShare = 0.2;
const mostLength = 4_000;
/** Lines that differ: looking for them takes the square of their number. */
const mostChanges = 80;
/** More lines than these, in both versions together, are not compared. */
const mostLines = 20_000;

/**
 * What has changed from one version of a text to the next, as in a patch: each place with its line number, a line above it,
 * what stood there and what stands there now. '': nothing; undefined: so much that the new text is shorter.
 */
export function changesText(before: string, after: string): string | undefined {
  if (before === after) return '';
  if (Math.abs(before.length - after.length) > mostLength) return undefined;
  const start = sameStart(before, after);
  const end = sameEnd(before.slice(start), after.slice(start));
  const [was, is] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  if (lineEndsIn(was) + lineEndsIn(is) > mostLines) return undefined;
  const changes = diffLines(was, is, { maxEditLength: mostChanges });
  if (!changes) return undefined;
  const head = before.slice(0, start);
  let told = '';
  let line = 1 + lineEndsIn(head);
  let above = lastLine(head);
  let isOpen = false;
  for (const { value, added, removed } of changes) {
    if (!added && !removed) {
      above = lastLine(value);
      isOpen = false;
    } else {
      if (!isOpen) told += `@@ line ${line} @@\n${above === '' ? '' : signed(' ', above)}`;
      isOpen = true;
      told += signed(added ? '+' : '-', value);
    }
    if (!removed) line += lineEndsIn(value);
    if (told.length > Math.min(mostLength, after.length * mostShare)) return undefined;
  }
  return told;
}

const lastLine = (lines: string): string => lines.slice(lines.lastIndexOf('\n', lines.length - 2) + 1);

const signed = (sign: string, lines: string): string =>
  lines
    .replace(/\n$/, '')
    .split('\n')
    .map(line => `${sign}${line}\n`)
    .join('');
