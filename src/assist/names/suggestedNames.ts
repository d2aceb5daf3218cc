import { familyOf } from '../../core/confidence/reading/languages.ts';
import { lookAlikesIn } from '../../core/unicode/lookAlikes.ts';
import type { SuggestedName } from '../assistance.ts';
import { inCase, markOf, wantedStyle, wordsOf } from './caseStyle.ts';
import { writtenNames } from './namesForm.ts';

const mostNames = 5;
/** A longer one is not easier to read than what it stands for; where names are long already, it may be as long. */
const longestName = 40;
/** Of more suggestions nobody reads the end. */
const mostRead = 100;
const longestRead = 200;

/** What is to have another name. */
export interface Renamed {
  readonly current: string;
  readonly language: string;
  /** Names that are used around it. */
  readonly taken: ReadonlySet<string>;
}

/** The names of an answer that could stand in place of the present one, in its case style, the best first. */
export function suggestedNames(text: string, { current, language, taken }: Renamed): readonly SuggestedName[] {
  const seen = new Set<string>();
  const found: SuggestedName[] = [];
  for (const { name, reason } of writtenNames(text, current).slice(0, mostRead)) {
    if (name.length > longestRead) continue;
    const fitting = fitted(name, current, language);
    if (seen.has(fitting) || taken.has(fitting) || !isBetter(fitting, current) || !isName(fitting, language)) continue;
    if (fitting.length > Math.max(longestName, current.length)) continue;
    seen.add(fitting);
    found.push({ name: fitting, reason });
  }
  return found.slice(0, mostNames);
}

/** As the present one: what stands before it, and how its words are put together. A name that is none stays none. */
function fitted(name: string, current: string, language: string): string {
  const bare = name.trim().replace(/^`|`$/g, '').replace(/\(\)$/, '').normalize();
  const own = bare.slice(markOf(bare).length);
  return /^[\p{L}\p{N}_-]+$/u.test(own) && !(own.includes('-') && wantedStyle(current, language) !== 'kebab')
    ? markOf(current) + inCase(own, wantedStyle(current, language))
    : bare;
}

const empty = new Set(['new', 'improved', 'better', 'my', 'updated', 'enhanced', 'the', '2', 'v']);

/** Are there other words in it, not only more of those that say nothing? */
function isBetter(name: string, current: string): boolean {
  const [words, own] = [wordsOf(name), wordsOf(current)];
  const telling = (all: readonly string[]): string => all.filter(word => !empty.has(word)).join(' ');
  if (words.join(' ') === own.join(' ')) return false;
  return telling(words) !== telling(own) || words.length < own.length || telling(own) === '';
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

/** Letters and joiners that languages allow in names, and that nobody sees. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;

function isName(name: string, language: string): boolean {
  const family = familyOf(language) ?? '';
  if (name.length === 0 || keywords[family]?.has(name) === true || lookAlikesIn(name).length > 0) return false;
  if (unseen.test(name)) return false;
  return (shapes[family] ?? usualShape).test(name);
}
