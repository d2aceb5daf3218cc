import { commentSyntax } from './commentSyntax.ts';

/** Code with a note, and where that stands. */
export interface NotedCode {
  readonly code: string;
  /** The line of the note, 1-based. */
  readonly line: number;
}

/** What begins a file and must stay its first line. */
const firstLine = /^(?:#!|<\?|<!|\uFEFF|@charset)/;

/**
 * The code with these words in a comment of its own line above it, as far in as the code; behind a line that must be the first.
 * undefined: the language has no comments, or one would be text there, as within JSX.
 */
export function withNote(code: string, language: string, words: string): NotedCode | undefined {
  const marks = commentSyntax(language);
  const lineEnd = code.includes('\r\n') ? '\r\n' : '\n';
  const lines = code.split(lineEnd);
  const at = lines.findIndex((line, index) => line.trim() !== '' && !(index === 0 && firstLine.test(line)));
  if (!marks || at < 0) return undefined;
  const head = lines[at] ?? '';
  const isMarkup = head.trimStart().startsWith('<');
  if (isMarkup !== marks.open.startsWith('<')) return undefined;
  const indent = /^[ \t]*/.exec(head)?.[0] ?? '';
  const note = `${indent}${marks.open} ${onlyWords(words)}${marks.close}`;
  return { code: lines.toSpliced(at, 0, note).join(lineEnd), line: at + 1 };
}

/** Nothing that could end a comment, or go on behind it: the words may hold names that a model has written. */
const onlyWords = (words: string): string =>
  words
    .replace(/[^\p{Script=Latin}0-9 .,:;()%’“”„…]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
