import { atOnce } from '../../core/shared/steps.ts';
import { indentOf, isBlank, readCodeLines } from '../enclosing/codeLines.ts';

/** What can be counted in code without knowing what it means. */
export interface CodeMeasures {
  /** Lines that are neither empty nor comments. */
  readonly lines: number;
  readonly branches: number;
  readonly loops: number;
  /** How deep blocks stand within one another at most, 0 for none within the outermost. */
  readonly depth: number;
  readonly returns: number;
  /** Places in which it waits for something asynchronous. */
  readonly waits: number;
}

/** Of a longer text nothing is counted behind this, characters. */
const longest = 200_000;

const branch =
  /\b(?:if|elif|elsif|case|catch|except|rescue|when|guard|unless)\b|\?(?![.?:)\],])(?=\s)|&&|\|\||\band\b|\bor\b/g;
const loop = /\b(?:for|while|do|loop|until|foreach)\b|\.(?:forEach|map|filter|reduce|flatMap|some|every|each)\s*\(/g;

/** Counts by words of the code; comments and texts are none of it. */
export function measure(code: string, language: string): CodeMeasures {
  const read = atOnce(readCodeLines(code.slice(0, longest), language));
  const count = (pattern: RegExp): number => [...read.code.matchAll(pattern)].length;
  return {
    lines: read.codeLines.filter(line => !isBlank(line)).length,
    branches: count(branch),
    loops: count(loop),
    depth:
      read.family === 'python' || read.brackets === '' ? depthByIndent(read.codeLines) : depthByBrackets(read.code),
    returns: count(/\breturn\b/g),
    waits: count(/\bawait\b/g),
  };
}

function depthByBrackets(code: string): number {
  let [depth, most] = [0, 0];
  for (const sign of code) {
    if (sign === '{') most = Math.max(most, (depth += 1));
    else if (sign === '}') depth -= 1;
  }
  return Math.max(0, most - 1);
}

function depthByIndent(lines: readonly string[]): number {
  const open: number[] = [];
  let most = 0;
  for (const line of lines.filter(each => !isBlank(each))) {
    const indent = indentOf(line);
    while ((open.at(-1) ?? -1) >= indent) open.pop();
    open.push(indent);
    most = Math.max(most, open.length);
  }
  return Math.max(0, most - 2);
}
