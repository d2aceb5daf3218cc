import { oneOf } from '../code/chance.ts';
import { languageOf, type LanguageId } from '../code/languages.ts';
import { bodyOf, inserted } from '../code/statements.ts';
import { doing, type Token } from '../code/token.ts';
import { tokensOf } from '../code/tokens.ts';
import type { GoodRule } from './goodEdit.ts';

const declaration: Readonly<Record<LanguageId, (name: string, value: string, isNumber: boolean) => string>> = {
  typescript: (name, value) => `const ${name} = ${value};`,
  typescriptreact: (name, value) => `const ${name} = ${value};`,
  javascript: (name, value) => `const ${name} = ${value};`,
  python: (name, value) => `${name} = ${value}`,
  go: (name, value) => `${name} := ${value}`,
  rust: (name, value) => `let ${name} = ${value};`,
  java: (name, value, isNumber) => `final ${isNumber ? 'int' : 'String'} ${name} = ${value};`,
  cpp: (name, value) => `const auto ${name} = ${value};`,
};

const isWhole = ({ kind, text }: Token): boolean =>
  (kind === 'number' && /^\d{1,6}$/.test(text)) || (kind === 'text' && /^(?:"[^"\\{}]+"|'[^'\\{}]{2,}')$/.test(text));

/** Gives a literal of a statement a name, right before that statement. */
export const extractConstant: GoodRule = (unit, chance) => {
  const body = bodyOf(unit.code, unit.language);
  if (!body) return undefined;
  const starts = lineStarts(unit.code);
  const tokens = doing(tokensOf(unit));
  const places = body.statements.flatMap(({ from }) => {
    const line = unit.code.split('\n')[from] ?? '';
    if (!/^\s*(?:return|if|[\w.]+ [-+]?=|[\w.]+\()\b/.test(line)) return [];
    const first = starts[from] ?? 0;
    const last = first + line.length;
    return tokens
      .filter((token, at) => token.at > first && token.at < last && isWhole(token) && isPlain(tokens, at))
      .map(token => ({ token, from }));
  });
  const place = oneOf(places, chance);
  if (!place) return undefined;
  const { token, from } = place;
  const isNumber = token.kind === 'number';
  const name = nameFor(unit.language, isNumber);
  if (new RegExp(`\\b${name}\\b`).test(unit.code)) return undefined;
  const code = unit.code.slice(0, token.at) + name + unit.code.slice(token.at + token.text.length);
  const line = body.indent + declaration[unit.language](name, token.text, isNumber);
  return { instruction: `Extract ${token.text} into a constant ${name}`, code: inserted(code, from, [line]) };
};

const nameFor = (id: LanguageId, isNumber: boolean): string => {
  if (isNumber) return languageOf(id).names === 'camel' ? 'defaultAmount' : 'default_amount';
  return languageOf(id).names === 'camel' ? 'fixedText' : 'fixed_text';
};

/** Where an expression may stand: no key, no operand of `.`, no piece of a joined text, no value of an attribute, no index of Rust. */
function isPlain(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (!before || !after || before.kind === 'text' || after.kind === 'text') return false;
  return /^(?:\(|,|==|===|!==|!=|return)$/.test(before.text) && /^(?:\)|,|;|&&|\|\||\{|:)$/.test(after.text);
}

const lineStarts = (code: string): readonly number[] => [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];

const results: Partial<Record<LanguageId, (value: string) => string>> = {
  typescript: value => `const result = ${value};`,
  typescriptreact: value => `const result = ${value};`,
  javascript: value => `const result = ${value};`,
  python: value => `result = ${value}`,
  java: value => `var result = ${value};`,
};

/** Gives the value that is returned a name. */
export const nameResult: GoodRule = (unit, chance) => {
  const body = bodyOf(unit.code, unit.language);
  const declare = results[unit.language];
  if (!body || !declare || /\bresult\b/.test(unit.code)) return undefined;
  const lines = unit.code.split('\n');
  const { end } = languageOf(unit.language);
  const found = body.statements.flatMap(({ from, to }) => {
    const value = new RegExp(`^\\s*return ([^;]+[\\w)\\]'"])${end}$`).exec(lines[from] ?? '')?.[1];
    return from === to && value !== undefined && !/\bawait\b|=>|^null$/.test(value) ? [{ from, value }] : [];
  });
  const place = oneOf(found, chance);
  if (!place) return undefined;
  const code = lines
    .toSpliced(place.from, 1, body.indent + declare(place.value), `${body.indent}return result${end}`)
    .join('\n');
  return { instruction: 'Put the returned value into a variable result', code };
};
