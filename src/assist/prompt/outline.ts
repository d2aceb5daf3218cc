import type { KeptLines } from '../../core/model/prompt.ts';

/** A symbol of a document, as its language service tells it. Lines are 0-based. */
export interface OutlineSymbol {
  readonly startLine: number;
  /** Inclusive. */
  readonly endLine: number;
  /** Where its name stands: decorators and comments may stand above. */
  readonly nameLine: number;
  readonly children: readonly OutlineSymbol[];
}

/** Lines around a selection that matter more than their distance says: of the text before it, and of the text after it. */
export interface Outline {
  readonly before: readonly KeptLines[];
  readonly after: readonly KeptLines[];
}

/** Where the text before the selection begins, and where the selection does; the text after it begins on the next line. */
export interface OutlinePlace {
  readonly firstLine: number;
  readonly startLine: number;
  /** Inclusive. */
  readonly endLine: number;
}

/** The headers around the selection say where it is; imports, what its names are; signatures, what else there is. */
const ranks = { header: 3, imports: 2, signature: 1 } as const;
const longestHeader = 4;
/** Imports stand at the top of a file; so far they are looked for, lines. */
const topLines = 200;
const importLine =
  /^(?:import\b|from\s+\S+\s+import\b|export\s.*\bfrom\s|#\s*include\b|using\s|use\s|package\s|require\b|(?:const|let|var)\s.*=\s*require\()/;

/** The outline of a document around a selection; `before` is the text before it, from line `firstLine` on. */
export function outlineOf(symbols: readonly OutlineSymbol[], before: string, place: OutlinePlace): Outline {
  const lines = [...importsIn(before, place.firstLine), ...symbols.flatMap(symbol => linesOf(symbol, place))];
  return {
    before: lines.filter(({ last }) => last < place.startLine).flatMap(kept => shifted(kept, place.firstLine)),
    after: lines.filter(({ first }) => first > place.endLine).flatMap(kept => shifted(kept, place.endLine + 1)),
  };
}

function linesOf(symbol: OutlineSymbol, place: OutlinePlace): readonly KeptLines[] {
  const { startLine, endLine, nameLine } = symbol;
  const holds = startLine <= place.startLine && endLine >= place.endLine;
  if (!holds) return [{ first: nameLine, last: nameLine, rank: ranks.signature }];
  const header = { first: Math.max(startLine, nameLine - longestHeader + 1), last: nameLine, rank: ranks.header };
  return [header, ...symbol.children.flatMap(child => linesOf(child, place))];
}

/** Lines with imports; one that opens a bracket goes on until that is closed. */
function importsIn(before: string, firstLine: number): readonly KeptLines[] {
  if (firstLine > 0) return [];
  const kept: KeptLines[] = [];
  let closing = '';
  for (const [at, line] of before.split('\n', topLines).entries()) {
    if (closing === '' && !importLine.test(line)) continue;
    kept.push({ first: at, last: at, rank: ranks.imports });
    if (closing === '') closing = closingOf(line);
    else if (line.includes(closing)) closing = '';
  }
  return kept;
}

/** The bracket that ends what a line leaves open; '': it leaves nothing open. */
function closingOf(line: string): string {
  const opened = Math.max(line.lastIndexOf('('), line.lastIndexOf('{'));
  if (opened < 0) return '';
  const closing = line.charAt(opened) === '(' ? ')' : '}';
  return line.includes(closing, opened) ? '' : closing;
}

const shifted = ({ first, last, rank }: KeptLines, by: number): readonly KeptLines[] =>
  first >= by ? [{ first: first - by, last: last - by, rank }] : [];
