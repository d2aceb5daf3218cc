import type { LanguageId } from './languages.ts';
import { plainTokens } from './plainTokens.ts';
import { doing, endOf, type Token } from './token.ts';
import type { NamedLines } from './unit.ts';

const heads: Partial<Record<LanguageId, RegExp>> = {
  python: /^[ \t]*(?:async )?def (?<name>\w+)/gm,
  go: /^func (?:\([^)\n]*\) )?(?<name>\w+)(?:\[[^\]\n]*\])?\(/gm,
  rust: /^[ \t]*(?:pub(?:\([^)\n]*\))? )?(?:(?:const|unsafe|async) )*fn (?<name>\w+)/gm,
  java: /^[ \t]+(?:(?:public|private|protected|static|final|synchronized) )+(?:[\w<>[\], .?]+ )?(?<name>\w+)\(/gm,
  cpp: /^[ \t]*(?!(?:if|else|for|while|switch|return|do|case|catch|throw|new|delete|using|typedef|template|class|struct|namespace|enum)\b)[\w:<>,&*~ \t]*?[ *&](?<name>(?:\w+::)*~?\w+)\(/gm,
};

/** The functions of a file in a language that TypeScript's compiler does not read. */
export function plainFunctions(id: LanguageId, text: string): readonly NamedLines[] {
  const head = heads[id];
  if (!head) throw new Error(`no functions of ${id}`);
  const tokens = doing(plainTokens(id, text));
  const lines = new LineNumbers(text);
  const found: NamedLines[] = [];
  for (const { groups, index, 0: matched } of text.matchAll(head)) {
    const at = index + matched.length - matched.trimStart().length;
    const end = id === 'python' ? endOfBlock(text, tokens, at) : endOfBraces(tokens, at);
    const from = lines.of(at);
    if (end === undefined || (found.at(-1)?.to ?? -1) >= from) continue; // within another one
    const rest = text.slice(end, !text.includes('\n', end) ? undefined : text.indexOf('\n', end));
    if (rest.trim() === '') found.push({ name: groups?.['name'] ?? '', from, to: lines.of(end - 1) });
  }
  return found;
}

/** Where the lines begin. */
class LineNumbers {
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  of(at: number): number {
    const next = this.#starts.findIndex(start => start > at);
    return (next < 0 ? this.#starts.length : next) - 1;
  }
}

/** Behind the brace that closes the first one; undefined: it has none, or a statement ends before. */
function endOfBraces(tokens: readonly Token[], at: number): number | undefined {
  let depth = 0;
  let isOpen = false;
  for (const token of tokens.slice(firstAt(tokens, at))) {
    if (token.kind !== 'sign') continue;
    if (/^[{([]$/.test(token.text)) depth += 1;
    if (/^[})\]]$/.test(token.text)) depth -= 1;
    if (token.text === '{' && depth === 1) isOpen = true;
    if (token.text === ';' && depth === 0) return undefined;
    if (depth < 0) return undefined;
    if (token.text === '}' && depth === 0 && isOpen) return endOf(token);
  }
  return undefined;
}

/** Behind the last token that stands deeper than the head, or on a line that goes on. */
function endOfBlock(text: string, tokens: readonly Token[], at: number): number | undefined {
  const indent = columnOf(text, at);
  let depth = 0;
  let line = -1;
  let end: number | undefined;
  for (const token of tokens.slice(firstAt(tokens, at))) {
    const start = text.lastIndexOf('\n', token.at - 1) + 1;
    if (start !== line && depth === 0 && token.at !== at && columnOf(text, token.at) <= indent) {
      const isFirst = text.slice(start, token.at).trim() === '';
      if (isFirst) break;
    }
    line = start;
    if (/^[{([]$/.test(token.text)) depth += 1;
    if (/^[})\]]$/.test(token.text)) depth -= 1;
    end = endOf(token);
  }
  return end;
}

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/** The first token from a place on; they stand in order. */
function firstAt(tokens: readonly Token[], at: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
