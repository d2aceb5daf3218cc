import type { Token } from 'markdown-it';

/**
 * How many characters of a Markdown text can no longer be changed by what comes after them. A block is settled once a blank
 * line and one whole line of a next block stand behind it: before that, `-|` may still make a table of it, a number and a
 * dot continue its list. `tokens` are the text's block tokens.
 */
export function settledLength(text: string, tokens: readonly Token[]): number {
  const starts = tokens
    .flatMap(({ level, nesting, map }) => (level === 0 && nesting >= 0 && map ? [map[0]] : []))
    .filter(line => line > 0);
  if (starts.length === 0) return 0; // one block, or none: its lines need not be told apart
  const lines = lineStarts(text);
  const isWhole = (line: number): boolean => line + 1 < lines.length;
  const isBlank = (line: number): boolean => /^[ \t\r\n]*$/.test(text.slice(lines[line], lines[line + 1]));
  const settled = starts.findLast(line => isWhole(line) && isBlank(line - 1));
  return settled === undefined ? 0 : (lines[settled] ?? 0);
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: end }) => index + end.length)];
}
