import { indentOf, isBlank } from './codeLines.ts';
import type { Steps } from '../../core/shared/steps.ts';
import type { LineRange } from './lineRange.ts';

/** A key or an item of a list, with what belongs to it. */
interface Entry {
  readonly column: number;
  readonly isItem: boolean;
  readonly first: number;
  readonly isTop: boolean;
  last: number;
  /** Its value is a mapping: keys stand in it. */
  isMapping: boolean;
}

/**
 * The smallest entry around a line whose value is a mapping: a service of a compose file, a step of a workflow; else the
 * entry at the top that holds the line. With the comments directly above it.
 */
export function* yamlBlock(lines: readonly string[], line: number): Steps<LineRange | undefined> {
  const entries = yield* entriesOf(lines);
  yield;
  const around = entries
    .filter(({ first, last }) => last >= line && first <= line + mostComments) // comments above may hold the line
    .map(entry => ({ ...entry, leading: firstComment(lines, entry) }))
    .filter(({ leading, last }) => leading <= line && last >= line);
  const mappings = around.filter(({ isMapping }) => isMapping);
  const [first, ...others] = mappings.length > 0 ? mappings : around.filter(({ isTop }) => isTop);
  if (!first) return undefined;
  const size = (entry: typeof first): number => entry.last - entry.leading;
  const smallest = others.reduce((found, entry) => (size(entry) <= size(found) ? entry : found), first);
  return { first: smallest.leading, last: smallest.last };
}

/** More lines of comment above an entry are not looked at. */
const mostComments = 200;
/** Others may run after so many lines. */
const atATime = 200;

function* entriesOf(lines: readonly string[]): Steps<readonly Entry[]> {
  const entries: Entry[] = [];
  const open: Entry[] = [];
  let last = 0;
  /** Lines that are indented further than this are text of a block scalar. */
  let textColumn: number | undefined;
  const closeDownTo = (isOutside: (entry: Entry) => boolean): void => {
    for (let top = open.at(-1); top && isOutside(top); top = open.at(-1)) {
      top.last = last;
      open.pop();
    }
  };
  for (const [at, line] of lines.entries()) {
    if (at % atATime === 0) yield;
    if (isBlank(line)) continue;
    if (textColumn !== undefined && indentOf(line) > textColumn) {
      last = at;
      continue;
    }
    if (/^\s*#/.test(line)) continue;
    textColumn = undefined;
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) closeDownTo(() => true);
    for (const { column, isItem } of marksOf(line)) {
      closeDownTo(top => top.column > column || (top.column === column && !(isItem && !top.isItem)));
      const parent = open.at(-1);
      if (parent && !isItem) parent.isMapping = true;
      const entry = { column, isItem, first: at, last: at, isTop: parent === undefined, isMapping: false };
      entries.push(entry);
      open.push(entry);
    }
    if (/(?:^|[\s:-])[|>][-+\d]{0,2}\s*(?:#.*)?$/.test(line.slice(-200))) textColumn = open.at(-1)?.column;
    last = at;
  }
  closeDownTo(() => true);
  return entries;
}

/** A line nests no deeper than this. */
const mostMarks = 20;
const longestKey = 500;

/** The dashes and the key that a line begins with, and where. */
function marksOf(line: string): readonly { readonly column: number; readonly isItem: boolean }[] {
  const found: { column: number; isItem: boolean }[] = [];
  let column = indentOf(line);
  let rest = line.trimStart();
  while (/^-(?:\s|$)/.test(rest) && found.length < mostMarks) {
    found.push({ column, isItem: true });
    const text = rest.slice(1).trimStart();
    column += rest.length - text.length;
    rest = text;
  }
  if (isKey(rest.slice(0, longestKey))) found.push({ column, isItem: false });
  return found;
}

function isKey(text: string): boolean {
  const colon = /:(?:\s|$)/.exec(text);
  return colon !== null && colon.index > 0 && !/^[#{[]|\s#/.test(text.slice(0, colon.index));
}

function firstComment(lines: readonly string[], { first: head, column }: Entry): number {
  let first = head;
  while (
    first > Math.max(0, head - mostComments) &&
    /^\s*#/.test(lines[first - 1] ?? '') &&
    indentOf(lines[first - 1] ?? '') === column
  )
    first -= 1;
  return first;
}
