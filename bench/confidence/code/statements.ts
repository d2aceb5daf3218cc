import type { LanguageId } from './languages.ts';

/** Lines, 0-based, the last one included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What stands in the body of the first function of a code. */
export interface Body extends Span {
  /** The blanks before each of its statements. */
  readonly indent: string;
  /** The statements right in it, with what stands deeper and the comments above. */
  readonly statements: readonly Span[];
}

const indentOf = (line: string): string => /^\s*/.exec(line)?.[0] ?? '';
const isBlank = (line: string): boolean => line.trim() === '';
/** Comments and attributes above the head. */
const lead = /^\s*(?:\/\/|\/?\*|#(?!!)|@\w|template\s*<)/;
const goesOn = /^\s*(?:[)}\]>.?:|&+*]|else\b|elif\b|except\b|finally\b|catch\b|case\b|default\b|where\b|"""|''')/;
const comment = /^\s*(?:\/\/|#(?!\[))/;

/** The body of the first function, found by how the code is indented; undefined: there is none to be seen. */
export function bodyOf(code: string, language: LanguageId): Body | undefined {
  const lines = code.split('\n');
  const head = lines.findIndex(line => !isBlank(line) && !lead.test(line));
  const opening = openingLine(lines, head, language === 'python' ? ':' : '{');
  if (opening === undefined) return undefined;
  const from = lines.findIndex((line, at) => at > opening && !isBlank(line));
  const indent = indentOf(lines[from] ?? '');
  const base = indentOf(lines[head] ?? '');
  if (from < 0 || indent.length <= base.length) return undefined;
  const end = lines.findIndex((line, at) => at > from && !isBlank(line) && indentOf(line).length < indent.length);
  let to = (end < 0 ? lines.length : end) - 1;
  while (to > from && isBlank(lines[to] ?? '')) to -= 1;
  return { from, to, indent, statements: statementsIn(lines, { from, to, indent }) };
}

/** The line that ends the head: no parenthesis is open behind it. */
function openingLine(lines: readonly string[], head: number, mark: string): number | undefined {
  let depth = 0;
  for (let at = Math.max(0, head); at < lines.length; at += 1) {
    const line = (lines[at] ?? '').replace(/\s*(?:\/\/|#).*$/, '');
    for (const sign of line.match(/[()]/g) ?? []) depth += sign === '(' ? 1 : -1;
    if (depth <= 0 && line.trimEnd().endsWith(mark)) return at;
    if (depth === 1 && /\((?:async )?(?:function\b.*|\([^()]*\) =>) \{$/.test(line)) return at; // handed to another one
  }
  return undefined;
}

function statementsIn(lines: readonly string[], body: Span & { readonly indent: string }): readonly Span[] {
  const starts: number[] = [];
  for (let at = body.from; at <= body.to; at += 1) {
    const line = lines[at] ?? '';
    if (isBlank(line) || indentOf(line) !== body.indent || goesOn.test(line)) continue;
    if (at > body.from && comment.test(lines[at - 1] ?? '') && indentOf(lines[at - 1] ?? '') === body.indent) continue;
    starts.push(at);
  }
  return starts.map((from, at) => {
    let to = (starts[at + 1] ?? body.to + 1) - 1;
    while (to > from && isBlank(lines[to] ?? '')) to -= 1;
    return { from, to };
  });
}

/** The code with lines put before the line of that number. */
export const inserted = (code: string, at: number, added: readonly string[]): string =>
  code
    .split('\n')
    .toSpliced(at, 0, ...added)
    .join('\n');

/** The code without some of its lines. */
export const withoutLines = (code: string, { from, to }: Span): string =>
  code
    .split('\n')
    .toSpliced(from, to - from + 1)
    .join('\n');
