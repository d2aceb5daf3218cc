import type { DiffSection } from './changedFiles.ts';

/**
 * Are these the names of files that have changed, `changed` by their paths as Git’s status tells them, each once? A diff may be told
 * to write others: with prefixes of its own, or of the files of a submodule. What must not be sent is judged by its name.
 */
export function hasTrueNames(sections: readonly DiffSection[], changed: ReadonlySet<string>): boolean {
  const known = new Set<string>();
  for (const { file } of sections) {
    if (!file || known.has(file.path) || !changed.has(file.path)) return false;
    if (file.from !== undefined && !changed.has(file.from)) return false;
    known.add(file.path);
  }
  return true;
}
