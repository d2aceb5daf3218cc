import { familyOf } from '../../core/confidence/reading/languages.ts';

/** Where a comment goes, as far as its words depend on it. */
interface Documented {
  readonly language: string;
  /** The first line of the declaration that is code. */
  readonly head: string;
}

/**
 * The comment without what would break it or its code, or what the language's own tools complain of: an end within its words,
 * types that TypeScript states itself, a first word in Go that is not the name. Empty: it cannot be mended.
 */
export function mendedComment(lines: readonly string[], { language, head }: Documented): readonly string[] {
  const family = familyOf(language) ?? '';
  const whole = lines[0]?.trimStart().startsWith('/*') === true ? withOneEnd(lines, family) : lines;
  if (family === 'go') return namedFirst(whole, goName(head));
  return ['typescript', 'typescriptreact', 'ts', 'tsx', 'mts', 'cts'].includes(language)
    ? whole.map(withoutType)
    : whole;
}

/** How each language writes what would end a comment, within one; where none is known, such a comment is not taken. */
const written: Readonly<Record<string, string>> = { script: '*\\/', java: '*&#47;' };

function withOneEnd(lines: readonly string[], family: string): readonly string[] {
  const inner = lines.map((line, at) => (at === lines.length - 1 ? line.trimEnd().slice(0, -2) : line));
  const hasMore = inner.some((line, at) => line.includes('*/', at === 0 ? 2 : 0));
  if (!hasMore) return lines;
  const end = written[family];
  if (end === undefined) return [];
  return inner.map((line, at) => line.replaceAll('*/', end) + (at === inner.length - 1 ? '*/' : ''));
}

/** `@param {string} name` without the type, braces within it counted. */
function withoutType(line: string): string {
  const opening = /@(?:param|arg|argument|returns?)[ \t]+\{/.exec(line);
  if (!opening) return line;
  const from = opening.index + opening[0].length;
  let depth = 1;
  let at = from;
  for (; at < line.length && depth > 0; at += 1) {
    if (line[at] === '{') depth += 1;
    else if (line[at] === '}') depth -= 1;
  }
  return depth > 0 ? line : line.slice(0, from - 1) + line.slice(at).trimStart();
}

/** The name that a line of Go declares. */
const goName = (head: string): string | undefined =>
  /^\s*(?:func\s+(?:\([^()]*\)\s*)?|type\s+|var\s+|const\s+)([\p{L}_][\p{L}\p{N}_]*)/u.exec(head)?.[1];

/** "Returns the first" → "First returns the first"; what begins otherwise stays. */
function namedFirst(lines: readonly string[], name: string | undefined): readonly string[] {
  const [first = '', ...rest] = lines;
  const [, mark, verb] = /^(\/\/ )([A-Z][a-z]+s)(?= )/.exec(first) ?? [];
  if (name === undefined || mark === undefined || verb === undefined || verb === name) return lines;
  const isPlural = /^(?:This|Its|Always|Alias|Access|Process|Class|Status)$/.test(verb);
  return isPlural ? lines : [`${mark}${name} ${verb.toLowerCase()}${first.slice(mark.length + verb.length)}`, ...rest];
}
