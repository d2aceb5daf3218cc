/** A file by its path, and the family of its language (`familyOf`). */
export interface NamedFile {
  /** Relative to its workspace folder, with '/'; the name alone outside one. */
  readonly path: string;
  readonly family: string | undefined;
}

/** A longer line says more than a name. */
const longestLine = 300;

/** Is this line nothing but the name of the file: in a comment of its language, or bare where that is no code? */
export function namesFile(line: string, file: NamedFile): boolean {
  const text = line.trim();
  if (text === '' || text.length > longestLine) return false;
  const inComment = commentMarks(file.family)
    .filter(
      ([open, close]) => text.startsWith(open) && text.endsWith(close) && text.length > open.length + close.length,
    )
    .map(([open, close]) => text.slice(open.length, text.length - close.length));
  if (inComment.some(said => isNameOf(withoutQuotes(nameIn(said)), file.path))) return true;
  return isProgram(file.family) && file.path.includes('.') && isNameOf(nameIn(text), file.path);
}

type Marks = readonly (readonly [open: string, close: string])[];

const slashes: Marks = [
  ['//', ''],
  ['/*', '*/'],
  ['/**', '*/'],
];
const hash: Marks = [['#', '']];
const dashes: Marks = [['--', '']];
const tag: Marks = [['<!--', '-->']];

const programs: Readonly<Record<string, Marks>> = {
  script: [...slashes, ['{/*', '*/}']],
  c: slashes,
  csharp: slashes,
  java: slashes,
  kotlin: slashes,
  scala: slashes,
  swift: slashes,
  dart: slashes,
  go: slashes,
  rust: slashes,
  css: slashes,
  php: [...slashes, ...hash],
  python: hash,
  ruby: hash,
  sql: [...dashes, ...slashes],
  lua: dashes,
};

/** Of these a bare name may be a text, a key, a command or a target. */
const others: Readonly<Record<string, Marks>> = {
  json: slashes,
  html: [...tag, ...slashes], // components have scripts
  markdown: tag,
  shell: hash,
  powershell: hash,
  yaml: hash,
  toml: hash,
  dockerfile: hash,
  makefile: hash,
  r: hash,
  perl: hash,
};

const every: Marks = [...slashes, ...hash, ...dashes, ...tag];

const commentMarks = (family = ''): Marks => programs[family] ?? others[family] ?? every;
const isProgram = (family = ''): boolean => programs[family] !== undefined;

/** Without what leads to it (`File:`) and a colon behind it. */
function nameIn(text: string): string {
  const name = text.trim().replace(/^(?:file ?name|file ?path|file|path) ?[:=] ?/i, '');
  return (name.endsWith(':') ? name.slice(0, -1) : name).trim();
}

/** The quotes around a name, where they are a pair. */
function withoutQuotes(name: string): string {
  const quoted = ['`', '"', "'", '**'].find(mark => name.startsWith(mark) && name.endsWith(mark));
  return quoted !== undefined && name.length > 2 * quoted.length ? name.slice(quoted.length, -quoted.length) : name;
}

/** All of the path, its end, or more than it from outside of its folder. */
function isNameOf(written: string, path: string): boolean {
  const name = written.replaceAll('\\', '/').replace(/^(?:\.?\/)/, '');
  if (name === '') return false;
  return path === name || path.endsWith(`/${name}`) || (path.includes('/') && name.endsWith(`/${path}`));
}
