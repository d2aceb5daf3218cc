import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { makeOwnFolder } from './ownFolder.ts';
import { replaceFile } from './replaceFile.ts';
import { errorCode } from './storeErrorOf.ts';

export interface SegmentStatus {
  readonly name: string;
  readonly file: string;
  readonly size: number;
  readonly inode: number;
  /** Wall-clock ms of its last line. */
  readonly changedAt: number;
  readonly isFile: boolean;
  /** A file, and no larger than a segment can be. */
  readonly isSound: boolean;
}

const segmentName = /^answers-[\w-]{1,40}\.seg$/;
const badName = /^answers-[\w-]{1,40}\.seg\.bad-\d+$/;
const clearedName = 'answers-cleared';
/** Others may run after so many files. */
const lookedAtOnce = 50;
/** Twice what a segment grows to (2 MiB). */
const maxSegmentBytes = 2 * 1024 * 1024;
// a link is not followed and a pipe not waited for; Windows has neither flag, and undefined counts as 0 here
const readOnly = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const addTo = constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The files `answers-WRITER-NUMBER.seg` of one folder. Throws the errors of the system. */
export class SegmentFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  placeOf(name: string): string {
    return path.join(this.#folder, name);
  }

  /** All segments, the one that was changed last at the end; none when there is no folder. */
  async list(): Promise<readonly SegmentStatus[]> {
    const names = (await this.#names()).filter(name => segmentName.test(name));
    const found: (SegmentStatus | undefined)[] = [];
    for (let from = 0; from < names.length; from += lookedAtOnce) {
      const some = names.slice(from, from + lookedAtOnce);
      found.push(...(await Promise.all(some.map(name => this.#statusOf(name)))));
      await pause();
    }
    return found
      .filter(status => status !== undefined)
      .toSorted((a, b) => a.changedAt - b.changedAt || (a.name < b.name ? -1 : 1));
  }

  /** Makes a segment, for the user alone (0600, its folder 0700). */
  async create(name: string): Promise<FileHandle> {
    await makeOwnFolder(this.#folder);
    return open(this.placeOf(name), addTo | constants.O_CREAT | constants.O_EXCL, 0o600);
  }

  /** Opens a segment to add to it; undefined: it is not there. */
  async open(name: string): Promise<FileHandle | undefined> {
    try {
      return await open(this.placeOf(name), addTo);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    await rm(this.placeOf(name), { force: true });
  }

  /** Puts what is no segment out of the way, under another name. */
  async setAside(name: string, now: number): Promise<void> {
    await rename(this.placeOf(name), `${this.placeOf(name)}.bad-${now}`);
  }

  /** What tells since when all before was forgotten; '' when that never happened. */
  async generation(now: number): Promise<string> {
    try {
      const handle = await open(this.placeOf(clearedName), readOnly);
      try {
        const { bytesRead, buffer } = await handle.read(Buffer.alloc(40), 0, 40, 0);
        return buffer.toString('latin1', 0, bytesRead).replace(/[^\w-]/g, '-');
      } finally {
        await handle.close();
      }
    } catch (error) {
      const code = errorCode(error);
      if (code !== 'ENOENT' && code !== 'EISDIR' && code !== 'ELOOP') throw error;
      if (code !== 'ENOENT') await this.setAside(clearedName, now);
      return '';
    }
  }

  /** Makes all that stands there void, for every window, then removes it. The new generation. */
  async forget(): Promise<string> {
    const generation = randomBytes(9).toString('base64url');
    const names = await this.#names();
    if (names.length > 0) await replaceFile(this.placeOf(clearedName), generation);
    for (const name of names) {
      if (!segmentName.test(name) && !badName.test(name)) continue;
      const status = await this.#statusOf(name);
      if (status?.isFile) await this.remove(name);
    }
    return names.length > 0 ? generation : '';
  }

  async #names(): Promise<readonly string[]> {
    try {
      return await readdir(this.#folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async #statusOf(name: string): Promise<SegmentStatus | undefined> {
    const file = this.placeOf(name);
    try {
      const status = await lstat(file);
      const { size, ino: inode, mtimeMs: changedAt } = status;
      const isFile = status.isFile();
      return { name, file, size, inode, changedAt, isFile, isSound: isFile && size <= maxSegmentBytes };
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined; // another window has just removed it
      throw error;
    }
  }
}
