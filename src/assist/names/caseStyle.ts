import { familyOf } from '../../core/confidence/reading/languages.ts';

/** How the words of a name are put together. */
export type CaseStyle = 'snake' | 'screaming' | 'camel' | 'pascal' | 'kebab';

/** What stands before a name and is no word of it: who may see it, what it belongs to. */
export const markOf = (name: string): string =>
  /^(?:#|@{1,2}|\$|--|\.|r#|')?(?:[msg]_(?=[A-Za-z])|_+)?/.exec(name)?.[0] ?? '';

/** undefined: one word, or a style that is none of these. */
export function caseStyleOf(name: string): CaseStyle | undefined {
  const bare = name.slice(markOf(name).length);
  if (/^[\p{Ll}\p{N}]+(?:_[\p{Ll}\p{N}]+)+$/u.test(bare)) return 'snake';
  if (/^[\p{Lu}\p{N}]+(?:_[\p{Lu}\p{N}]+)+$/u.test(bare)) return 'screaming';
  if (/^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)+$/u.test(bare)) return 'kebab';
  if (!/^\p{L}[\p{L}\p{N}]*$/u.test(bare) || !/\p{Lu}/u.test(bare) || !/\p{Ll}/u.test(bare)) return undefined;
  return /^\p{Ll}/u.test(bare) ? 'camel' : 'pascal';
}

const snakes = ['python', 'rust', 'ruby'];
const camels = ['script', 'java', 'kotlin', 'scala', 'swift', 'dart', 'go', 'csharp'];

/** The style of names like this one; one word in small letters has that of its language. */
export function wantedStyle(current: string, language: string): CaseStyle | undefined {
  const style = caseStyleOf(current);
  const bare = current.slice(markOf(current).length);
  if (style !== undefined || !/^\p{Ll}[\p{Ll}\p{N}]*$/u.test(bare)) return style;
  const family = familyOf(language) ?? '';
  return snakes.includes(family) ? 'snake' : camels.includes(family) ? 'camel' : undefined;
}

/** The words of a name, in small letters: 'readHTTPHeader' → read, http, header. */
export const wordsOf = (name: string): readonly string[] =>
  (name.slice(markOf(name).length).match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|[^\p{L}\p{N}_-]/gu) ?? []).map(word =>
    word.toLowerCase(),
  );

/** A name in this style, as it stands when it has it already or is of one word that fits. */
export function inCase(name: string, style: CaseStyle | undefined): string {
  const words = wordsOf(name);
  if (style === undefined || words.length === 0 || caseStyleOf(name) === style) return name;
  const great = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const [first = '', ...rest] = words;
  switch (style) {
    case 'snake':
      return words.join('_');
    case 'kebab':
      return words.join('-');
    case 'screaming':
      return words.join('_').toUpperCase();
    case 'camel':
      return first + rest.map(great).join('');
    case 'pascal':
      return words.map(great).join('');
  }
}
