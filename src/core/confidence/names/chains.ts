import type { CodeToken } from '../reading/codeTokens.ts';
import type { Steps } from '../../shared/steps.ts';
import { stretch, textAt, type CodeIndex } from './grammars/codeIndex.ts';

/** Names that are strung together: `a.b.c`, `a::b`. */
export interface NameChain {
  readonly parts: readonly string[];
  /** Its first token. */
  readonly token: CodeToken;
  /** The index behind its last one. */
  readonly end: number;
}

/** Longer ones are cut. */
const longestChain = 12;

/** Chains of two names and more; what is generic within them is passed over. */
export function* chainsOf(index: CodeIndex, mark: '.' | '::'): Steps<readonly NameChain[]> {
  const found: NameChain[] = [];
  for (let at = 0; at < index.tokens.length; at += 1) {
    if (at % stretch === 0) yield;
    const token = index.tokens[at];
    if (token?.kind !== 'word' || isMark(textAt(index, at - 1))) continue;
    const parts = [token.text];
    let end = at + 1;
    while (textAt(index, end) === mark && parts.length < longestChain) {
      const next = textAt(index, end + 1) === '<' ? afterTypes(index, end + 1) : end + 1;
      const name = index.tokens[next];
      if (name?.kind !== 'word' && next > end + 1 && textAt(index, next) === mark) {
        end = next;
        continue;
      }
      if (name?.kind !== 'word') break;
      parts.push(name.text);
      end = next + 1;
    }
    if (parts.length > 1) found.push({ parts, token, end });
    at = end - 1;
  }
  return found;
}

const isMark = (text: string): boolean => /^(?:\.|\?\.|->|::)$/.test(text);

/** Behind `<…>`; where it does not end soon: at its beginning. */
function afterTypes(index: CodeIndex, open: number): number {
  let depth = 0;
  for (let at = open; at < open + 40; at += 1) {
    const text = textAt(index, at);
    depth += text === '<' ? 1 : text === '>' ? -1 : text === '>>' ? -2 : 0;
    if (depth <= 0) return at + 1;
    if (/^[;{}]$/.test(text)) return open;
  }
  return open;
}
