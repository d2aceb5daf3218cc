import type { CodeToken } from '../../reading/codeTokens.ts';
import type { Steps } from '../../../shared/steps.ts';

/** The tokens of a code without its comments, and where each bracket has its partner. */
export interface CodeIndex {
  readonly tokens: readonly CodeToken[];
  /** By the index of a bracket that of its partner; -1: it has none, or is no bracket. */
  readonly partner: Int32Array;
  /** By the index of a token that of the bracket that it stands in; -1: in none. */
  readonly within: Int32Array;
}

/** After so many tokens others have their turn. */
export const stretch = 1_000;

const closes: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Pairs the brackets of a code, one that is not closed with none. In time that grows with the code. */
export function* codeIndex(tokens: readonly CodeToken[]): Steps<CodeIndex> {
  const partner = new Int32Array(tokens.length).fill(-1);
  const within = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (const [at, { kind, text }] of tokens.entries()) {
    if (at % stretch === stretch - 1) yield;
    const opening = kind === 'sign' ? closes[text] : undefined;
    if (opening !== undefined && tokens[open.at(-1) ?? -1]?.text === opening) {
      const from = open.pop() ?? -1;
      partner[at] = from;
      partner[from] = at;
    }
    within[at] = open.at(-1) ?? -1;
    if (kind === 'sign' && /^[([{]$/.test(text)) open.push(at);
  }
  return { tokens, partner, within };
}

/** The text of a token; '': there is none, or it is a text of the program. */
export const textAt = ({ tokens }: CodeIndex, at: number): string => {
  const token = tokens[at];
  return token === undefined || token.kind === 'text' ? '' : token.text;
};

/** The indexes between two tokens of which the outer ones are not among them. */
export function* between(from: number, to: number): Generator<number> {
  for (let at = from + 1; at < to; at += 1) yield at;
}

/** The token after the bracket's partner; the next one where it has none. */
export const afterPair = ({ partner }: CodeIndex, at: number): number => Math.max(at, partner[at] ?? -1) + 1;

/** Is it the first token of its line? */
export const beginsLine = ({ tokens }: CodeIndex, at: number): boolean =>
  at === 0 || tokens[at - 1]?.line !== tokens[at]?.line;
