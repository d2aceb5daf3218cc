import type { Lexicon } from './lexicons.ts';
import { piecesOf } from './pieces.ts';
import type { Steps } from '../../shared/steps.ts';

/** A word of a code, a number, a text with its quotes, a comment, or a sign such as `<=`. */
export interface CodeToken {
  readonly kind: 'word' | 'number' | 'text' | 'comment' | 'sign';
  readonly text: string;
  /** The line that it begins on, 1-based. */
  readonly line: number;
}

/** After so many tokens others have their turn. */
const stretch = 1_000;
const part =
  /(?<word>[\p{L}_$][\p{L}\p{N}_$]*)|(?<number>\d[\w.]*)|(?<sign>===|!==|>>>|\*\*|[=!<>]=|=>|->|::|:=|&&|\|\||\?\?|\?\.|\+\+|--|[-+*/%&|^]=|<<|\.\.\.|\S)|\n/gu;

/** The tokens of a code in order; of what stands in texts and comments nothing is told. In time that grows with the code. */
export function* codeTokens(code: string, lexicon: Lexicon): Steps<readonly CodeToken[]> {
  const tokens: CodeToken[] = [];
  let [from, line, due] = [0, 1, stretch];
  const read = (text: string): void => {
    for (const { 0: found, groups } of text.matchAll(part)) {
      if (found === '\n') line += 1;
      else if (groups) tokens.push({ kind: kindOf(groups), text: found, line });
    }
  };
  for (const { kind, from: at, to } of piecesOf(code, lexicon)) {
    if (kind !== 'text' && kind !== 'comment') continue;
    read(code.slice(from, at));
    const text = code.slice(at, to);
    tokens.push({ kind, text, line });
    line += lineEndsIn(text);
    from = to;
    if (tokens.length < due) continue;
    due = tokens.length + stretch;
    yield;
  }
  read(code.slice(from));
  return tokens;
}

const kindOf = ({ word, number }: Readonly<Record<string, string | undefined>>): CodeToken['kind'] =>
  word !== undefined ? 'word' : number !== undefined ? 'number' : 'sign';

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
