import { familyOf } from '../../core/confidence/reading/languages.ts';
import { lexiconOf, type Lexicon } from '../../core/confidence/reading/lexicons.ts';
import { piecesOf } from '../../core/confidence/reading/pieces.ts';
import type { Steps } from '../../core/shared/steps.ts';
import { withoutDirectives } from './directives.ts';

/** A text as lines of code: what stands in comments and texts is told from what is code. Lines are 0-based. */
export interface CodeLines {
  /** The language's family, see `familyOf`; '' when it is not known. */
  readonly family: string;
  /** Which brackets count, each opening one before its closing one; '' when none do. */
  readonly brackets: string;
  readonly lines: readonly string[];
  /** As long as the text: comments are blanks, texts (with their line breaks) are quotation marks. */
  readonly code: string;
  /** The lines of `code`; one that a text of several lines runs through is made of quotation marks. */
  readonly codeLines: readonly string[];
  /** The offset at which each line begins. */
  readonly starts: readonly number[];
}

/** Others may run after so many pieces or lines. */
const atATime = 200;

const hashComments: Lexicon = {
  lineComments: ['#'],
  blockComments: [],
  quotes: ['"', "'"].map(mark => ({ open: mark, close: mark, escapes: true, lines: false })),
  brackets: '',
};

/** Reads a text; of a language that is not known only lines that begin with `#` or `//` are comments. */
export function* readCodeLines(text: string, language: string): Steps<CodeLines> {
  const family = familyOf(language) ?? '';
  const lexicon = lexiconOf(language) ?? hashComments;
  const masks = yield* masksOf(text, lexicon);
  const masked = family === 'php' ? withoutTags(masks) : masks;
  yield;
  const lines = text.split('\n');
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  yield;
  const code = ['c', 'csharp', 'swift'].includes(family) ? yield* withoutDirectives(text, masked, starts) : masked;
  yield;
  const codeLines = lines.map((line, at) => code.slice(starts[at] ?? 0, (starts[at] ?? 0) + line.length));
  return { family, brackets: lexicon.brackets, lines, code, codeLines, starts };
}

/** The line in which an offset lies. */
export function lineAt({ starts }: Pick<CodeLines, 'starts'>, offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const codeLineAt = (code: CodeLines, offset: number): string => code.codeLines[lineAt(code, offset)] ?? '';

/** The first offset from this one on, and before another one, at which there is code; itself when there is none. */
export function firstCode({ code }: CodeLines, from: number, to: number): number {
  const visible = /\S/g;
  visible.lastIndex = from;
  const found = visible.exec(code);
  return found && found.index < to ? found.index : from;
}

/** The last offset before this one at which there is code. */
export function lastCode({ code }: CodeLines, to: number): number {
  let at = to - 1;
  while (at > 0 && /\s/.test(code.charAt(at))) at -= 1;
  return Math.max(at, 0);
}

/** How far a line is indented, a tab to the next multiple of 8. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') columns += 1;
    else if (character === '\t') columns += 8 - (columns % 8);
    else break;
  }
  return columns;
}

export const isBlank = (line: string | undefined): boolean => line === undefined || !/\S/.test(line);

const withoutTags = (code: string): string => code.replace(/<\?(?:php|=)?|\?>/g, tag => ' '.repeat(tag.length));

function* masksOf(text: string, lexicon: Lexicon): Steps<string> {
  const parts: string[] = [];
  let done = 0;
  let count = 0;
  for (const { kind, from, to } of piecesOf(text, lexicon)) {
    if (++count % atATime === 0) yield;
    if (kind !== 'comment' && kind !== 'text') continue;
    const piece = text.slice(from, to);
    parts.push(text.slice(done, from), kind === 'text' ? '"'.repeat(piece.length) : blanked(piece));
    done = from + piece.length;
  }
  return parts.join('') + text.slice(done);
}

/** Blanks for all but line ends; by lines, because by characters it takes a hundred times as long. */
export const blanked = (text: string): string =>
  text
    .split('\n')
    .map(line => ' '.repeat(line.length))
    .join('\n');
