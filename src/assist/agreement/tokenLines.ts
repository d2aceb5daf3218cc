import { familyOf } from '../../core/confidence/reading/languages.ts';
import { lexiconOf, type Lexicon } from '../../core/confidence/reading/lexicons.ts';
import { piecesOf } from '../../core/confidence/reading/pieces.ts';

/** A text's code, line by line, without what says nothing to its language. */
export interface TokenLines {
  /** The tokens of each line that has any. */
  readonly lines: readonly (readonly string[])[];
  /** It is longer than what was read of it. */
  readonly isCut: boolean;
}

/** So much of a text is compared, characters, more than models write at once: two of them take some 30 ms. */
export const mostComparedCharacters = 100_000;

/** Where the depth of a line says nothing. Scala counts it, and a shell's text between marks may. */
const freelyIndented: ReadonlySet<string> = new Set([
  ...['script', 'c', 'csharp', 'java', 'kotlin', 'swift', 'go', 'rust', 'dart', 'php', 'css', 'json', 'sql', 'lua'],
]);

/** Where the end of a line says nothing: it ends no statement, and none goes on behind it by chance. */
const freelyBroken: ReadonlySet<string> = new Set(['c', 'csharp', 'java', 'rust', 'dart', 'php', 'css', 'json', 'sql']);

/**
 * The code without comments, blank lines, and blanks between its tokens. What is not known to say nothing stays: a line's depth where it
 * means something, texts as they stand, all of a language whose comments and texts are not known.
 */
export function tokenLines(code: string, language: string): TokenLines {
  const read = code.slice(0, mostComparedCharacters);
  const isCut = read.length < code.length;
  const lexicon = lexiconOf(language);
  if (!lexicon) return { lines: wholeLines(read), isCut };
  const family = familyOf(language) ?? '';
  const lines = new Lines({ keepsDepth: !freelyIndented.has(family), keepsEnds: !freelyBroken.has(family) });
  for (const [from, to, isText] of stretches(read, lexicon)) {
    if (isText) lines.addText(read.slice(from, to));
    else lines.addCode(read.slice(from, to));
  }
  return { lines: lines.all(), isCut };
}

const wholeLines = (code: string): readonly (readonly string[])[] =>
  code.split(/\r\n?|\n/).flatMap(line => (/\S/.test(line) ? [[line.trimEnd()]] : []));

/** What is no comment, in order: texts, and what is between them. */
function* stretches(code: string, lexicon: Lexicon): Generator<readonly [number, number, boolean]> {
  let at = 0;
  for (const { kind, from, to } of piecesOf(code, lexicon)) {
    if (kind !== 'comment' && kind !== 'text') continue;
    if (from > at) yield [at, from, false];
    if (kind === 'text') yield [from, to, true];
    at = to;
    if (kind === 'comment' && code.charAt(to - 1) === '\n') at = to - 1; // its line ends there all the same
  }
  if (at < code.length) yield [at, code.length, false];
}

/** What a character is part of, by its code; all from 128 on are parts of words. */
const blank = 0;
const wordPart = 1;
const alone = 2;
const operatorPart = 3;

const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (code <= 32) return blank;
  if (/[\w$]/.test(character)) return wordPart;
  return '()[]{},;'.includes(character) ? alone : operatorPart;
});

const kindAt = (code: string, at: number): number => kinds[code.charCodeAt(at)] ?? wordPart;

/** The offset after the token that begins here: a word, a bracket, or an operator as it is written. */
function tokenEnd(code: string, from: number): number {
  const kind = kindAt(code, from);
  let at = from + 1;
  if (kind !== alone) while (at < code.length && kindAt(code, at) === kind) at += 1;
  return at;
}

const lineFeed = 10;

/** Lines in the making. */
class Lines {
  readonly #lines: string[][] = [];
  readonly #keepsDepth: boolean;
  readonly #keepsEnds: boolean;
  #depth = '';
  #line: string[] = [];

  constructor({ keepsDepth, keepsEnds }: { readonly keepsDepth: boolean; readonly keepsEnds: boolean }) {
    this.#keepsDepth = keepsDepth;
    this.#keepsEnds = keepsEnds;
  }

  addText(text: string): void {
    this.#add(text);
  }

  addCode(code: string): void {
    for (let at = 0; at < code.length;) {
      if (code.charCodeAt(at) === lineFeed) this.#end();
      else if (kindAt(code, at) !== blank) {
        const end = tokenEnd(code, at);
        this.#add(code.slice(at, end));
        at = end;
        continue;
      } else if (this.#line.length === 0 && this.#keepsDepth) this.#depth += code.charAt(at);
      at += 1;
    }
  }

  all(): readonly (readonly string[])[] {
    this.#end();
    return this.#lines;
  }

  #add(found: string): void {
    if (this.#line.length === 0 && this.#keepsDepth) this.#line.push(this.#depth);
    this.#line.push(found);
  }

  #end(): void {
    if (this.#line.length > 0 && this.#keepsEnds) this.#line.push('\n');
    if (this.#line.length > 0) this.#lines.push(this.#line);
    this.#line = [];
    this.#depth = '';
  }
}
