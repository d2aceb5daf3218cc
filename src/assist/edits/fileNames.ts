/** Which of the files that were sent is meant by a line of an answer. */
export type MeantFile =
  { readonly kind: 'known'; readonly path: string } | { readonly kind: 'unknown'; readonly name: string };

/** A longer line is no name of a file. */
const longestLine = 300;
const mostWords = 40;

/**
 * The file that a line names: the path as it was sent, with what people put around it (backticks, stars, a bullet, a colon), or
 * the end of a path that only one of the files has. Never a file that was not sent: `../`, an absolute path and other letters' case
 * name another one. undefined: it names none.
 */
export function fileNamed(line: string, paths: readonly string[]): MeantFile | undefined {
  if (line.length > longestLine) return undefined;
  const whole = cleaned(line);
  const meant = pathOf(whole, paths);
  if (meant !== undefined) return { kind: 'known', path: meant };
  const words = line
    .split(/\s+/, mostWords)
    .map(cleaned)
    .filter(word => word !== '');
  const known = new Set(words.map(word => pathOf(word, paths)).filter(path => path !== undefined));
  const [only, ...others] = known;
  if (only !== undefined) return others.length === 0 ? { kind: 'known', path: only } : { kind: 'unknown', name: whole };
  const named = words.filter(word => !label.test(word));
  const [alone] = named;
  if (named.length === 1 && alone !== undefined && isPathLike(alone)) return { kind: 'unknown', name: alone };
  const other = words.find(word => word.includes('/') && isExtended(word));
  return other === undefined ? undefined : { kind: 'unknown', name: other };
}

const label = /^(?:file|path|datei|filename|[-*+#\d.]{1,6})$/i;
/** A path, or a name with an ending; `e.g` and `3.14` are none. */
const isPathLike = (word: string): boolean =>
  word.includes('/') || word.includes('\\') || isExtended(word) || /^\.[a-z]\w{1,40}$/.test(word);

function isExtended(word: string): boolean {
  const dot = word.lastIndexOf('.');
  return dot > 0 && /^[A-Za-z]\w{0,9}$/.test(word.slice(dot + 1)) && !/[\s()[\]{}]/.test(word);
}

function pathOf(name: string, paths: readonly string[]): string | undefined {
  if (name === '') return undefined;
  if (paths.includes(name)) return name;
  const plain = name.replaceAll('\\', '/').replace(/^\.\//, '');
  if (paths.includes(plain)) return plain;
  const ending = paths.filter(path => path.endsWith(`/${plain}`));
  return ending.length === 1 ? ending[0] : undefined;
}

const before = '`*_"\'(<[# \t';
const after = '`*_"\')>]:,;# \t';

/** Without bullet, words that say it is a file, and marks around. */
function cleaned(line: string): string {
  const bare = line
    .trim()
    .replace(/^(?:[-*+]|\d{1,3}[.)])\s+/, '')
    .replace(/^[*_`# ]{0,8}(?:file|path|datei|filename)[*_`]{0,3}\s?:/i, '');
  let [start, end] = [0, bare.length];
  while (start < end && before.includes(bare.charAt(start))) start += 1;
  while (end > start && after.includes(bare.charAt(end - 1))) end -= 1;
  return bare.slice(start, end);
}
