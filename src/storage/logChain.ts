import { StoreError } from '../core/shared/store.ts';
import type { DeliverRecord, LogFile, WriteSteps } from './logFile.ts';
import type { LogFolder } from './logFolder.ts';
import { lineOf, type LogLine } from './logLine.ts';

/** A record on its way to the file. */
export interface NumberedLine {
  readonly count: number;
  readonly bytes: Buffer;
}

export interface LogChainOptions {
  readonly folder: LogFolder;
  /** The name of this writer on its records. */
  readonly writer: string;
  /** The period that it is now. */
  readonly period: () => string;
  /** How many periods keep their file. */
  readonly keep: number;
  /** What still counts, as lines to put at the head of a new file. */
  readonly carryOver: () => readonly Buffer[];
  /** Every record in the one order; one that stands twice is delivered twice. */
  readonly deliver: DeliverRecord;
}

/** How often a line is written that cannot be read back, and how many files in a row may turn out to be sealed. */
const maxTries = 100;

/**
 * The files of a log as one: each is read up to the line that seals it and names the next. A window that writes in a new
 * period seals the old file first, so that all agree which record is in which file; what was added behind the seal is void, and
 * its writer, who does not read it back, adds it to the next file. All of it throws the errors of the system.
 */
export class LogChain {
  readonly #options: LogChainOptions;
  #file: LogFile | undefined;
  #latest = '';
  /** The number of the last record of this writer that was read. */
  #standing = 0;

  constructor(options: LogChainOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#file !== undefined;
  }

  /** Reads what has been added, and makes nothing. */
  *read(): WriteSteps {
    const state = this.#file?.look();
    if (state === 'gone') this.leave();
    if (state === 'same' && this.#file?.next === undefined) return;
    if (!this.#file) yield* this.#begin();
    yield* this.#readOn();
  }

  /** Delivers once more what has been read of the present file. */
  *readAgain(deliver: DeliverRecord): WriteSteps {
    if (this.#file) yield* this.#file.readAgain(deliver);
  }

  /** Adds a record and reads until it has been read back from its place. */
  *append({ count, bytes }: NumberedLine): WriteSteps {
    for (let attempt = 0; attempt < maxTries; attempt += 1) {
      const file = yield* this.#ready();
      this.#standing = 0;
      file.write(bytes);
      yield* this.#readOn();
      if (this.#standing === count && this.#file?.look() !== 'gone') return;
    }
    throw new StoreError('unknown', new Error('what was written could not be read back'));
  }

  /** Adds a record and does not look where it stands. */
  appendUnseen(bytes: Buffer): void {
    const { folder, period } = this.#options;
    if (this.#file?.next !== undefined) this.#goTo(folder.create(this.#file.next));
    this.#file ??= folder.create(folder.periods()[0] ?? period());
    this.#file.write(bytes);
  }

  async flush(): Promise<void> {
    await this.#file?.flush();
  }

  flushNow(): void {
    this.#file?.flushNow();
  }

  leave(): void {
    const file = this.#file;
    this.#file = undefined;
    file?.close();
  }

  /** The file of the present period, read to its end, with what still counts at its head. */
  *#ready(): WriteSteps<LogFile> {
    const { folder, period, keep, carryOver } = this.#options;
    for (let turn = 0; turn < maxTries; turn += 1) {
      yield* this.read();
      const file = this.#file;
      const due = later(period(), this.#latest);
      if (!file) this.#goTo(folder.create(due));
      else if (file.next !== undefined) this.#goTo(folder.create(file.next));
      else if (due > file.period) file.write(bytesOf({ is: 'sealed', next: due }));
      else if (file.isCarried) return file;
      else {
        for (const bytes of carryOver()) file.write(bytes);
        file.write(bytesOf({ is: 'carried' }));
        folder.keepLatest(keep);
      }
    }
    throw new StoreError('unknown', new Error('no file could be made ready'));
  }

  /** Opens the latest file that says all that counts, or the one from which on all is said. */
  *#begin(): WriteSteps {
    const { folder } = this.#options;
    const periods = folder.periods();
    this.#latest = periods[0] ?? '';
    for (const period of periods) {
      const file = folder.open(period);
      if (!file) continue;
      this.#goTo(file);
      yield* file.lookForCarried();
      if (file.isCarried) return;
    }
  }

  *#readOn(): WriteSteps {
    while (this.#file) {
      yield* this.#file.read(this.#deliver);
      const next = this.#file.next === undefined ? undefined : this.#options.folder.open(this.#file.next);
      if (!next) return;
      this.#goTo(next);
    }
  }

  readonly #deliver: DeliverRecord = line => {
    if (line.by === this.#options.writer) this.#standing = line.count;
    this.#options.deliver(line);
  };

  #goTo(file: LogFile): void {
    this.leave();
    this.#file = file;
    this.#latest = later(this.#latest, file.period);
  }
}

const later = (one: string, other: string): string => (one > other ? one : other);

function bytesOf(line: LogLine): Buffer {
  const bytes = lineOf(line);
  if (!bytes) throw new Error('a line of the log itself is too long');
  return bytes;
}
