import { isLike, type WildcardComparison } from '../../core/shared/isLike.ts';

/** Does a path fall under a pattern? 'too-involved': it is not compared, because that could take long. */
export type GlobVerdict = 'match' | 'no-match' | 'too-involved';

/** A longer pattern or path is not compared, characters. */
const longestPattern = 500;
const longestPath = 4_096;
/** Alternatives that braces may stand for. */
const mostAlternatives = 200;
/** Comparisons of one pattern with one path: some ms. */
const mostSteps = 200_000;

/**
 * Compares a pattern of an instruction file with the path of a file in the same workspace folder, '/' as separator. It says what
 * `vscode.languages.match` says of a RelativePattern, with upper and lower case, but for three things that people write and mean:
 * `./`, `/` and backslashes are taken off or turned round; a pattern without a folder (`*.ts`) holds at any depth; one that
 * names a folder (`src/`) holds for all in it. VS Code makes regular expressions of patterns, which can take minutes; this counts its steps.
 */
export function matchGlob(pattern: string, path: string): GlobVerdict {
  if (pattern.length > longestPattern || path.length > longestPath) return 'too-involved';
  const alternatives = withoutBraces(cleaned(pattern));
  if (alternatives === undefined) return 'too-involved';
  const steps = { left: mostSteps };
  const names = path.normalize('NFC').split('/');
  const isMatch = alternatives.some(each => isLike(segmentsOf(each), names, segments(steps)));
  if (steps.left < 0) return 'too-involved';
  return isMatch ? 'match' : 'no-match';
}

function cleaned(pattern: string): string {
  const text = pattern.normalize('NFC').replaceAll('\\', '/').trim();
  return text.startsWith('./') ? text.slice(2) : text.startsWith('/') ? text.slice(1) : text;
}

/** Each of the patterns that one with braces stands for; undefined: too many. A brace that does not close is a character. */
function withoutBraces(pattern: string): readonly string[] | undefined {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (done.length + open.length > mostAlternatives) return undefined;
    const braces = bracesIn(next);
    if (!braces) done.push(next);
    else {
      const { start, end, parts } = braces;
      for (const part of parts) open.push(next.slice(0, start) + part + next.slice(end + 1));
    }
  }
  return done;
}

interface Braces {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly string[];
}

/** The first braces of a pattern, and what stands between their commas. */
function bracesIn(pattern: string): Braces | undefined {
  const start = pattern.indexOf('{');
  if (start < 0) return undefined;
  const parts: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let at = start; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '{') depth += 1;
    else if (character === ',' && depth === 1) {
      parts.push(pattern.slice(from, at).trim());
      from = at + 1;
    } else if (character === '}' && (depth -= 1) === 0)
      return { start, end: at, parts: [...parts, pattern.slice(from, at).trim()] };
  }
  return undefined;
}

type Segment = 'any-depth' | readonly Sign[];
/** What a character of a name is compared with. */
type Sign = 'any-text' | ((character: string) => boolean);

function segmentsOf(pattern: string): readonly Segment[] {
  const names = pattern.split('/').filter((name, at, all) => name !== '' || at === all.length - 1);
  const last = names.at(-1);
  const isFolder = last === '' && names.length > 1;
  const segments = (isFolder ? [...names.slice(0, -1), '**'] : names).map(signsOf);
  return pattern.includes('/') ? segments : ['any-depth', ...segments];
}

function signsOf(name: string): Segment {
  if (name === '**') return 'any-depth';
  const found: Sign[] = [];
  for (let at = 0; at < name.length; at += 1) {
    const character = name.charAt(at);
    const end = character === '[' ? name.indexOf(']', at + 2) : -1;
    if (character === '*') {
      if (found.at(-1) !== 'any-text') found.push('any-text');
    } else if (character === '?') found.push(() => true);
    else if (end > 0) {
      found.push(rangeOf(name.slice(at + 1, end)));
      at = end;
    } else found.push(other => other === character);
  }
  return found;
}

/** What may stand between brackets: `a-z`, `!0-9`. */
function rangeOf(inner: string): (character: string) => boolean {
  const isNot = inner.startsWith('!') || inner.startsWith('^');
  const set = isNot ? inner.slice(1) : inner;
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < set.length; at += 1) {
    const isRange = set.charAt(at + 1) === '-' && at + 2 < set.length;
    ranges.push([set.charAt(at), set.charAt(isRange ? at + 2 : at)]);
    if (isRange) at += 2;
  }
  return found => ranges.some(([from, to]) => found >= from && found <= to) !== isNot;
}

interface Steps {
  left: number;
}

const segments = (steps: Steps): WildcardComparison<Segment, string> => ({
  isAny: wanted => wanted === 'any-depth',
  isSame: (wanted, name) => wanted !== 'any-depth' && isLike(wanted, Array.from(name), signs(steps)),
  steps,
});

const signs = (steps: Steps): WildcardComparison<Sign, string> => ({
  isAny: wanted => wanted === 'any-text',
  isSame: (wanted, character) => wanted !== 'any-text' && wanted(character),
  steps,
});
