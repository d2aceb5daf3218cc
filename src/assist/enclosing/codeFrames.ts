import { codeLineAt, firstCode, indentOf, isBlank, lastCode, lineAt, type CodeLines } from './codeLines.ts';
import { frameOf, isEnclosing, restart, type EnclosingBlock, type CodeFrame } from './codeFrame.ts';
import { readHeader, type Header } from './headers.ts';

const longestWords = 600;
/** So many brackets that are open are looked at for the partner of one. */
const deepest = 200;

/** Follows the brackets of a code from its beginning to its end, and notes what they enclose. */
export class CodeFrames {
  readonly blocks: EnclosingBlock[] = [];
  isBalanced = true;
  readonly #code: CodeLines;
  readonly #byIndentation: boolean;
  readonly #frames: CodeFrame[] = [frameOf({ bracket: '', kind: 'top', from: 0, indent: -1, isInFunction: false }, 0)];

  constructor(code: CodeLines, byIndentation: boolean) {
    this.#code = code;
    this.#byIndentation = byIndentation;
  }

  /** How many brackets are open. */
  get depth(): number {
    return this.#frames.length - 1;
  }

  get isInGroup(): boolean {
    return this.#top.kind === 'group';
  }

  /** Has the statement any words before this offset? */
  hasWords(at: number): boolean {
    return this.words(at) !== '';
  }

  /** The words of the statement before this offset, see `Header`. */
  words(at: number): string {
    const frame = this.#top;
    const more = this.#code.code.slice(Math.max(frame.read, at - longestWords), at);
    if (at > frame.read) this.#add(frame, more, at);
    return frame.words;
  }

  arrow(at: number): void {
    const isBody = !/^=>\s{0,200}\{/.test(this.#code.code.slice(at, at + 203));
    if (isBody && ['script', 'csharp', 'dart'].includes(this.#code.family)) this.#top.hasArrow = true;
  }

  comma(at: number): void {
    if (['group', 'object'].includes(this.#top.kind) || this.#code.family === 'json') this.endStatement(at);
  }

  endStatement(at: number): void {
    const frame = this.#top;
    if (this.hasWords(at)) {
      const end = this.#code.code.charAt(at) === ';' ? at : at - 1;
      if (this.#isFunction(frame)) this.#note('function', frame, end);
      else if (frame.kind === 'top') this.#note('statement', frame, end);
      if (frame.kind === 'top') frame.before = [...frame.before.slice(-8), { start: frame.start, words: frame.words }];
    }
    restart(frame, at + 1);
  }

  open(bracket: string, at: number): void {
    const frame = this.#top;
    const words = this.words(at);
    const label = /^(?:public|private|protected|signals)(?:\s+slots)?\s*:(?!:)/.exec(words)?.[0] ?? '';
    const start = firstCode(this.#code, firstCode(this.#code, frame.start, at) + label.length, at);
    const outer = this.#outerFrame(bracket === '{' ? start : undefined);
    const isInFunction = outer.isInFunction || outer.kind === 'function';
    const isClose = /\S/.test(this.#code.code.charAt(at - 1));
    const header: Header = { words: words.replace(/\s+/g, ' '), within: outer.kind, isInFunction, isClose };
    const read = bracket === '{' ? readHeader(this.#code.family, header) : this.#groupOf(words);
    const old = read === 'block' && words === '' ? this.#oldStyle(frame) : undefined;
    const kind = old === undefined ? read : 'function';
    if (isEnclosing(kind) && outer !== frame) this.#dropTo(outer, start);
    const from = old ?? start;
    const indent = indentOf(codeLineAt(this.#code, from));
    this.#frames.push(frameOf({ bracket, kind, from, indent, isInFunction }, at + 1));
  }

  close(bracket: string, at: number): void {
    const opening = this.#code.brackets.charAt(this.#code.brackets.indexOf(bracket) - 1);
    const depth = this.#partner(opening, at);
    if (depth < 1) {
      this.isBalanced = false;
      return;
    }
    if (this.#frames.length > depth + 1) this.#drop(depth + 1, at);
    this.endStatement(at);
    this.#pop(at);
  }

  /** The code ends; what is still open ends with it. */
  end(): void {
    const end = this.#code.code.length;
    if (this.#frames.length > 1) this.#drop(1, end);
    this.endStatement(end);
  }

  get #top(): CodeFrame {
    const frame = this.#frames.at(-1);
    if (!frame) throw new Error('the outermost frame is never closed');
    return frame;
  }

  /** Which open bracket this one closes; less than 1: none. */
  #partner(opening: string, at: number): number {
    const isOnLine = isBlank(
      codeLineAt(this.#code, at).slice(0, at - (this.#code.starts[lineAt(this.#code, at)] ?? 0)),
    );
    const indent = indentOf(codeLineAt(this.#code, at));
    for (let depth = this.#frames.length - 1; depth > Math.max(0, this.#frames.length - deepest); depth -= 1) {
      const frame = this.#frames[depth];
      if (frame?.bracket === opening) {
        if (!this.#byIndentation || !isOnLine || opening !== '{' || frame.indent === indent) return depth;
        if (frame.indent < indent) return -1;
      } else if (opening !== '{' && frame?.bracket === '{') return -1;
    }
    return -1;
  }

  #pop(at: number): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const parent = this.#top;
    const { kind } = frame;
    if (isEnclosing(kind)) this.#note(kind, { start: frame.from, kind: parent.kind }, at);
    const isWhole = frame.bracket === '{' && kind !== 'object' && parent.kind !== 'group';
    if (!isWhole) this.#add(parent, { '(': '()', '[': '[]' }[frame.bracket] ?? '{}', at + 1);
    else {
      if (parent.kind === 'top' && kind === 'block') this.#note('statement', parent, at);
      restart(parent, at + 1);
    }
  }

  /** Brackets from this depth on that nothing closes end before this offset. */
  #drop(depth: number, before: number): void {
    this.isBalanced = false;
    const at = lastCode(this.#code, before);
    while (this.#frames.length > depth) {
      this.endStatement(at + 1);
      this.#pop(at);
    }
  }

  #dropTo(outer: CodeFrame, from: number): void {
    this.#drop(this.#frames.indexOf(outer) + 1, from);
    restart(outer, from);
  }

  /**
   * What a declaration that begins here stands in. Where brackets do not match, and a function is still open that is indented
   * as far, that one's end is missing.
   */
  #outerFrame(start: number | undefined): CodeFrame {
    const top = this.#top;
    if (!this.#byIndentation || start === undefined) return top;
    const indent = indentOf(codeLineAt(this.#code, start));
    const nearby = this.#frames.slice(-deepest);
    const unclosed = nearby.findIndex(frame => frame.kind === 'function' && frame.indent >= indent);
    return (unclosed > 0 ? nearby[unclosed - 1] : undefined) ?? top;
  }

  /** Go's declarations may share their word: `type ( … )`. */
  #groupOf(words: string): 'group' | 'top' {
    return this.#code.family === 'go' && /^(?:type|var|const)\s*$/.test(words) ? 'top' : 'group';
  }

  /** Where a function begins whose parameters are declared between their list and its body, as in C before 1989. */
  #oldStyle(frame: CodeFrame): number | undefined {
    if (this.#code.family !== 'c' || frame.kind !== 'top') return undefined;
    for (const { start, words } of [...frame.before].reverse()) {
      if (/^[^=]*\w\s*\(\)\s+\w[\w\s*,[\]]*$/.test(words)) return firstCode(this.#code, start, start + longestWords);
      if (!/^[\w\s*,[\]]+$/.test(words)) return undefined;
    }
    return undefined;
  }

  /** An arrow function without braces: at the top or in a type it may be one line, elsewhere it is only part of one. */
  #isFunction({ hasArrow, kind, words }: CodeFrame): boolean {
    if (this.#code.family === 'kotlin') return /^\s*(?:[\w@]+\s+)*fun\b[^=]*\(\)[^=]*=/.test(words);
    if (!hasArrow) return false;
    if (kind === 'type' && this.#code.family === 'script') return /=(?!>)/.test(words);
    return kind !== 'group' || !/^[\w$]+\??\s*:/.test(words); // a parameter with its type
  }

  #note(kind: EnclosingBlock['kind'], { start, kind: within }: Pick<CodeFrame, 'start' | 'kind'>, at: number): void {
    const first = lineAt(this.#code, firstCode(this.#code, start, at + 1));
    const last = lineAt(this.#code, lastCode(this.#code, at + 1));
    const isAlone = within === 'top' || within === 'type';
    if (last > first || (isAlone && kind !== 'statement')) this.blocks.push({ first, last, kind });
  }

  #add(frame: CodeFrame, words: string, read: number): void {
    frame.words = frame.words === '' ? words.trimStart() : frame.words + words;
    frame.read = read;
    if (frame.words.length > 2 * longestWords) frame.words = frame.words.slice(-longestWords);
  }
}
