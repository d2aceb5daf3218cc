import { diffLines } from 'diff';

/** More than this part of a text, or more characters, is no small change. */
const mostShare = 0.2;
const mostLength = 4_000;
/** Lines that differ: looking for them takes the square of their number. */
const mostChanges = 80;

/**
 * What has changed from one version of a text to the next, as in a patch: each place with its line number, a line above it,
 * what stood there and what stands there now. '': nothing; undefined: so much that the new text is shorter.
 */
export function changesText(before: string, after: string): string | undefined {
  if (before === after) return '';
  if (Math.abs(before.length - after.length) > mostLength) return undefined;
  const changes = diffLines(before, after, { maxEditLength: mostChanges });
  if (!changes) return undefined;
  let told = '';
  let line = 1;
  let above = '';
  let isOpen = false;
  for (const { value, added, removed } of changes) {
    if (!added && !removed) {
      above = value.slice(value.lastIndexOf('\n', value.length - 2) + 1);
      isOpen = false;
    } else {
      if (!isOpen) told += `@@ line ${line} @@\n${above === '' ? '' : signed(' ', above)}`;
      isOpen = true;
      told += signed(added ? '+' : '-', value);
    }
    if (!removed) line += value.split('\n').length - 1;
    if (told.length > Math.min(mostLength, after.length * mostShare)) return undefined;
  }
  return told;
}

const signed = (sign: string, lines: string): string =>
  lines
    .replace(/\n$/, '')
    .split('\n')
    .map(line => `${sign}${line}\n`)
    .join('');
