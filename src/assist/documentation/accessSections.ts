import type { CodeLines } from '../enclosing/codeLines.ts';
import type { Declaration } from './declared.ts';

/** May members of a class be used from outside, by the last label above them: `private:` in C++, `private` alone in Ruby? */
export interface AccessSections {
  isOpenAt(line: number): boolean;
}

const labels: Readonly<Record<string, RegExp>> = {
  c: /^\s*(public|private|protected|signals|Q_SIGNALS|@public|@private|@protected)\b[\w\s]{0,40}:(?!:)/,
  ruby: /^\s*(public|private|protected)\s*$/,
};

const open: AccessSections = { isOpenAt: () => true };

/** The sections of the body of a class, but for those of the classes within it. */
export function accessSections({ family, codeLines }: CodeLines, container: Declaration): AccessSections {
  const label = labels[family];
  if (!label) return open;
  const { symbol, head, last } = container;
  const inner = symbol.children.filter(({ children }) => children.length > 0);
  const marks: { readonly line: number; readonly isOpen: boolean }[] = [];
  const begins = family === 'c' && /\bclass\b/.test(container.before) ? [{ line: head, isOpen: false }] : [];
  marks.push(...begins);
  let next = 0;
  for (let line = head + 1; line <= last && line < codeLines.length; line += 1) {
    while (next < inner.length && (inner[next]?.endLine ?? 0) < line) next += 1;
    const around = inner[next];
    if (around && around.startLine < line && line < around.endLine) continue;
    const word = label.exec((codeLines[line] ?? '').slice(0, 200))?.[1];
    if (word !== undefined) marks.push({ line, isOpen: !/private|protected/.test(word) });
  }
  return { isOpenAt: line => lastBefore(marks, line)?.isOpen ?? true };
}

function lastBefore<T extends { readonly line: number }>(marks: readonly T[], line: number): T | undefined {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return marks[low - 1];
}
