import type { Tree } from '@lezer/common';
import type { Steps } from '../core/shared/steps.ts';

/** Others may run after so many lines or tokens. */
const atATime = 200;

interface LogicalLine {
  /** Offset of its first token. */
  readonly from: number;
  /** Does a block begin after it? */
  readonly opens: boolean;
}

/**
 * The first line, 1-based, that Python would refuse for its indentation; undefined: none. Lezer's grammar lets it pass. A
 * line stands deeper after a colon and nowhere else, and shallower only where an outer block stands.
 */
export function* indentationFault(code: string, tree: Tree): Steps<number | undefined> {
  const blocks = [''];
  let opened = false;
  let count = 0;
  for (const { from, opens } of yield* logicalLines(code, tree)) {
    if (++count % atATime === 0) yield;
    const indent = code.slice(code.lastIndexOf('\n', from - 1) + 1, from);
    const outer = blocks.at(-1) ?? '';
    if (opened && indent.length > outer.length && indent.startsWith(outer)) blocks.push(indent);
    else if (opened) return lineAt(code, from);
    while (indent.length < (blocks.at(-1) ?? '').length) blocks.pop();
    if (indent !== blocks.at(-1)) return lineAt(code, from);
    opened = opens;
  }
  return undefined;
}

function* logicalLines(code: string, tree: Tree): Steps<readonly LogicalLine[]> {
  const lines: LogicalLine[] = [];
  let count = 0;
  let from = -1;
  let end = 0;
  let depth = 0;
  let last = '';
  for (const token of tokens(tree)) {
    if (++count % atATime === 0) yield;
    if (token.name === 'Comment') continue;
    if (from < 0 || (depth === 0 && endsLine(code.slice(end, token.from)))) {
      if (from >= 0) lines.push({ from, opens: last === ':' });
      from = token.from;
    }
    if ('([{'.includes(token.name)) depth += 1;
    else if (')]}'.includes(token.name)) depth -= 1;
    last = token.name;
    end = token.to;
  }
  if (from >= 0) lines.push({ from, opens: last === ':' });
  return lines;
}

/** Is there a line end that no backslash takes back? Comments may stand in the gap, and one may end in a backslash. */
const endsLine = (gap: string): boolean =>
  gap
    .replace(/#.*/g, '')
    .replace(/\\\r?\n/g, '')
    .includes('\n');

interface Token {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The leaves of the tree in order, a string as one. */
function* tokens(tree: Tree): Generator<Token> {
  const cursor = tree.cursor();
  for (;;) {
    const whole = cursor.name === 'String' || cursor.name === 'FormatString';
    if (!whole && cursor.firstChild()) continue;
    const { name, from, to } = cursor;
    if (to > from) yield { name, from, to };
    while (!cursor.nextSibling()) if (!cursor.parent()) return;
  }
}

const lineAt = (code: string, offset: number): number => code.slice(0, offset).split('\n').length;
