import type { Steps } from '../core/shared/steps.ts';
import { isLike } from '../core/shared/isLike.ts';

/** Does a path fall under the rules of an ignore file? 'too-much': it cannot be said in the time that there is. */
export type IgnoreVerdict = 'excluded' | 'open' | 'too-much';

/** A longer ignore file is not read, characters. */
export const longestIgnoreFile = 64 * 1024;

/**
 * The rules of an ignore file that is not to be read: what is no file (a link to `/dev/zero` has no end) excludes everything,
 * and of what is too long its length is told. undefined: read it.
 */
export function rulesUnread({ size, isFile }: { readonly size: number; readonly isFile: boolean }): string | undefined {
  if (!isFile) return '*';
  return size > longestIgnoreFile ? ' '.repeat(longestIgnoreFile + 1) : undefined;
}

/** Nor is a longer rule, characters. */
const longestRule = 1_000;
/** Comparisons of one question: some 10 to 40 ms. A hundred usual rules take some thousands. */
const mostSteps = 500_000;
/** Others may run after so many rules. */
const atATime = 50;

/**
 * Reads the rules of an ignore file as git does (gitignore(5)), without regard to upper and lower case. `path` is relative to
 * the file's folder, with '/'. In time that grows with rules times path, and no more than a fixed count of steps: where
 * patterns are made into regular expressions, a few `**` take minutes (cpburnz/python-pathspec #131, minimatch
 * GHSA-7r86-cg39-jmmj and GHSA-3ppc-4f35-3m26).
 */
export function* ignoreVerdict(rules: string, path: string): Steps<IgnoreVerdict> {
  if (rules.length > longestIgnoreFile) return 'too-much';
  const steps = { left: mostSteps };
  const parts = path
    .normalize('NFC') // one system writes an umlaut as one character, the other as two
    .toLowerCase()
    .split('/')
    .map(name => Array.from(name));
  const lines = rules
    .normalize('NFC')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  if (lines.some(line => line.length > longestRule)) return 'too-much';
  yield;
  const read = yield* rulesOf(lines);
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const place = { parts: parts.slice(0, depth), isFolder: depth < parts.length, steps };
    const last = yield* lastUnder(read, place);
    if (steps.left < 0) return 'too-much';
    if (last?.isExcluding) return 'excluded'; // what is in an excluded folder cannot be taken back
  }
  return 'open';
}

/** The last one first. */
function* rulesOf(lines: readonly string[]): Steps<readonly Rule[]> {
  const rules: Rule[] = [];
  for (const [at, line] of lines.entries()) {
    if (at % atATime === 0) yield;
    rules.push(...ruleOf(line));
  }
  return rules.reverse();
}

/** The last of the rules that a path falls under: it alone counts. */
function* lastUnder(rules: readonly Rule[], place: Place): Steps<Rule | undefined> {
  for (const [count, rule] of rules.entries()) {
    if (count % atATime === 0) yield;
    if (isUnder(rule, place)) return rule;
  }
  return undefined;
}

interface Rule {
  readonly isExcluding: boolean;
  readonly isForFolders: boolean;
  /** Of each folder on the way, and of the name; 'any-depth' is `**`. */
  readonly parts: readonly (Pattern | 'any-depth')[];
}

/** What one name is compared with. */
type Pattern = readonly Character[];
type Character = 'any-text' | ((character: string) => boolean);

interface Place {
  /** Of each folder on the way, and of the name, the characters. */
  readonly parts: readonly (readonly string[])[];
  readonly isFolder: boolean;
  readonly steps: { left: number };
}

function ruleOf(line: string): readonly Rule[] {
  const text = withoutBlanksAtEnd(line);
  if (text === '' || text.startsWith('#')) return [];
  const isExcluding = !text.startsWith('!');
  const pattern = isExcluding ? text : text.slice(1);
  const isForFolders = pattern.endsWith('/');
  const inner = isForFolders ? pattern.slice(0, -1) : pattern;
  if (inner === '') return [];
  const names = (inner.startsWith('/') ? inner.slice(1) : inner).split('/');
  const isAnywhere = !inner.includes('/');
  const parts = names.map(name => (name === '**' ? 'any-depth' : patternOf(name.toLowerCase())));
  return [{ isExcluding, isForFolders, parts: isAnywhere ? ['any-depth', ...parts] : parts }];
}

/** A backslash keeps a blank. */
function withoutBlanksAtEnd(line: string): string {
  const text = line.replace(/(?<![ \t])[ \t]+$/, '');
  const isKept = /(?<!\\)(?:\\\\){0,50}\\$/.test(text.slice(-102)) && text.length < line.length;
  return isKept ? `${text} ` : text;
}

function patternOf(name: string): Pattern {
  const pattern: Character[] = [];
  for (let at = 0; at < name.length; at += 1) {
    const character = name.charAt(at);
    if (character === '*') {
      if (pattern.at(-1) !== 'any-text') pattern.push('any-text');
    } else if (character === '?') pattern.push(() => true);
    else if (character === '[') {
      const { set, end } = setAt(name, at);
      pattern.push(set);
      at = end;
    } else {
      const wanted = character === '\\' && at + 1 < name.length ? name.charAt((at += 1)) : character;
      pattern.push(found => found === wanted);
    }
  }
  return pattern;
}

/** The set in brackets that begins here, and where it ends; one that does not end is a bracket. */
function setAt(name: string, start: number): { readonly set: (character: string) => boolean; readonly end: number } {
  const first = start + (/^\[[!^]/.test(name.slice(start, start + 2)) ? 2 : 1);
  const end = name.indexOf(']', first + 1);
  if (end < 0) return { set: found => found === '[', end: start };
  const ranges: (readonly [string, string])[] = [];
  for (let at = first; at < end; at += 1) {
    if (name.charAt(at) === '\\') at += 1;
    const from = name.charAt(at);
    const isRange = name.charAt(at + 1) === '-' && at + 2 < end;
    ranges.push([from, isRange ? name.charAt(at + 2) : from]);
    if (isRange) at += 2;
  }
  const isIn = (found: string): boolean => ranges.some(([from, to]) => found >= from && found <= to);
  return { set: first === start + 2 ? found => !isIn(found) : isIn, end };
}

function isUnder({ isForFolders, parts }: Rule, place: Place): boolean {
  const { steps } = place;
  if (isForFolders && !place.isFolder) return false;
  if ((steps.left -= parts.length) < 0) return false;
  const isInside = parts.at(-1) === 'any-depth'; // all that is in it, not the folder itself
  const wanted = isInside ? [...parts.slice(0, -1), ['any-text'] as const, 'any-depth' as const] : parts;
  return isLike(wanted, place.parts, {
    isAny: part => part === 'any-depth',
    isSame: (part, name) => part !== 'any-depth' && isNamed(part, name, steps),
    steps,
  });
}

const isNamed = (pattern: Pattern, name: readonly string[], steps: Place['steps']): boolean =>
  isLike(pattern, name, {
    isAny: character => character === 'any-text',
    isSame: (character, found) => character !== 'any-text' && character(found),
    steps,
  });
