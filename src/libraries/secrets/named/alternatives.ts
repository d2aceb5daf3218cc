import { literalAt, type WrittenValue } from './writtenValue.ts';

const word = '[^;,\\n{}"\'`?:]';
const condition = new RegExp(
  `${word}{1,100}(?:(?:"[^"\\n]{0,40}"|'[^'\\n]{0,40}'|\`[^\`\\n]{0,40}\`)${word}{0,40})?\\?(?![?.:])\\s{0,40}`,
  'y',
);
const plainCase = new RegExp(`[^;,\\n{}"'\`?:]{1,80}(?=\\s{0,40}:)`, 'y');
const otherwise = /\s{0,60}:\s{0,40}/y;
const pythonElse = /[ \t]{1,3}if\b[^\n"'`]{1,100}\belse\b[ \t]{0,3}/y;
const luaCondition = /[\w.()=~! ]{1,80}\band[ \t]{1,3}/y;
const luaElse = /[ \t]{1,3}or[ \t]{1,3}/y;
const mostCases = 6;

/** The literals of which a value is chosen: dev ? "a" : "b", 'a' if dev else 'b', dev and 'a' or 'b'. */
export function alternativesAt(text: string, at: number): readonly WrittenValue[] {
  const found: WrittenValue[] = [];
  let from = behind(text, at, condition);
  for (; from !== undefined && found.length < mostCases;) {
    const literal = literalAt(text, from);
    if (literal !== undefined) found.push(literal);
    const next = literal?.next ?? behind(text, from, plainCase);
    const other: number | undefined = next === undefined ? undefined : behind(text, next, otherwise);
    if (other === undefined) return found;
    from = behind(text, other, condition);
    if (from !== undefined) continue;
    const last = literalAt(text, other);
    return last === undefined ? found : [...found, last];
  }
  return luaAlternatives(text, at);
}

/** What stands behind the literal of a condition of Python: … if dev else 'b'. */
export function elseAfter(text: string, { next }: WrittenValue): WrittenValue | undefined {
  const at = behind(text, next, pythonElse);
  return at === undefined ? undefined : literalAt(text, at);
}

function luaAlternatives(text: string, at: number): readonly WrittenValue[] {
  const from = behind(text, at, luaCondition);
  const first = from === undefined ? undefined : literalAt(text, from);
  if (first === undefined) return [];
  const other = behind(text, first.next, luaElse);
  const second = other === undefined ? undefined : literalAt(text, other);
  return second === undefined ? [first] : [first, second];
}

function behind(text: string, at: number, expression: RegExp): number | undefined {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : undefined;
}
