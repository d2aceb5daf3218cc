import type { Steps } from '../../core/shared/steps.ts';
import { lineAt, type CodeLines } from './codeLines.ts';
import type { EnclosingBlock } from './codeFrame.ts';
import { CodeFrames } from './codeFrames.ts';

/**
 * The functions and types of a code by its brackets, and the statements of several lines at its top. Where the brackets do
 * not match, because somebody is typing, the indentation says which of them belong together.
 */
export function* bracketBlocks(code: CodeLines): Steps<readonly EnclosingBlock[]> {
  const frames = yield* read(code, false);
  return frames.isBalanced ? frames.blocks : (yield* read(code, true)).blocks;
}

/** Others may run after so many marks: each may be preceded by many words. */
const atATime = 50;

/** So many brackets within one another are followed. */
const mostOpen = 1_000;

function* read(code: CodeLines, byIndentation: boolean): Steps<CodeFrames> {
  const frames = new CodeFrames(code, byIndentation);
  const newlines = new Newlines(code);
  const marks = code.brackets.replace(/[[\]]/g, '\\$&');
  let count = 0;
  for (const { 0: mark, index: at } of code.code.matchAll(new RegExp(`[${marks};,\\n]|=>`, 'g'))) {
    if (++count % atATime === 0) yield;
    if (frames.depth > mostOpen) return frames; // that is no code that somebody has written
    const isBracket = code.brackets.indexOf(mark);
    if (mark === ';') frames.endStatement(at);
    else if (mark === ',') frames.comma(at);
    else if (mark === '=>') frames.arrow(at);
    else if (mark === '\n') {
      if (newlines.ends(at, frames)) frames.endStatement(at);
    } else if (isBracket % 2 === 0) frames.open(mark, at);
    else frames.close(mark, at);
  }
  frames.end();
  return frames;
}

/** Languages in which a line break ends a statement that is whole. */
const byLines: readonly string[] = ['script', 'go', 'kotlin', 'swift', 'scala', 'shell'];
const goesOn = /(?:[=+\-*/%&|^~<?.,([{!:]|=>|\b(?:extends|implements|where|throws|return))\s*$/;
const isGoneOn = /^\s*(?:[{.?:)\]}&|+/%>=,]|(?:extends|implements|where|throws|instanceof|in|of|as|satisfies)\b)/;
const isModifiers =
  /^\s*(?:(?:export|default|declare|abstract|public|private|protected|internal|static|async|override|readonly|open|final|suspend|inline|get|set|fun|func|const|let|var)\s*)+$/;

/** Says which line breaks end a statement; each line is looked at once. */
class Newlines {
  readonly #code: CodeLines;
  readonly #isByLine: boolean;
  /** Of each line, the next one with code. */
  readonly #next: number[] = [];

  constructor(code: CodeLines) {
    this.#code = code;
    this.#isByLine = byLines.includes(code.family);
    let next = code.codeLines.length;
    for (let at = code.codeLines.length - 1; at >= 0; at -= 1) {
      this.#next[at] = next;
      if (/\S/.test(code.codeLines[at] ?? '')) next = at;
    }
  }

  ends(at: number, frames: CodeFrames): boolean {
    if (frames.isInGroup || !frames.hasWords(at)) return false;
    const line = lineAt(this.#code, at);
    const next = this.#next[line] ?? line + 1;
    const nextCode = (this.#code.codeLines[next] ?? '').slice(0, 200);
    const isApart = next > line + 1 && !/\S/.test(this.#code.lines[line + 1] ?? '');
    if (isApart) return !/^\s*\{/.test(nextCode);
    if (!this.#isByLine) return false;
    const code = (this.#code.codeLines[line] ?? '').slice(-200).replace(/(?:\+\+|--)\s*$/, ' x');
    if (goesOn.test(code) || isModifiers.test(frames.words(at))) return false;
    return !isGoneOn.test(nextCode);
  }
}
