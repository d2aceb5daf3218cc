import { atOnce } from '../../core/shared/steps.ts';
import { indentOf, isBlank, lineAt, readCodeLines, type CodeLines } from '../enclosing/codeLines.ts';
import { measure } from './measures.ts';
import { bracketEnd } from './shape/bracketEnd.ts';
import { shapeOf } from './shape/shapeOf.ts';

/** A function of a file, and what can be counted of it. */
export interface MeasuredFunction {
  readonly name: string;
  /** Where it begins, 0-based. */
  readonly line: number;
  readonly lines: number;
  readonly depth: number;
  readonly parameters: number;
}

/** Of a longer text, and of more functions, nothing is counted. */
const longest = 400_000;
const most = 500;

/** The functions of a file that a line begins, also those within others, from above. */
export function measuredFunctions(code: string, language: string): readonly MeasuredFunction[] {
  if (code.length > longest) return [];
  const read = atOnce(readCodeLines(code.replaceAll('\r\n', '\n'), language));
  const plain = read.code.replace(/[<>]/g, ' '); // in a body these compare
  const found: MeasuredFunction[] = [];
  for (let line = 0; line < read.lines.length && found.length < most; line += 1) {
    const end = beginsFunction(read, line) ? endOf(read, plain, line) : undefined;
    if (end === undefined) continue;
    const text = read.lines.slice(line, end + 1).join('\n');
    const shape = shapeOf(text, language);
    if (!shape?.isFunction) continue;
    const { lines, depth } = measure(text, language);
    found.push({ name: shape.name, line, lines, depth, parameters: shape.parameters.length });
  }
  return found;
}

const begins =
  /^\s*(?=\S)(?:export\s+)?(?:default\s+)?(?:pub(?:\([^)]{0,40}\))?\s+)?(?:(?:public|private|protected|internal|static|final|async|override|unsafe|abstract|inline|virtual)\s+)*(?:function\b|def\b|func\b|fn\b|fun\b|(?:const|let)\s+[\w$]+\s*=\s*(?:async\s*)?(?:\(|function\b)|(?!(?:if|for|while|switch|catch|return|else|do|try|new|throw|case)\b)[\w<>[\],.:*&?\s]{0,120}[\w$]+\s*\([^;]{0,400}\)[^;=]{0,120}\{\s*$)/;

const beginsFunction = ({ codeLines }: CodeLines, line: number): boolean => {
  const text = codeLines[line] ?? '';
  return text.length <= 600 && begins.test(text);
};

/** The line in which the function of this line ends. */
function endOf(read: CodeLines, plain: string, line: number): number | undefined {
  const { code, starts, family } = read;
  if (family === 'python' || family === 'ruby') return indentedEnd(read, line);
  const start = starts[line] ?? 0;
  const parameters = code.indexOf('(', start);
  const close = parameters < 0 ? -1 : bracketEnd(code, parameters);
  const open = close < 0 ? -1 : code.indexOf('{', close);
  if (open < 0 || code.slice(close, open).includes(';')) return undefined;
  const end = bracketEnd(plain, open);
  return end < 0 ? undefined : lineAt(read, end);
}

function indentedEnd({ codeLines }: CodeLines, line: number): number | undefined {
  const own = indentOf(codeLines[line] ?? '');
  let end = line;
  for (let at = line + 1; at < codeLines.length; at += 1) {
    const text = codeLines[at] ?? '';
    if (isBlank(text)) continue;
    if (indentOf(text) <= own && !/^\s*[)\]}]/.test(text)) break;
    end = at;
  }
  return end > line ? end : undefined;
}
