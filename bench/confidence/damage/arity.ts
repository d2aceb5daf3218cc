import { oneOf } from '../code/chance.ts';
import { plainTokens } from '../code/plainTokens.ts';
import { isScript } from '../code/languages.ts';
import { doing, endOf, replaced, type Token } from '../code/token.ts';
import type { Unit } from '../code/unit.ts';
import type { DamageRule } from './damage.ts';

/** A call in the code. */
export interface CodeCall {
  readonly name: string;
  /** The index of the word before, '' when none. */
  readonly before: string;
  /** Each argument's tokens. */
  readonly arguments: readonly (readonly Token[])[];
  /** Where its arguments begin and end. */
  readonly from: number;
  readonly to: number;
}

/** The calls in tokens without comments; what declares is none. */
export function callsIn(tokens: readonly Token[]): readonly CodeCall[] {
  return tokens.flatMap((token, at) => {
    const before = tokens[at - 1]?.text ?? '';
    const isCall = token.kind === 'word' && tokens[at + 1]?.text === '(' && !isHead(before);
    const call = isCall ? argumentsAt(tokens, at + 1) : undefined;
    return call ? [{ ...call, name: token.text, before }] : [];
  });
}

const isHead = (before: string): boolean =>
  /^(?:function|def|fn|func|new|class|if|for|while|switch|return)$/.test(before) && before !== 'return';

function argumentsAt(tokens: readonly Token[], open: number): Omit<CodeCall, 'name' | 'before'> | undefined {
  const found: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open)) {
    if (/^[([{]$/.test(token.text)) depth += 1;
    if (/^[)\]}]$/.test(token.text)) depth -= 1;
    if (depth === 0) {
      const first = tokens[open];
      return first && { arguments: found.filter(own => own.length > 0), from: endOf(first), to: token.at };
    }
    if (depth === 1 && token.text === ',') found.push([]);
    else if (!(depth === 1 && token.text === '(' && found.flat().length === 0 && token === tokens[open]))
      found.at(-1)?.push(token);
  }
  return undefined;
}

const none: Readonly<Record<string, string>> = { python: 'None', go: 'nil', rust: 'None', cpp: 'nullptr' };

/** A function of the same file is called with one argument more than it takes. */
export const wrongArity: DamageRule = ({ edit, tokens, siblings, chance }) => {
  const known = parameterCounts(siblings);
  const keywords = /^(?:if|for|while|switch|catch|return|match)$/;
  const calls = callsIn(doing(tokens)).filter(call => {
    const count = known.get(call.name);
    const isOther = !edit.unit.names.includes(call.name); // where it stands itself, it may be declared
    return isOther && count !== undefined && call.arguments.length === count && !keywords.test(call.name);
  });
  const call = oneOf(calls, chance);
  if (!call) return undefined;
  const extra = none[edit.unit.language] ?? 'null';
  const by =
    call.arguments.length === 0 ? extra : `${edit.code.slice(call.from, call.to).replace(/,?\s*$/, '')}, ${extra}`;
  return { code: replaced(edit.code, { at: call.from, to: call.to, by }) };
};

/** By name; of what is declared several times nothing is known. */
function parameterCounts(siblings: readonly Unit[]): ReadonlyMap<string, number | undefined> {
  const byName = Map.groupBy(siblings, ({ names }) => names[0] ?? '');
  return new Map(
    [...byName].map(([name, own]) => {
      const isOne = new Set(own.map(({ startLine }) => startLine)).size === 1;
      return [name, isOne && own[0] ? parameterCount(own[0]) : undefined];
    }),
  );
}

/** How many parameters a function takes; undefined where some may be left out, or more be given. */
function parameterCount({ code, language, names }: Unit): number | undefined {
  const tokens = doing(plainTokens(isScript(language) ? 'java' : language, code));
  const at = tokens.findIndex(({ text }, index) => text === names[0] && /^[(=<]$/.test(tokens[index + 1]?.text ?? ''));
  const open = tokens.findIndex(({ text }, index) => index > at && text === '(');
  const head = at < 0 || open < 0 ? undefined : argumentsAt(tokens, open);
  if (!head || /[=?*]|\.\.\.|\barguments\b|\bself\b/.test(code.slice(head.from, head.to))) return undefined;
  return head.arguments.length;
}
