import { constants } from 'node:fs';
import { chmod, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { StoreError, type Store, type StoreTrouble } from '../core/shared/store.ts';
import { replaceFile, sweepDrafts } from './replaceFile.ts';
import { errorCode, storeErrorOf } from './storeErrorOf.ts';

/** Called with what could not be read and was set aside; '' for the folder itself. */
export type OnTrouble = (trouble: StoreTrouble, name: string) => void;

/**
 * A Store on the files of one folder, made on the first write, for the user alone (0700, files 0600). What stands in the
 * place of a file and cannot be read is set aside as `NAME.bad-TIME`.
 */
export const createFiles = (folder: string, onTrouble: OnTrouble): Store => new Files(folder, onTrouble);

/** Most bytes of a file that is read (32 MiB); none of ours comes near it. */
const maxBytes = 32 * 1024 * 1024;
const plainName = /^[A-Za-z0-9][A-Za-z0-9.-]{0,99}$/;
const badName = /\.bad-\d+$/;
// a link is not followed and a pipe not waited for; Windows has neither flag, and undefined counts as 0 here
const readOnly = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

class Files implements Store {
  readonly #folder: string;
  readonly #onTrouble: OnTrouble;
  #prepared = false;
  #work: Promise<unknown> = Promise.resolve();

  constructor(folder: string, onTrouble: OnTrouble) {
    this.#folder = folder;
    this.#onTrouble = onTrouble;
  }

  read(name: string): Promise<string | undefined> {
    return this.#inTurn(async () => {
      try {
        return await readWhole(this.#placeOf(name));
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') await this.#giveUp(name, error);
        return undefined;
      }
    });
  }

  write(name: string, text: string): Promise<void> {
    return this.#inTurn(async () => {
      const file = this.#placeOf(name);
      await this.#prepare();
      if (await isFolder(file)) await this.#setAside(file);
      await replaceFile(file, text);
    });
  }

  remove(name: string): Promise<void> {
    return this.#inTurn(() => rm(this.#placeOf(name), { force: true }));
  }

  names(): Promise<readonly string[]> {
    return this.#inTurn(async () => {
      try {
        const entries = await readdir(this.#folder, { withFileTypes: true });
        const files = entries.filter(entry => entry.isFile()).map(entry => entry.name);
        return files.filter(name => plainName.test(name) && !badName.test(name));
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') this.#onTrouble(storeErrorOf(error).trouble, '');
        return [];
      }
    });
  }

  /** One after another, or an older write could end last. */
  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#work.then(step).catch((error: unknown) => {
      throw storeErrorOf(error);
    });
    this.#work = turn.catch(() => undefined); // the caller gets the error from `turn`
    return turn;
  }

  #placeOf(name: string): string {
    if (!plainName.test(name)) throw new StoreError('unusable', new Error('not a plain name'));
    return path.join(this.#folder, name);
  }

  async #prepare(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    if (this.#prepared) return;
    if (((await stat(this.#folder)).mode & 0o077) !== 0) await chmod(this.#folder, 0o700);
    await sweepDrafts(this.#folder);
    this.#prepared = true;
  }

  async #giveUp(name: string, error: unknown): Promise<void> {
    this.#onTrouble(storeErrorOf(error).trouble, name);
    if (!plainName.test(name)) return;
    try {
      await this.#setAside(path.join(this.#folder, name));
    } catch (cause) {
      this.#onTrouble(storeErrorOf(cause).trouble, name); // it stays where it is, and is as good as not there
    }
  }

  #setAside(file: string): Promise<void> {
    return rename(file, `${file}.bad-${Date.now()}`);
  }
}

async function readWhole(file: string): Promise<string> {
  const handle = await open(file, readOnly);
  try {
    const status = await handle.stat();
    if (!status.isFile() || status.size > maxBytes) throw new StoreError('unusable');
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

async function isFolder(file: string): Promise<boolean> {
  const status = await lstat(file).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  return status?.isDirectory() === true;
}
