import { closeSync, constants, fchmodSync, fstatSync, mkdirSync, openSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { errorCode } from './storeErrorOf.ts';

// Windows knows no such modes
const hasModes = process.platform !== 'win32';
const folderItself = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/**
 * Makes a folder for the user alone (0700), or makes it so. What a link leads to is another's folder: it is used, and its mode
 * stays. Throws the errors of the system.
 */
export async function makeOwnFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!hasModes) return;
  const handle = await open(folder, folderItself).catch(undefinedForLink);
  if (!handle) return;
  try {
    if (isOpenToOthers(await handle.stat())) await handle.chmod(0o700);
  } finally {
    await handle.close();
  }
}

/** The same at once. */
export function makeOwnFolderNow(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!hasModes) return;
  const descriptor = openedNow(folder);
  if (descriptor === undefined) return;
  try {
    if (isOpenToOthers(fstatSync(descriptor))) fchmodSync(descriptor, 0o700);
  } finally {
    closeSync(descriptor);
  }
}

function openedNow(folder: string): number | undefined {
  try {
    return openSync(folder, folderItself);
  } catch (error) {
    return undefinedForLink(error);
  }
}

const isOpenToOthers = ({ mode }: { readonly mode: number }): boolean => (mode & 0o077) !== 0;

function undefinedForLink(error: unknown): undefined {
  if (!['ELOOP', 'ENOTDIR', 'EMLINK'].includes(errorCode(error) ?? '')) throw error;
}
