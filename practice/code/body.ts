import { closingOf } from './brackets.ts';
import { indentOf, lineStart } from './change.ts';
import { isScript } from './language.ts';
import type { Source } from './source.ts';

/** Where a function's body is, and the type that it is said to return. */
export interface Body {
  /** First character of the body and behind its last one, brackets left out. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** 'expression': an arrow function without braces, or a body on the line of its head. */
  readonly body: 'block' | 'expression';
  /** As written; '' when it is not. */
  readonly returnType: string;
}

/** Reads on behind a function's parameters; undefined when no body follows, as after a call or in an interface. */
export function bodyOf(source: Source, from: number): Body | undefined {
  if (source.language.id === 'python') return indentedBody(source, from);
  if (source.language.bodies === 'end') return bodyToEnd(source, from);
  const arrow = isScript(source.language) ? arrowBody(source, from) : undefined;
  return arrow ?? bracedBody(source, from);
}

function bracedBody({ code, masked }: Source, from: number): Body | undefined {
  const open = openingBrace(masked.text, from);
  const close = open === undefined ? undefined : closingOf(masked.text, open);
  if (open === undefined || close === undefined) return undefined;
  const between = code.slice(from, open).trim();
  const isPlausible = /^(:|->|where\b|throws\b|const\b|noexcept|override|\(|[\w*[\]<>.&\s]*$)/.test(between);
  if (!isPlausible || /\n\s*\n/.test(between)) return undefined;
  const returnType = between
    .replace(/^(:|->)\s*/, '')
    .replace(/\s*\bwhere\b[\s\S]*$|^(throws|const|noexcept|override)\b.*$/, '');
  return { bodyStart: open + 1, bodyEnd: close, body: 'block', returnType };
}

/** The brace that opens a body; braces of types like `: { a: number }` are passed over. */
function openingBrace(masked: string, from: number): number | undefined {
  let at = from;
  while (at < masked.length) {
    const character = masked[at] ?? '';
    if (';=}'.includes(character) && masked.slice(at, at + 2) !== '=>') return undefined;
    const before = masked.slice(from, at).trimEnd();
    const isType = /[:|&,<]$|\b(interface|struct|extends)$|=>$/.test(before);
    if (character === '{' && !isType) return at;
    if ('([{'.includes(character)) at = closingOf(masked, at) ?? masked.length;
    at += 1;
  }
  return undefined;
}

function arrowBody({ code, masked }: Source, from: number): Body | undefined {
  const match = /^\s*(?::(?<type>(?:[^;={}\n]|\{(?!\s*return\b)[^{}]*\}|(?<=\)\s*)=>)*?))?=>\s*/.exec(
    masked.text.slice(from, from + 400),
  );
  if (match === null) return undefined;
  const start = from + match[0].length;
  const returnType = (match.groups?.['type'] ?? '').trim();
  if (code[start] !== '{') {
    return { bodyStart: start, bodyEnd: endOfExpression(masked.text, start), body: 'expression', returnType };
  }
  const close = closingOf(masked.text, start);
  return close === undefined ? undefined : { bodyStart: start + 1, bodyEnd: close, body: 'block', returnType };
}

function endOfExpression(masked: string, start: number): number {
  let at = start;
  while (at < masked.length) {
    const character = masked[at] ?? '';
    if (';,)]}'.includes(character)) return at;
    const isLineEnd =
      character === '\n' && !/^\s*[.?:&|+*/]/.test(masked.slice(at)) && masked.slice(start, at).trim() !== '';
    if (isLineEnd) return at;
    if ('([{'.includes(character)) at = closingOf(masked, at) ?? masked.length;
    at += 1;
  }
  return masked.length;
}

function indentedBody({ code, masked }: Source, from: number): Body | undefined {
  const match = /^\s*(?:->\s*(?<type>[^\n]*?))?\s*:[ \t]*/.exec(masked.text.slice(from));
  if (match === null) return undefined;
  const behind = from + match[0].length;
  const returnType = match.groups?.['type'] ?? '';
  const lineEnd = endOfLine(masked.text, behind);
  if (masked.text.slice(behind, lineEnd).trim() !== '') {
    return { bodyStart: behind, bodyEnd: lineEnd, body: 'expression', returnType };
  }
  const indent = indentOf(code, headStart(masked.text, from)).length;
  let end = lineEnd;
  for (let at = lineEnd; at < code.length;) {
    const next = endOfLine(code, at + 1);
    const line = code.slice(at + 1, next);
    const isInString = masked.strings.some(({ start, end: close }) => start < at + 1 && at + 1 <= close);
    if (!isInString && line.trim() !== '' && (/^\s*/.exec(line)?.[0].length ?? 0) <= indent) break;
    if (line.trim() !== '') end = next;
    at = next;
  }
  return { bodyStart: Math.min(lineEnd + 1, code.length), bodyEnd: end, body: 'block', returnType };
}

/** The `def` whose parameters end at an offset: heads may be several lines long. */
function headStart(masked: string, from: number): number {
  return masked.lastIndexOf('def ', from);
}

function bodyToEnd({ code, masked }: Source, from: number): Body | undefined {
  const indent = indentOf(code, lineStart(code, from));
  const close = new RegExp(`^${indent}end\\b`, 'm').exec(masked.text.slice(from));
  if (close === null) return undefined;
  return { bodyStart: from, bodyEnd: from + close.index, body: 'block', returnType: '' };
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
