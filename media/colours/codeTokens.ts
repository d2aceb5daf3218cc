import { StringStream, type StreamParser } from '@codemirror/streamparser';
import { parserOf } from './languages.ts';

/** The kinds of code that have a colour. */
export type TokenKind = 'comment' | 'string' | 'number' | 'keyword' | 'name' | 'inserted' | 'deleted';

/** A stretch of code that has a colour: offsets in UTF-16 units. */
export interface CodeToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** Code with a longer line stays without colours: that line is no text to read, and could be made to take long. */
const longestLine = 500;

/**
 * What of the code has which colour, line by line, so that the reader may stop or rest between two. Nothing where the language
 * is not known. Some of the parsers take squared time for what was made for it: the one who reads bounds the time.
 * @throws whatever a parser throws that was not made for what it reads
 */
export function* codeTokens(code: string, language: string): Generator<readonly CodeToken[]> {
  const parser = parserOf(language);
  const lines = code.split('\n');
  if (parser === undefined || lines.some(({ length }) => length > longestLine)) return;
  const state = parser.startState?.(indentUnit) ?? {};
  let start = 0;
  for (const line of lines) {
    const found: CodeToken[] = [];
    if (line === '') parser.blankLine?.(state, indentUnit);
    else readLine(new StringStream(line, tabSize, indentUnit), { parser, state, start, found });
    yield found;
    start += line.length + 1;
  }
}

const indentUnit = 2;
const tabSize = 4;

interface LineOf {
  readonly parser: StreamParser<unknown>;
  readonly state: unknown;
  readonly start: number;
  readonly found: CodeToken[];
}

function readLine(stream: StringStream, { parser, state, start, found }: LineOf): void {
  let without = 0; // calls in a row that read nothing: allowed, but not for ever
  while (!stream.eol()) {
    stream.start = stream.pos;
    const kind = kindOf(parser.token(stream, state) ?? '');
    without = stream.pos > stream.start ? 0 : without + 1;
    if (without > 10) stream.next();
    if (kind !== undefined && stream.pos > stream.start)
      found.push({ kind, start: start + stream.start, end: start + stream.pos });
  }
}

/** By the library's names for kinds: the first word of a name decides, what is not here has no colour. */
const kinds: Readonly<Record<string, TokenKind>> = {
  comment: 'comment',
  meta: 'comment',
  string: 'string',
  character: 'string',
  url: 'string',
  attributeValue: 'string',
  number: 'number',
  unit: 'number',
  keyword: 'keyword',
  tag: 'keyword',
  tagName: 'keyword',
  atom: 'keyword',
  bool: 'keyword',
  null: 'keyword',
  self: 'keyword',
  heading: 'keyword',
  def: 'name',
  typeName: 'name',
  type: 'name',
  propertyName: 'name',
  property: 'name',
  attributeName: 'name',
  attribute: 'name',
  definition: 'name',
  inserted: 'inserted',
  deleted: 'deleted',
};

function kindOf(names: string): TokenKind | undefined {
  for (const name of names.split(' ')) {
    const [first = '', ...modifiers] = name.split('.');
    const kind =
      kinds[first] ?? (modifiers.includes('definition') || modifiers.includes('function') ? 'name' : undefined);
    if (kind !== undefined) return kind;
    if (first.startsWith('string')) return 'string';
  }
  return undefined;
}
