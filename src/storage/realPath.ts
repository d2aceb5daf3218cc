import { lstat, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** Where a path leads, on the disk as it is now. */
export interface RealPath {
  /** Absolute, links resolved, in the spelling of the disk; what does not exist yet stands at its end as it was given. */
  readonly path: string;
  readonly exists: boolean;
  /** Lies in the folder of a Git repository, whatever that folder is called: Git runs what stands there. */
  readonly isInGit: boolean;
  /** A file that has more names on its disk (hard links): which, nobody can say. */
  readonly hasOtherNames: boolean;
}

/** Folders above a file are looked at up to here; a path that is longer is not told. */
const mostSegments = 256;

/**
 * The real path of a file, or of the nearest folder above it that exists. undefined when nobody can say where it leads: a
 * link to what is not there (a writer would make it), a circle, no right to look.
 */
export async function realPathOf(given: string): Promise<RealPath | undefined> {
  const absolute = path.resolve(given);
  const missing: string[] = [];
  let current = absolute;
  while (missing.length < mostSegments) {
    const found = await resolved(current);
    if (found === 'untold') return undefined;
    if (found !== 'missing') {
      const real = path.join(found.path, ...missing);
      const exists = missing.length === 0;
      const [inGit, linked] = await Promise.all([isInGit(path.dirname(real)), exists && hasOtherNames(real)]);
      return { path: real, exists, isInGit: inGit, hasOtherNames: linked };
    }
    const parent = path.dirname(current);
    if (parent === current) return undefined;
    missing.unshift(path.basename(current));
    current = parent;
  }
  return undefined;
}

/** missing: not there, nor a link of that name. untold: there, and nobody can say where it leads. */
type Resolved = { readonly path: string } | 'missing' | 'untold';

async function resolved(file: string): Promise<Resolved> {
  try {
    return { path: await realpath(file) };
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return 'untold';
    return (await isThere(file)) ? 'untold' : 'missing'; // there, and yet leading nowhere: a broken link
  }
}

async function hasOtherNames(file: string): Promise<boolean> {
  try {
    const found = await stat(file);
    return found.isFile() && found.nlink > 1;
  } catch {
    return true; // there, and not to be looked at
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch {
    return false; // whatever the reason: its parent is looked at next, and judged the same way
  }
}

/** Git reads `config` in the folder of a repository, and runs `hooks`. */
async function isInGit(folder: string): Promise<boolean> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (await isRepository(at)) return true;
    if (path.dirname(at) === at) return false;
  }
}

/**
 * As Git tells it (`is_git_directory`): `HEAD`, which may be a link to nothing, beside `objects` and `refs`, or beside the
 * `commondir` that says where those are. A folder that a `commondir` leads to has no `HEAD`, but a `config`.
 */
async function isRepository(folder: string): Promise<boolean> {
  const [head, common, config, objects, refs] = await Promise.all([
    isThere(path.join(folder, 'HEAD')),
    kindOf(path.join(folder, 'commondir')),
    kindOf(path.join(folder, 'config')),
    kindOf(path.join(folder, 'objects')),
    kindOf(path.join(folder, 'refs')),
  ]);
  if (head && common === 'file') return true;
  return objects === 'folder' && refs === 'folder' && (head || config === 'file');
}

async function kindOf(file: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined; // what cannot be looked at is no repository of this user's Git
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
