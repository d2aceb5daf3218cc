import { oneOf } from '../code/chance.ts';
import { languageOf, type LanguageId } from '../code/languages.ts';
import { doing, endOf, type Token } from '../code/token.ts';
import { tokensOf } from '../code/tokens.ts';
import type { GoodRule } from './goodEdit.ts';

/** What stands before a name that is declared, and what behind it. */
const declares: Readonly<Record<string, (before: string, after: string) => boolean>> = {
  go: (_before, after) => after === ':=',
  rust: (before, after) => (before === 'let' || before === 'mut') && /^[=:]$/.test(after),
  java: (before, after) => /^(?:int|long|boolean|double|String|View|Context|JSONObject)$/.test(before) && after === '=',
  cpp: (before, after) => /^(?:auto|int|size_t|bool|double|char|float|\*)$/.test(before) && after === '=',
  python: (_before, after) => after === '=',
};
const declaresScript = (before: string, after: string): boolean =>
  /^(?:const|let|var)$/.test(before) && /^[=:]$/.test(after);

/** Renames a variable that is declared in the code. */
export const rename: GoodRule = (unit, chance) => {
  const tokens = doing(tokensOf(unit));
  const name = oneOf(renamable(tokens, unit.language, unit.before + unit.after), chance);
  if (name === undefined) return undefined;
  const other = languageOf(unit.language).names === 'camel' ? `${name}Value` : `${name}_value`;
  let code = unit.code;
  for (const { at, text } of tokens.toReversed())
    if (text === name) code = code.slice(0, at) + other + code.slice(at + name.length);
  return { instruction: `Rename ${name} to ${other}`, code };
};

function renamable(tokens: readonly Token[], id: LanguageId, rest: string): readonly string[] {
  const isDeclared = declares[id] ?? declaresScript;
  const names = new Set<string>();
  for (const [at, { kind, text }] of tokens.entries())
    if (kind === 'word' && text.length > 2 && isDeclared(tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? ''))
      names.add(text);
  const within = tokens.filter(({ kind }) => kind === 'text').map(({ text }) => text);
  return [...names].filter(name => {
    const places = tokens.flatMap((token, at) => (token.text === name ? [at] : []));
    const isPlain = places.every(at => standsAlone(tokens, at, id));
    const isElsewhere = new RegExp(`(?<![\\w$])${name}(?:Value|_value)?(?![\\w$])`).test(id === 'python' ? '' : rest);
    return places.length > 1 && isPlain && !isElsewhere && !within.some(text => text.includes(name));
  });
}

/** It is no member, no key, no field written short, no argument by name. */
function standsAlone(tokens: readonly Token[], at: number, id: LanguageId): boolean {
  const [own, before, after] = [tokens[at], tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? ''];
  if (!own || ['.', '->', '::', '@', '?.'].includes(before)) return false;
  if (/^[{,]$/.test(before) && /^[},:=]$/.test(after)) return false;
  if (id === 'python')
    return !(/^[(,]$/.test(before) && after === '=') && !/^(?:global|nonlocal|import|as)$/.test(before);
  return !(after === ':' && before === '?') && endOf(own) > 0;
}
