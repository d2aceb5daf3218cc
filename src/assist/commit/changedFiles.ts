import { atOnce, type Steps } from '../../core/shared/steps.ts';

/** One file of a diff in Git's form. */
export interface ChangedFile {
  /** Where it is now, '/' as separator; where it was, when it is gone. */
  readonly path: string;
  /** Where it was, when that is elsewhere. */
  readonly from?: string;
  readonly change: 'added' | 'deleted' | 'renamed' | 'changed';
  readonly isBinary: boolean;
  readonly added: number;
  readonly removed: number;
  /** Its hunks, each with its `@@` line. */
  readonly hunks: readonly string[];
}

/** Nobody reads more of them, also no model. */
const mostFiles = 2_000;
/** So much of one file's changes is more than any prompt holds, characters. */
const longestHunks = 100_000;

/** What a diff shows of one file, head and hunks as they stand there; its file is undefined when its name cannot be read. */
export interface DiffSection {
  readonly text: string;
  readonly file: ChangedFile | undefined;
}

/** A longer diff is cut, characters: many times what is sent. */
const longestDiff = 400_000;

/** As much of a diff as is looked at, whole lines. */
export const cutDiff = (diff: string): string =>
  diff.length <= longestDiff ? diff : diff.slice(0, diff.lastIndexOf('\n', longestDiff) + 1);

/** The files of a diff, the first of them, as `git diff` writes it; what it does not know it passes over. In time that grows with the text. */
export function changedFiles(diff: string): readonly ChangedFile[] {
  return atOnce(diffSections(diff)).flatMap(({ file }) => file ?? []);
}

/** The same with their text. What stands before the first head, and the files behind the first ones, are in none. */
export function* diffSections(diff: string): Steps<readonly DiffSection[]> {
  const sections: DiffSection[] = [];
  for (const text of yield* sectionsOf(diff)) {
    sections.push({ text, file: fileOf(text) });
    yield;
  }
  return sections;
}

/** From one head to the next; by looking for them, because most lines begin with anything else. */
function* sectionsOf(diff: string): Steps<readonly string[]> {
  const starts: number[] = [];
  const isHead = (at: number): boolean => /^diff --(?:git|cc|combined) /.test(diff.slice(at, at + 16));
  if (isHead(0)) starts.push(0);
  let at = diff.indexOf('\ndiff --');
  while (at >= 0 && starts.length <= mostFiles) {
    if (isHead(at + 1)) starts.push(at + 1);
    at = diff.indexOf('\ndiff --', at + 1);
    yield;
  }
  return starts.slice(0, mostFiles).map((start, index) => diff.slice(start, starts[index + 1]));
}

function fileOf(section: string): ChangedFile | undefined {
  const start = section.indexOf('\n@@');
  const body = start < 0 ? '' : section.slice(start + 1);
  const head = unix(start < 0 ? section : section.slice(0, start)).split('\n');
  const { path, from, isCopy } = namesOf(head);
  if (path === undefined) return undefined;
  return {
    path,
    ...(from !== undefined && from !== path && { from }),
    change: changeIn(head, from !== undefined && !isCopy, isCopy),
    isBinary: head.some(line => line.startsWith('Binary files ') || line.startsWith('GIT binary patch')),
    added: linesWith('+', body),
    removed: linesWith('-', body),
    hunks: hunksOf(unix(body.length > longestHunks ? body.slice(0, body.lastIndexOf('\n', longestHunks)) : body)),
  };
}

interface Names {
  readonly path: string | undefined;
  readonly from: string | undefined;
  readonly isCopy: boolean;
}

/** What was renamed or copied is written without the prefixes that the other names have. */
function namesOf(head: readonly string[]): Names {
  const valueOf = (begin: string): string | undefined => head.find(line => line.startsWith(begin))?.slice(begin.length);
  const moved = (way: 'rename' | 'copy') => {
    const [from, to] = [valueOf(`${way} from `), valueOf(`${way} to `)];
    return from === undefined || to === undefined
      ? undefined
      : { path: unquoted(to), from: unquoted(from), isCopy: way === 'copy' };
  };
  const first = head[0] ?? '';
  const names = first.replace(/^diff --\S+ /, '');
  const half = (names.length - 1) / 2;
  const isPair = first.startsWith('diff --git ');
  const hasPrefix = !isPair || names.slice(0, half) !== names.slice(half + 1);
  const [was, is] = [valueOf('--- '), valueOf('+++ ')].map(name => nameIn(name, hasPrefix));
  const path = is ?? was ?? (isPair ? pathInHead(names, hasPrefix) : nameIn(names, false));
  return moved('rename') ?? moved('copy') ?? { path, from: undefined, isCopy: false };
}

const unix = (text: string): string => text.replaceAll('\r\n', '\n');

/** How many lines behind the first begin with this sign; by characters, as every line may. */
function linesWith(sign: string, text: string): number {
  const [wanted, lineFeed] = [sign.charCodeAt(0), 10];
  let count = 0;
  for (let at = 1; at < text.length; at += 1)
    if (text.charCodeAt(at) === wanted && text.charCodeAt(at - 1) === lineFeed) count += 1;
  return count;
}

function changeIn(head: readonly string[], isRenamed: boolean, isCopy: boolean): ChangedFile['change'] {
  if (isRenamed) return 'renamed';
  if (isCopy || head.some(line => line.startsWith('new file mode'))) return 'added';
  return head.some(line => line.startsWith('deleted file mode')) ? 'deleted' : 'changed';
}

/** Without its prefix, and without the quotes that Git puts around unusual names. */
function nameIn(written: string | undefined, hasPrefix: boolean): string | undefined {
  if (written === undefined || written.startsWith('/dev/null')) return undefined;
  const [name = ''] = written.split('\t', 1);
  const bare = unquoted(name);
  return hasPrefix && /^[abciow]\//.test(bare) ? bare.slice(2) : bare;
}

/** A file without hunks has its name in the first line only: `diff --git a/x b/x`, both the same unless it was renamed. */
function pathInHead(names: string, hasPrefix: boolean): string | undefined {
  if (names.startsWith('"')) return nameIn(/^"(?:\\.|[^"\\])*"/.exec(names)?.[0], hasPrefix);
  const half = names.slice((names.length + 1) / 2);
  return half === '' ? undefined : nameIn(half, hasPrefix);
}

const unquoted = (name: string): string =>
  name.startsWith('"') && name.endsWith('"') ? decoded(name.slice(1, -1)) : name;

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '"': '"', '\\': '\\' };

/** Git writes the bytes of a name that is not ASCII in octal. */
function decoded(name: string): string {
  if (!name.includes('\\')) return name;
  const bytes: number[] = [];
  for (const [piece] of name.matchAll(/\\[0-7]{3}|\\.|[^\\]+|\\/gs)) {
    if (/^\\[0-7]{3}$/.test(piece)) bytes.push(parseInt(piece.slice(1), 8));
    else bytes.push(...new TextEncoder().encode(piece.startsWith('\\') ? (escapes[piece.charAt(1)] ?? piece) : piece));
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

function hunksOf(body: string): readonly string[] {
  return body
    .split(/\n(?=@@)/) // no other character ends a line for Git
    .filter(hunk => hunk.startsWith('@@'))
    .map(hunk => hunk.trimEnd());
}
