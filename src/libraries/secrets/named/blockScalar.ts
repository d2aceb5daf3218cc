import { endOfLine, type WrittenValue } from './writtenValue.ts';

type Place = Pick<WrittenValue, 'start' | 'end'>;

const blockMark = /[|>][+-]?\d?[+-]?[ \t]*(?:#[^\n]*)?\r?\n/y;
const hereDocument = /<<[-~]?[ \t]?["']?\w{1,40}["']?[ \t]*\r?\n/y;
const mostLines = 400;
// blanks, and the mark of a comment or of a change before them
const margin = /[ \t]{0,200}(?:(?:\/\/|#|\*|\+|-|>)(?=[ \t])|[+-](?=\S))?[ \t]{0,200}/y;

/** The lines of the block of YAML, or of the document in a shell or in Terraform, that begins at `at`; none: no block does. */
export function blockLines(text: string, at: number, nameAt: number): readonly Place[] {
  for (const mark of [blockMark, hereDocument]) {
    mark.lastIndex = at;
    if (!mark.test(text)) continue;
    const outer = mark === blockMark ? indentation(text, startOfLine(text, nameAt)) : -1;
    return indentedLines(text, mark.lastIndex, outer);
  }
  return [];
}

const base64Line = /[ \t]*(?:\/\/|#|\*|\+|-|>)?[ \t]+["']?(?<run>[A-Za-z0-9+/_-]{8,}={0,3})["']?[ \t]*(?:\\?\r?\n|$)/y;

/** The further lines of a value that is wrapped: each is deeper than its name and nothing but base64. */
export function continuedLines(text: string, value: Place, nameAt: number): readonly Place[] {
  const isWrapped = /^[A-Za-z0-9+/_=-]{16,}\\?$/.test(text.slice(value.start, Math.min(value.end, value.start + 4096)));
  if (!isWrapped) return [];
  const outer = indentation(text, startOfLine(text, nameAt));
  const lines: Place[] = [];
  for (let at = text.indexOf('\n', value.end) + 1; at > 0 && lines.length < mostLines;) {
    if (indentation(text, at) <= outer) break;
    base64Line.lastIndex = at;
    const run = base64Line.exec(text)?.groups?.['run'];
    if (run === undefined) break;
    const start = text.indexOf(run, at);
    lines.push({ start, end: start + run.length });
    at = text.indexOf('\n', start) + 1;
  }
  return lines;
}

/** Where the line of `at` begins; at most 400 characters are looked back. */
export function startOfLine(text: string, at: number): number {
  const from = Math.max(0, at - 400);
  const found = text.slice(from, at).lastIndexOf('\n');
  return found < 0 ? from : from + found + 1;
}

function indentedLines(text: string, from: number, outer: number): readonly Place[] {
  const lines: Place[] = [];
  for (let at = from; at < text.length && lines.length < mostLines;) {
    const end = endOfLine(text, at);
    const depth = at + indentation(text, at) >= end ? -1 : indentation(text, at);
    const line = text.slice(at, Math.min(end, at + 400));
    if (depth >= 0 && depth <= outer) break;
    if (depth >= 0 && outer < 0 && /^[ \t]*[A-Z_]{2,40}$/.test(line)) break; // EOF
    if (depth >= 0) lines.push({ start: at + depth, end: trimmedEnd(text, at + depth, end) });
    const next = text.indexOf('\n', end);
    if (next < 0) break;
    at = next + 1;
  }
  return lines;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && /[ \t]/.test(text.charAt(to - 1))) to -= 1;
  return to;
}

function indentation(text: string, at: number): number {
  margin.lastIndex = at;
  return margin.exec(text)?.[0].length ?? 0;
}
