import { constants } from 'node:fs';
import { lstat, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { StoreError, type Store, type StoreTrouble } from '../core/shared/store.ts';
import { makeOwnFolder } from './ownFolder.ts';
import { replaceFile, sweepDrafts } from './replaceFile.ts';
import { errorCode, storeErrorOf } from './storeErrorOf.ts';

/** Called with what could not be read and was set aside; '' for the folder itself. */
export type OnTrouble = (trouble: StoreTrouble, name: string) => void;

/**
 * A Store on the files of one folder, made on the first write, for the user alone (0700, files 0600). What stands in the
 * place of a file and cannot be read is set aside as `NAME.bad-TIME`.
 */
export const createFiles = (folder: string, onTrouble: OnTrouble): Store => new Files(folder, onTrouble);

/** Most bytes of a file that is read or written (32 MiB); only checkpoints of very large edits come near it. */
const maxBytes = 32 * 1024 * 1024;
const plainName = /^[A-Za-z0-9][A-Za-z0-9.-]{0,99}$/;
const badName = /\.bad-\d+$/;
// a link is not followed and a pipe not waited for; Windows has neither flag, and undefined counts as 0 here
const readOnly = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

class Files implements Store {
  readonly #folder: string;
  readonly #onTrouble: OnTrouble;
  /** What could not be read at a moment when nothing could be opened. */
  readonly #unread = new Set<string>();
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
      if (Buffer.byteLength(text) > maxBytes) throw new StoreError('full'); // it could not be read again
      await this.#prepare();
      if (await isFolder(file)) await this.#setAside(file);
      if (this.#unread.has(name)) await this.#setAside(file).catch(unlessGone); // what stands there was never read
      this.#unread.delete(name);
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
    await makeOwnFolder(this.#folder);
    if (this.#prepared) return;
    await sweepDrafts(this.#folder);
    this.#prepared = true;
  }

  async #giveUp(name: string, error: unknown): Promise<void> {
    const { trouble } = storeErrorOf(error);
    this.#onTrouble(trouble, name);
    if (!plainName.test(name)) return;
    if (trouble === 'no-handles') {
      this.#unread.add(name); // it is as good as it was
      return;
    }
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

function unlessGone(error: unknown): void {
  if (errorCode(error) !== 'ENOENT') throw error;
}

async function isFolder(file: string): Promise<boolean> {
  const status = await lstat(file).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  return status?.isDirectory() === true;
}
