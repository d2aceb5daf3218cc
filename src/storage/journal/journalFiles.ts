// Over 200 lines with its comments: adding, reading, forgetting and failing disks are one state.
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../../core/model/clock.ts';
import type { JournalEntry } from '../../core/journal/journalEntry.ts';
import { journalHead, journalLine } from '../../core/journal/journalLine.ts';
import type { JournalSink } from '../../core/journal/journalSink.ts';
import { StoreError, type StoreTrouble } from '../../core/shared/store.ts';
import { byDay } from '../period.ts';
import { errorCode, storeErrorOf } from '../storeErrorOf.ts';
import {
  addTo,
  isWrittenBy,
  journalFileName,
  listJournal,
  openToAdd,
  removeJournalFile,
  sweepJournal,
} from './journalFolder.ts';
import { JournalReader } from './journalReader.ts';

export interface JournalFilesOptions {
  readonly folder: string;
  readonly clock: Clock;
  /** For how many days entries are kept, today included; 0: nothing is written. */
  readonly keepDays: () => number;
  /** Called once for what goes wrong, and again only after it went well. */
  readonly onTrouble: (trouble: StoreTrouble) => void;
  /** The file that this window adds to is gone: somebody has forgotten all of it. */
  readonly onCleared?: () => void;
  /** Most bytes of all files together. Default: 20 MB, less what a few windows may add before the next look. */
  readonly mostBytes?: number;
}

const defaultMostBytes = 19_000_000;
/** Entries are written together, this long after the first of them, ms. */
const flushMs = 1_000;
/** After a disk has refused, ms. */
const retryMs = 30_000;
/** How many entries wait for a disk that refuses; older ones are given up. */
const mostWaiting = 2_000;
const partBytes = 2 * 1024 * 1024;
/** The folder is looked through after so much was added. */
const sweptEvery = 256 * 1024;
const dayMs = 86_400_000;

/**
 * The journal on files of one folder: a day a file and more, each window its own, JSON line by line (0600). A window that is killed
 * loses its last second.
 */
export class JournalFiles implements JournalSink {
  readonly #options: JournalFilesOptions;
  readonly #writer = randomBytes(6).toString('hex');
  readonly #readers = new Map<string, JournalReader>();
  #waiting: string[] = [];
  #own: { readonly name: string; readonly day: string; size: number } | undefined;
  #part = 0;
  #unswept = Infinity;
  #isTroubled = false;
  #cancelTimer: (() => void) | undefined;
  #work: Promise<unknown> = Promise.resolve();

  constructor(options: JournalFilesOptions) {
    this.#options = options;
  }

  append(entry: JournalEntry): void {
    if (this.#options.keepDays() < 1) return;
    this.#waiting.push(journalLine(entry));
    if (this.#waiting.length > mostWaiting) this.#waiting.shift();
    this.#flushSoon();
  }

  /** Writes what waits; settles when that is done or refused. */
  flush(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#waiting.length === 0) return;
      const lines = this.#waiting;
      this.#waiting = [];
      let written = 0;
      try {
        written = await this.#write(lines);
        if (written < lines.length) throw new StoreError('full');
        this.#isTroubled = false;
      } catch (error) {
        this.#own = undefined; // the next try begins a file of its own, after whatever came of this one
        this.#waiting = [...lines.slice(written), ...this.#waiting].slice(-mostWaiting);
        this.#report(error);
        this.#flushSoon();
      }
    });
  }

  read(listener: (entry: JournalEntry) => void): Promise<void> {
    return this.#inTurn(async () => {
      const files = await listJournal(this.#options.folder);
      const names = new Set(files.map(({ name }) => name));
      for (const name of this.#readers.keys()) if (!names.has(name)) this.#readers.delete(name);
      for (const file of files) {
        if (isWrittenBy(file, this.#writer)) continue;
        const known = this.#readers.get(file.name);
        const reader = known?.isOf(file) ? known : new JournalReader(file);
        this.#readers.set(file.name, reader);
        await reader.read(file, listener).catch(unlessGone);
      }
    });
  }

  async clear(): Promise<void> {
    let trouble: StoreError | undefined;
    await this.#inTurn(async () => {
      this.#waiting = [];
      this.#own = undefined;
      this.#readers.clear();
      try {
        for (const file of await listJournal(this.#options.folder)) await removeJournalFile(file);
      } catch (error) {
        trouble = storeErrorOf(error);
      }
    });
    if (trouble) throw trouble;
  }

  close(): void {
    this.#cancelTimer?.();
    const lines = this.#waiting.splice(0);
    if (lines.length === 0) return;
    try {
      const { name, head } = this.#place();
      const descriptor = openSync(path.join(this.#options.folder, name), addTo, 0o600);
      writeSync(descriptor, `${head}${lines.join('\n')}\n`);
      closeSync(descriptor);
    } catch (error) {
      this.#report(error);
    }
  }

  #flushSoon(): void {
    this.#cancelTimer ??= this.#options.clock.after(this.#isTroubled ? retryMs : flushMs, () => {
      this.#cancelTimer = undefined;
      void this.flush();
    });
  }

  /** How many of the lines stand there now, whole. */
  async #write(lines: readonly string[]): Promise<number> {
    const { folder } = this.#options;
    const { name, day, head } = this.#place();
    if (this.#unswept >= sweptEvery) await this.#sweep(name);
    const handle = await openToAdd(folder, name);
    try {
      const { size } = await handle.stat();
      const isGone = this.#own !== undefined && size === 0;
      const before = size === 0 ? `${journalHead}\n` : head;
      const bytes = Buffer.from(`${before}${lines.join('\n')}\n`);
      const { bytesWritten } = await handle.write(bytes);
      this.#own = { name, day, size: size + bytesWritten };
      this.#unswept += bytesWritten;
      if (isGone) this.#options.onCleared?.();
      return bytesWritten === bytes.length ? lines.length : wholeLines(bytes.subarray(before.length, bytesWritten));
    } finally {
      await handle.close();
    }
  }

  /** The file that is added to now, and what stands before the first line of a new one. */
  #place(): { readonly name: string; readonly day: string; readonly head: string } {
    const day = byDay(this.#options.clock.wall());
    const own = this.#own;
    if (own?.day === day && own.size < partBytes) return { name: own.name, day, head: '' };
    this.#own = undefined;
    this.#part += 1;
    return { name: journalFileName(day, this.#writer, this.#part), day, head: `${journalHead}\n` };
  }

  async #sweep(spared: string): Promise<void> {
    const { clock, folder, keepDays, mostBytes = defaultMostBytes } = this.#options;
    const oldestDay = byDay(clock.wall() - (keepDays() - 1) * dayMs);
    await sweepJournal(folder, { mostBytes, oldestDay, spared });
    this.#unswept = 0;
  }

  /** One after another. What fails is said; what is no error of the system is a bug and passes. */
  #inTurn(step: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(step).catch((error: unknown) => this.#report(error));
    return this.#work.then(() => undefined);
  }

  #report(error: unknown): void {
    if (!(error instanceof StoreError) && errorCode(error) === undefined) throw error;
    if (this.#isTroubled) return;
    this.#isTroubled = true;
    this.#options.onTrouble(storeErrorOf(error).trouble);
  }
}

function unlessGone(error: unknown): void {
  if (errorCode(error) !== 'ENOENT') throw error;
}

/** How many line breaks there are. */
function wholeLines(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) if (byte === 0x0a) count += 1;
  return count;
}
