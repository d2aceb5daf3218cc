import * as v from 'valibot';
import type { JsonForm } from '../../core/model/purpose.ts';
import { familyOf } from '../../core/confidence/languages.ts';
import type { SuggestedName } from '../assistance.ts';

const mostNames = 8;
const longestName = 100;
const longestReason = 200;

const schema = v.object({
  names: v.pipe(v.array(v.object({ name: v.string(), reason: v.optional(v.string(), '') })), v.minLength(1)),
});

/** `{"names": [{"name": "…", "reason": "…"}]}`, the best first. */
export const namesForm: JsonForm = {
  check: value =>
    v.safeParse(schema, value).success
      ? undefined
      : 'It is not {"names": [{"name": "…", "reason": "…"}]} with a name at least.',
  predefined: '{"names":[]}',
};

/** The names that could stand in place of `current` in this language, the best first. */
export function suggestedNames(json: string, current: string, language: string): readonly SuggestedName[] {
  const { success, output } = v.safeParse(schema, parsed(json));
  if (!success) return [];
  const seen = new Set([current]);
  const found: SuggestedName[] = [];
  for (const { name, reason } of output.names) {
    const bare = name.trim().replace(/^`|`$|\(\)$/g, '');
    if (seen.has(bare) || !isName(bare, language) || !isLike(bare, current)) continue;
    seen.add(bare);
    found.push({ name: bare, reason: reason.replace(/\s+/g, ' ').trim().slice(0, longestReason) });
  }
  return found.slice(0, mostNames);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What such a family allows in a name besides letters, digits and underlines. */
const shapes: Readonly<Record<string, RegExp>> = {
  script: /^#?[\p{ID_Start}_$][\p{ID_Continue}$]*$/u,
  ruby: /^(?:@{1,2}|\$)?[\p{ID_Start}_][\p{ID_Continue}]*[?!]?$/u,
  php: /^\$?[\p{ID_Start}_][\p{ID_Continue}]*$/u,
  shell: /^[A-Za-z_][\w-]*$/,
  css: /^(?:--|[.#$@])?[A-Za-z_-][\w-]*$/,
  powershell: /^\$?[A-Za-z_][\w-]*$/,
  rust: /^(?:r#|')?[\p{ID_Start}_][\p{ID_Continue}]*!?$/u,
};
const usualShape = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

const reserved = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const keywords: Readonly<Record<string, ReadonlySet<string>>> = {
  script: reserved(
    'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield arguments eval undefined',
  ),
  python: reserved(
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield self cls',
  ),
  go: reserved(
    'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var nil true false iota',
  ),
  rust: reserved(
    'as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while abstract become box do final gen macro override priv try typeof unsized virtual yield',
  ),
  java: reserved(
    'abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while true false null _',
  ),
  c: reserved(
    'alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl concept const consteval constexpr constinit const_cast continue co_await co_return co_yield decltype default delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register reinterpret_cast requires restrict return short signed sizeof static static_assert static_cast struct switch template this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t while xor xor_eq',
  ),
  csharp: reserved(
    'abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while',
  ),
};

function isName(name: string, language: string): boolean {
  const family = familyOf(language) ?? '';
  if (name.length === 0 || name.length > longestName || keywords[family]?.has(name) === true) return false;
  return (shapes[family] ?? usualShape).test(name);
}

/** What stands before a name says what it is: a private field, a variable of an instance. In Go its first letter decides who sees it. */
function isLike(name: string, current: string): boolean {
  const markOf = (text: string): string => /^(?:#|@{1,2}|\$|--|\.)/.exec(text)?.[0] ?? '';
  return markOf(name) === markOf(current);
}
