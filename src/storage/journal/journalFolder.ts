import { constants } from 'node:fs';
import { lstat, open, readdir, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { makeOwnFolder } from '../ownFolder.ts';
import { errorCode } from '../storeErrorOf.ts';

/** A file of the journal, as it is now. */
export interface JournalFile {
  readonly name: string;
  readonly file: string;
  /** '2026-11-30': its entries were written on this local day. */
  readonly day: string;
  readonly size: number;
  readonly inode: number;
  /** Wall-clock ms. */
  readonly changedAt: number;
}

const fileName = /^journal-(\d{4}-\d\d-\d\d)-([0-9a-f]{12})-(\d{1,6})\.jsonl$/;
/** No file of ours grows beyond an eighth of this. */
const maxFileBytes = 16 * 1024 * 1024;
/** Others may run after so many files. */
const lookedAtOnce = 50;
// a link is not followed and a pipe not waited for; Windows has neither flag, and undefined counts as 0 here
const notFollowed = constants.O_NOFOLLOW | constants.O_NONBLOCK;
/** Flags to add to a file, which is made if need be. */
export const addTo = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | notFollowed;
const readOnly = constants.O_RDONLY | notFollowed;

/** The name of a writer's file: the third of this day, say. */
export const journalFileName = (day: string, writer: string, part: number): string =>
  `journal-${day}-${writer}-${part}.jsonl`;

/** Was it written by this window? */
export const isWrittenBy = ({ name }: Pick<JournalFile, 'name'>, writer: string): boolean =>
  fileName.exec(name)?.[2] === writer;

/** All files of the journal in the order of their days and names; none when there is no folder. Throws the errors of the system. */
export async function listJournal(folder: string): Promise<readonly JournalFile[]> {
  const names = (await namesIn(folder)).filter(name => fileName.test(name)).toSorted();
  const found: (JournalFile | undefined)[] = [];
  for (let from = 0; from < names.length; from += lookedAtOnce) {
    found.push(...(await Promise.all(names.slice(from, from + lookedAtOnce).map(name => statusOf(folder, name)))));
    await pause();
  }
  return found.filter(file => file !== undefined);
}

/** Opens a file to add to it, for the user alone (0600, its folder 0700); made if it is not there. */
export async function openToAdd(folder: string, name: string): Promise<FileHandle> {
  await makeOwnFolder(folder);
  return open(path.join(folder, name), addTo, 0o600);
}

export const openToRead = ({ file }: JournalFile): Promise<FileHandle> => open(file, readOnly);

export const removeJournalFile = ({ file }: JournalFile): Promise<void> => rm(file, { force: true });

/**
 * Removes files until the rest is small enough and young enough: those of the oldest day first, whole. `spared` stays, because its
 * window adds to it. Throws the errors of the system.
 */
export async function sweepJournal(
  folder: string,
  {
    mostBytes,
    oldestDay,
    spared,
  }: { readonly mostBytes: number; readonly oldestDay: string; readonly spared?: string },
): Promise<void> {
  const files = await listJournal(folder);
  let bytes = files.reduce((sum, { size }) => sum + size, 0);
  for (const file of files.toSorted((one, other) => orderOf(one, other))) {
    if (file.name === spared || (bytes <= mostBytes && file.day >= oldestDay)) continue;
    await removeJournalFile(file);
    bytes -= file.size;
  }
}

const orderOf = (one: JournalFile, other: JournalFile): number =>
  one.day === other.day ? one.changedAt - other.changedAt : one.day < other.day ? -1 : 1;

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

async function statusOf(folder: string, name: string): Promise<JournalFile | undefined> {
  const file = path.join(folder, name);
  try {
    const status = await lstat(file);
    if (!status.isFile() || status.size > maxFileBytes) return undefined; // nothing that this extension wrote
    const { size, ino: inode, mtimeMs: changedAt } = status;
    return { name, file, day: fileName.exec(name)?.[1] ?? '', size, inode, changedAt };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined; // another window has just removed it
    throw error;
  }
}
