import type { Steps } from '../../core/shared/steps.ts';
import { readCodeLines } from '../enclosing/codeLines.ts';

/** A name in a text, and where it stands: 0-based. */
export interface UsedName {
  readonly name: string;
  readonly line: number;
  readonly character: number;
}

/** The names in longer code are too many to tell which matter, characters. */
const longestCode = 20_000;
const linesAtATime = 200;

/**
 * The names in code whose definitions help most, at most so many: what is called and what is written like a type first, then
 * in the order in which they stand. Not those in comments and texts, no keywords, and nothing that the code declares itself.
 */
export function* namesUsed(code: string, language: string, most: number): Steps<readonly UsedName[]> {
  const { codeLines } = yield* readCodeLines(code.slice(0, longestCode), language);
  const found = new Map<string, UsedName & { readonly rank: number }>();
  const declared = new Set<string>();
  for (const [line, text] of codeLines.entries()) {
    if (line % linesAtATime === 0) yield;
    for (const match of text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) {
      const [name] = match;
      const before = text.slice(Math.max(0, match.index - 40), match.index);
      if ((keywords.has(name) && !/(?:\.|::)$/.test(before)) || /\d$/.test(before)) continue;
      if (declaration.test(before) || (variable.test(before) && !isType(name))) declared.add(name);
      const rank = rankOf(name, text.slice(match.index + name.length, match.index + name.length + 3));
      const known = found.get(name);
      if (!known || known.rank < rank) found.set(name, { name, line, character: match.index, rank });
    }
  }
  return [...found.values()]
    .filter(({ name }) => !declared.has(name))
    .toSorted((a, b) => b.rank - a.rank || a.line - b.line || a.character - b.character)
    .slice(0, most)
    .map(({ name, line, character }) => ({ name, line, character }));
}

/** What is written before a name that is declared here. */
const declaration =
  /\b(?:function|class|interface|enum|struct|trait|type|def|fn|func|fun|mod|record|namespace|macro_rules!)\s+$/;
/** The same, but in some languages a type may follow. */
const variable = /\b(?:const|let|var|val)\s+(?:mut\s+)?$/;

const isType = (name: string): boolean => /^\p{Lu}.*\p{Ll}/u.test(name);

const rankOf = (name: string, next: string): number => (/^(?:\(|!\(|::|<)/.test(next) || isType(name) ? 2 : 0);

/** Of all languages together: a name that is one of these elsewhere is rarely worth a look. */
const keywords = new Set(
  (
    'abstract alignas and any as assert async auto await bool boolean break byte case catch char class const constexpr continue ' +
    'crate def default defer del delete do double dyn elif else end enum except explicit export extends extern False false final ' +
    'finally float fn for foreach from func function global go goto if impl implements import in inline instanceof int interface ' +
    'is lambda let local long loop match mod module move mut namespace new nil None nonlocal not null nullptr number object of ' +
    'operator or override package pass private protected pub public raise readonly ref register return self Self sealed short ' +
    'signed sizeof static str string struct super switch template this throw throws trait True true try type typedef typename ' +
    'typeof undefined union unsafe unsigned use using val var virtual void volatile where while with yield'
  ).split(' '),
);
