import { bracketEnd } from './bracketEnd.ts';
import { blanked, indentOf, isBlank } from '../../enclosing/codeLines.ts';

const begins: Readonly<Record<string, RegExp>> = {
  script: /(?:=>\s{0,4}|\bfunction\b[^{};]{0,160})\{/g,
  go: /\bfunc ?\([^{};]{0,160}\{/g,
  java: /->\s*\{/g,
  csharp: /=>\s*\{/g,
  c: /\[[^[\];]{0,80}\] ?\([^{};]{0,160}\{/g,
};

/** The body of a function, blanks in place of the functions within it: what they return and throw is not its own. */
export function withoutInnerFunctions(body: string, family: string): string {
  if (family === 'python') return withoutInnerDefs(body);
  const pattern = begins[family];
  if (!pattern) return body;
  const parts: string[] = [];
  let done = 0;
  for (const found of body.matchAll(pattern)) {
    if (found.index < done) continue;
    const open = found.index + found[0].length - 1;
    const end = bracketEnd(body, open);
    if (end < 0) break;
    parts.push(body.slice(done, open + 1), blanked(body.slice(open + 1, end)));
    done = end;
  }
  return parts.join('') + body.slice(done);
}

/** By lines that stand further in. */
function withoutInnerDefs(body: string): string {
  let depth = Infinity;
  return body
    .split('\n')
    .map(line => {
      if (isBlank(line)) return line;
      if (indentOf(line) <= depth) depth = Infinity;
      else return '';
      if (/^\s*(?:async\s+)?def\b|^\s*class\b/.test(line)) depth = indentOf(line);
      return line;
    })
    .join('\n');
}
