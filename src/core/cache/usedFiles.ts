import type { Clock } from '../model/clock.ts';
import type { UsedFile } from '../model/usedFile.ts';

/** The digest of a file as it is now; undefined: it cannot be read, or must not be. */
export type CurrentHash = (file: string) => Promise<string | undefined>;

/** An answer keeps the names of so many files. */
export const mostUsedFiles = 10;
/** VS Code reads files through its window, which may be busy drawing; asking a model again would take longer than this. */
const longestReadMs = 1_000;

/** Are these files still as they were? One that cannot be read, or not soon, is another one. */
export async function areUnchanged(
  files: readonly UsedFile[],
  currentHash: CurrentHash,
  clock: Clock,
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const cancel = clock.after(longestReadMs, () => resolve(false));
  const isUnchanged = async ({ file, hash }: UsedFile): Promise<boolean> => (await currentHash(file)) === hash;
  Promise.all(files.map(isUnchanged)).then(
    all => resolve(all.every(Boolean)),
    () => resolve(false), // what cannot be read is another one
  );
  try {
    return await promise;
  } finally {
    cancel();
  }
}
