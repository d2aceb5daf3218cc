import { isProse } from '../../core/confidence/reading/languages.ts';
import { atOnce, type Steps } from '../../core/shared/steps.ts';
import { bracketBlocks } from './bracketBlocks.ts';
import { readCodeLines, type CodeLines } from './codeLines.ts';
import { definitionAt } from './directives.ts';
import type { EnclosingBlock } from './codeFrame.ts';
import { indentedBlocks } from './indentedBlocks.ts';
import { leadingLine } from './leadingLines.ts';
import { holds, type LineRange } from './lineRange.ts';
import { paragraphAt, proseBlock } from './proseBlock.ts';
import { yamlBlock } from './yamlBlock.ts';

export interface CursorPlace {
  readonly text: string;
  /** VS Code's language id. */
  readonly language: string;
  /** Where the cursor is, 0-based. */
  readonly line: number;
}

/** A longer text is not read: it would hold up everything else, characters. */
const longestText = 300_000;
/** Nor is one of more lines: it is data. */
const mostLines = 50_000;

/**
 * The lines that somebody means who asks with the cursor in this line: the innermost function, method, class or the like
 * with the comments, decorators and attributes directly above it; in YAML and JSON the innermost mapping; at the top of a
 * file a statement of several lines; in Markdown what stands below a heading, in other text the paragraph. Found by brackets and indentation alone, without a language service. undefined: it
 * cannot tell. A function that is only a part of one line counts as that line's, not for itself.
 */
export const enclosingBlock = (place: CursorPlace): LineRange | undefined => blockAround(place, undefined);

/**
 * What to ask about when nothing is selected: the block that a language service names, `symbol`, or the one that brackets and
 * indentation show. Both are the same in usual code, so that a service that is late changes nothing. Where they differ, the
 * smaller one counts if the other one is around it, because services tell less than one expects (an arrow function is a
 * variable to TypeScript's); but never a symbol of one line in a block, as a method's signature in its interface; else the
 * service is right, and then the question is another one than without it. undefined: neither can tell.
 */
export const blockAround = (place: CursorPlace, symbol: LineRange | undefined): LineRange | undefined =>
  atOnce(blocksAround(place))(symbol);

/**
 * The same for whoever asks twice, before and after a language service has answered: the text is read once. In steps, because a text
 * that is long, or made to take long, takes some hundred ms.
 */
export function* blocksAround(place: CursorPlace): Steps<(symbol: LineRange | undefined) => LineRange | undefined> {
  const { text, language, line } = place;
  if (isTooLong(text)) return symbol => symbol;
  if (isProse(language)) {
    const part = yield* proseBlock(text.split('\n'), line, isMarkdown(language));
    return symbol => part ?? symbol; // what a service calls a symbol in Markdown is a heading with all below it
  }
  const code = yield* readCodeLines(text, language);
  const block = yield* blockIn(code, line);
  return symbol => {
    if (!symbol) return block;
    const whole = { first: leadingLine(code, symbol.first), last: symbol.last };
    if (!block) return whole;
    const isPart = symbol.last === symbol.first && holds(block, symbol);
    return isPart || holds(whole, block) ? block : whole;
  };
}

/** The line in which a declaration itself begins, below the comments, decorators and attributes that belong to it. */
export function headLine(lines: readonly string[], { first, last }: LineRange): number {
  let line = first;
  while (line < last && /^\s*(?:$|\/\/|\/\*|\*|#(?!\w)|#\[|@|\[|--)/.test(lines[line] ?? '')) line += 1;
  return line;
}

const isMarkdown = (language: string): boolean => language === 'markdown' || language === 'mdx';

function isTooLong(text: string): boolean {
  if (text.length > longestText) return true;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= mostLines; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines > mostLines;
}

function* blockIn(code: CodeLines, line: number): Steps<LineRange | undefined> {
  if (code.family === 'yaml') return yield* yamlBlock(code.lines, line);
  const macro = code.family === 'c' ? definitionAt(code.lines, line) : undefined;
  return macro ?? (yield* innermost(code, line));
}

/** Families whose blocks are in brackets. */
const inBrackets: readonly string[] = [
  ...['script', 'c', 'csharp', 'java', 'kotlin', 'scala', 'swift', 'dart'],
  ...['go', 'rust', 'php', 'css', 'json', 'shell'],
];
/** Families of which nothing here knows what a block is. */
const unknown: readonly string[] = ['html', 'diff'];
/** Families in which what belongs together stands without an empty line between. */
const inParagraphs: readonly string[] = ['sql', 'toml', 'dockerfile', 'makefile'];

/** Others may run after so many blocks. */
const atATime = 100;

function* innermost(code: CodeLines, line: number): Steps<LineRange | undefined> {
  if (unknown.includes(code.family)) return undefined;
  if (inParagraphs.includes(code.family)) return paragraphAt(code.lines, line);
  const blocks = yield* inBrackets.includes(code.family) ? bracketBlocks(code) : indentedBlocks(code, line);
  const leading = new Map<number, number>();
  let found: (LineRange & Pick<EnclosingBlock, 'kind'>) | undefined;
  let count = 0;
  for (const { first: head, last, kind } of blocks) {
    if (++count % atATime === 0) yield;
    if (last < line) continue;
    let first = leading.get(head);
    if (first === undefined) leading.set(head, (first = leadingLine(code, head)));
    if (first > line) continue;
    const isSmaller = !found || last - first <= found.last - found.first;
    const isBetter = !found || (kind === 'statement' ? found.kind === 'statement' && isSmaller : isSmaller);
    if (isBetter || (found?.kind === 'statement' && kind !== 'statement')) found = { first, last, kind };
  }
  return found && { first: found.first, last: found.last };
}
