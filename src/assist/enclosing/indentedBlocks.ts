import type { Steps } from '../../core/shared/steps.ts';
import type { EnclosingBlock } from './codeFrame.ts';
import { indentOf, isBlank, type CodeLines } from './codeLines.ts';

/** Others may run after so many lines. */
const atATime = 200;

/** Words that begin a function or a type in languages that are known by their indentation alone. */
const header =
  /^\s*(?:(?:pub|export|local|async|static|private|public|protected|final|abstract|override|inline|virtual|shared|friend)\s+)*(?:def|defp|defmodule|defmacro|defprotocol|defimpl|func|function|fn|fun|sub|proc|procedure|method|macro|class|module|struct|interface|trait|enum|impl|test|describe|context|it|resource|data|variable|output|provider|service|message|contract|constructor|subroutine)\b(?!\s*[=:,.)])|^\s*[\w.]+\s*(?:<-|=)\s*function\b/i;
const pythonHeader = /^\s*(?:async\s+def|def|class)\b/;
/** What ends a block on a line of its own, as far to the left as its beginning. */
const closer = /^\s*(?:end\b|[}\])])/i;

/** The functions and types of a code around a line, by its indentation: Python, Ruby, Lua and whatever else is written so. */
export function* indentedBlocks(code: CodeLines, line: number): Steps<readonly EnclosingBlock[]> {
  yield;
  const pattern = code.family === 'python' ? pythonHeader : header;
  const begins = beginnings(code);
  const open: { first: number; indent: number }[] = [];
  const blocks: EnclosingBlock[] = [];
  let last = 0;
  const close = (block: { first: number } | undefined, end: number): void => {
    if (block) blocks.push({ first: block.first, last: end, kind: 'function' });
  };
  yield;
  for (const [at, text] of code.codeLines.entries()) {
    if (at % atATime === 0) yield;
    if (isBlank(text)) continue;
    const indent = begins[at] ? indentOf(text) : Infinity;
    const isCloser = code.family !== 'python' && closer.test(text);
    while (open.length > 0 && indent <= (open.at(-1)?.indent ?? 0)) {
      const block = open.pop();
      const isOwnEnd = isCloser && block?.indent === indent;
      close(block, isOwnEnd ? at : endOf(code, { last, indent: block?.indent ?? 0, line, next: at }));
      if (isOwnEnd) break;
    }
    if (begins[at] && pattern.test(text.slice(0, 300))) open.push({ first: at, indent });
    last = at;
  }
  const end = code.codeLines.length;
  while (open.length > 0) {
    const block = open.pop();
    close(block, endOf(code, { last, indent: block?.indent ?? 0, line, next: end }));
  }
  yield;
  if (code.family !== 'python') return blocks.filter(block => block.last > block.first);
  return [...blocks, ...statements(code, begins)];
}

/** The statements of several lines at the margin. */
function statements({ codeLines }: CodeLines, begins: readonly boolean[]): readonly EnclosingBlock[] {
  const found: { first: number; last: number; kind: 'statement' }[] = [];
  codeLines.forEach((text, at) => {
    if (isBlank(text)) return;
    const isNew = begins[at] && /^(?!(?:else|elif|except|finally)\b)\S/.test(text);
    const statement = found.at(-1);
    if (isNew || !statement) found.push({ first: at, last: at, kind: 'statement' });
    else statement.last = at;
  });
  return found.filter(({ first, last }) => last > first);
}

/** Which lines begin a statement: no line in brackets, in a text, or behind a backslash does. */
function beginnings({ family, code, codeLines }: CodeLines): readonly boolean[] {
  let depth = 0;
  let isContinued = false;
  let offset = 0;
  return codeLines.map(text => {
    const begins = depth === 0 && !isContinued && (offset === 0 || code.charAt(offset - 1) === '\n');
    const isDeclared = family === 'python' && /^\s*(?:async\s+def|def|class)\s+\w/.test(text);
    if (isDeclared) depth = 0; // no bracket holds a declaration, so one that is open was forgotten
    if (family === 'python') depth = depthAfter(text, depth);
    isContinued = /\\\r?$/.test(text);
    offset += text.length + 1;
    return begins || isDeclared;
  });
}

function depthAfter(line: string, before: number): number {
  let depth = before;
  for (let at = 0; at < line.length; at += 1) depth = Math.max(0, depth + (turns[line.charCodeAt(at)] ?? 0));
  return depth;
}

/** What a bracket adds to the depth, by its code. */
const turns = new Int8Array(128);
for (const bracket of '([{') turns[bracket.charCodeAt(0)] = 1;
for (const bracket of ')]}') turns[bracket.charCodeAt(0)] = -1;

/** Comments behind the last statement belong to the block when the cursor is in them and they are indented as its body is. */
function endOf(
  { lines }: CodeLines,
  { last, indent, line, next }: { last: number; indent: number; line: number; next: number },
): number {
  const text = lines[line] ?? '';
  const isIn = line > last && line < next && !isBlank(text) && indentOf(text) > indent;
  return isIn ? line : last;
}
