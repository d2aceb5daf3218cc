import { randomBytes } from 'node:crypto';
import { constants, type Dirent } from 'node:fs';
import { open, readdir, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { FolderState } from '../core/shared/folderState.ts';
import type { StoreTrouble } from '../core/shared/store.ts';
import { errorCode, storeErrorOf } from './storeErrorOf.ts';

/** More files are not opened. */
const mostFiles = 2_000;
const deepest = 3;
/** So much of the end of a file is read to see its format. */
const tailBytes = 4_096;
// a link is not followed and a pipe not waited for; Windows has neither flag, and undefined counts as 0 here
const readOnly = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Looks at what lies in a folder, and writes and removes a small file there. Never makes the folder. Rejects only when the signal aborts. */
export async function folderHealth(folder: string, signal: AbortSignal): Promise<FolderState> {
  const nothing = { files: 0, bytes: 0, unreadable: 0, setAside: 0, newer: 0, isMore: false };
  try {
    await stat(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { isThere: false, ...nothing };
    return { isThere: true, trouble: storeErrorOf(error).trouble, ...nothing };
  }
  const freeBytes = await freeIn(folder);
  const trouble = await writeTrouble(folder);
  const seen = await lookAround(folder, signal);
  return { isThere: true, ...seen, ...(trouble && { trouble }), ...(freeBytes !== undefined && { freeBytes }) };
}

/** undefined: the system does not tell. */
async function freeIn(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined; // some file systems have no number for it
  }
}

/** Only an attempt tells: to an administrator every folder seems writable, also on a disk that is full. */
async function writeTrouble(folder: string): Promise<StoreTrouble | undefined> {
  const file = path.join(folder, `doctor-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(Buffer.alloc(tailBytes));
    } finally {
      await handle.close();
    }
    return undefined;
  } catch (error) {
    return storeErrorOf(error).trouble;
  } finally {
    await rm(file, { force: true }).catch(() => undefined); // it was never made
  }
}

async function lookAround(folder: string, signal: AbortSignal) {
  const { files, isMore } = await filesBelow(folder, signal);
  const seen = { files: files.length, bytes: 0, unreadable: 0, setAside: 0, newer: 0, isMore };
  for (const file of files) {
    if (signal.aborted) throw signal.reason;
    if (/\.bad-\d+$/.test(file)) seen.setAside += 1;
    try {
      const { size, isNewer } = await lookInto(file);
      seen.bytes += size;
      if (isNewer) seen.newer += 1;
    } catch (error) {
      if (errorCode(error) === 'ENOENT')
        seen.files -= 1; // another window has just removed it
      else seen.unreadable += 1;
    }
  }
  return seen;
}

async function filesBelow(folder: string, signal: AbortSignal) {
  const files: string[] = [];
  const folders = [{ place: folder, depth: 0 }];
  for (let at = folders.shift(); at; at = folders.shift()) {
    if (signal.aborted) throw signal.reason;
    const { place, depth } = at;
    const entries: readonly Dirent[] = await readdir(place, { withFileTypes: true }).catch(() => []); // told as not writable
    for (const entry of entries) {
      if (files.length >= mostFiles) return { files, isMore: true };
      if (entry.isFile()) files.push(path.join(place, entry.name));
      else if (entry.isDirectory() && depth < deepest)
        folders.push({ place: path.join(place, entry.name), depth: depth + 1 });
    }
  }
  return { files, isMore: false };
}

async function lookInto(file: string): Promise<{ readonly size: number; readonly isNewer: boolean }> {
  const handle = await open(file, readOnly);
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, tailBytes);
    const read = async (from: number): Promise<string> =>
      (await handle.read(Buffer.alloc(length), 0, length, from)).buffer.toString('latin1');
    const [begin, end] = [await read(0), size > length ? await read(size - length) : ''];
    return { size, isNewer: isLater(path.basename(file), begin, end) };
  } finally {
    await handle.close();
  }
}

/** The formats that this version writes: lines of logs, lists, and the head of segments. */
const formats: readonly { readonly name: RegExp; readonly version: RegExp; readonly known: number }[] = [
  { name: /^[a-z]+-[\d-]+\.log$/, version: /^[0-9a-f]{8} \{"v":(\d{1,6}),/gm, known: 1 },
  { name: /^answers-[\w-]+\.seg$/, version: /^steadfast-answers (\d{1,6}) /g, known: 1 },
  { name: /^[a-z]+\.json$/, version: /^\{"(?:version|format)":(\d{1,6})[,}]/g, known: 1 },
];

function isLater(name: string, begin: string, end: string): boolean {
  const format = formats.find(each => each.name.test(name));
  if (format === undefined) return false;
  const texts = format.version.flags.includes('m') ? [begin, end] : [begin];
  return texts.some(text => [...text.matchAll(format.version)].some(([, version]) => Number(version) > format.known));
}
