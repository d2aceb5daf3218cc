import { closeSync, constants, fstatSync, fsync, fsyncSync, lstatSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { StoreError } from '../core/shared/store.ts';
import { LineReader } from './lineReader.ts';
import type { LogLine, RecordLine } from './logLine.ts';

/** Work in steps; between two of them others may run. */
export type WriteSteps<T = void> = Generator<void, T, void>;

export type DeliverRecord = (line: RecordLine) => void;

/** More bytes than any log of ours has (64 MiB, some 200 000 records): it is set aside and begun anew. */
const maxBytes = 64 * 1024 * 1024;
/** A step of reading ends after this, a third of what a frame allows. */
const sliceMs = 5;
// a link is not followed and a pipe not waited for; Windows has neither flag, and undefined counts as 0 here
const flags = constants.O_RDWR | constants.O_APPEND | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const syncFile = promisify(fsync);

export interface LogPlace {
  readonly file: string;
  readonly period: string;
  readonly watch: LogWatch;
}

/** Hears what is wrong with the files of a log. */
export interface LogWatch {
  /** What stood in the place of a file has this name now. */
  readonly onAside: (name: string) => void;
  /** So many lines of a file were changed after they were written. */
  readonly onDamaged: (name: string, lines: number) => void;
}

/**
 * Opens the file of a period that is there, or makes it, for the user alone. What stands in its place and is no file, or is
 * too large for one of ours, is set aside as `NAME.bad-TIME`. Throws the errors of the system.
 */
export function openLogFile(place: LogPlace, which: 'there' | 'new'): LogFile {
  const status = lstatSync(place.file, { throwIfNoEntry: false });
  if (status && (!status.isFile() || status.size > maxBytes)) {
    const aside = `${place.file}.bad-${Date.now()}`;
    renameSync(place.file, aside);
    place.watch.onAside(path.basename(aside));
  }
  const descriptor = openSync(place.file, which === 'new' ? flags | constants.O_CREAT : flags, 0o600);
  return new LogFile(descriptor, place);
}

/** One file of a log, open: its lines are only ever added to, by several processes at once. */
export class LogFile {
  readonly period: string;
  readonly #file: string;
  readonly #descriptor: number;
  /** Enough to tell it from another in its place: while it is open, no other file can have this number. */
  readonly #inode: bigint;
  readonly #reader: LineReader;
  readonly #watch: LogWatch;
  #damaged = 0;
  #damagedSaid = 0;
  #isCarried = false;
  #next: string | undefined;

  constructor(descriptor: number, { file, period, watch }: LogPlace) {
    this.period = period;
    this.#file = file;
    this.#watch = watch;
    this.#descriptor = descriptor;
    this.#inode = fstatSync(descriptor, { bigint: true }).ino;
    this.#reader = new LineReader(descriptor);
  }

  /** Has a line been read that says: what counted before stands above? */
  get isCarried(): boolean {
    return this.#isCarried;
  }

  /** The period whose file the log goes on in, once the line that says so has been read. */
  get next(): string | undefined {
    return this.#next;
  }

  /** Is there anything new? 'gone': what stands in its place is another file, a cut one, one that is too large, or nothing. */
  look(): 'same' | 'changed' | 'gone' {
    const status = lstatSync(this.#file, { bigint: true, throwIfNoEntry: false });
    if (status?.ino !== this.#inode || status.size > maxBytes) return 'gone';
    if (status.size < this.#reader.seen) return 'gone'; // it was cut
    return status.size === BigInt(this.#reader.seen) ? 'same' : 'changed';
  }

  /** Reads what has not been read, up to the line that seals the file. */
  *read(deliver: DeliverRecord): WriteSteps {
    let until = performance.now() + sliceMs;
    while (this.#next === undefined) {
      const { lines, damaged, isEnd } = this.#reader.read(this.#isSeal);
      for (const line of lines) this.#take(line, deliver);
      this.#damaged += damaged;
      if (isEnd) return this.#sayDamage();
      if (performance.now() < until) continue;
      yield;
      until = performance.now() + sliceMs;
    }
  }

  /** Reads again what was read already, for listeners that were added later. */
  *readAgain(deliver: DeliverRecord): WriteSteps {
    const reader = new LineReader(this.#descriptor);
    const end = this.#reader.offset;
    while (reader.offset < end) {
      const { lines, isEnd } = reader.read(this.#isSeal, end);
      for (const line of lines) if (line.is === 'record') deliver(line);
      if (isEnd) return;
      yield;
    }
  }

  /** Finds out whether it is carried, without reading on. */
  *lookForCarried(): WriteSteps {
    const reader = new LineReader(this.#descriptor);
    for (;;) {
      const { lines, isEnd } = reader.read(this.#isSeal);
      this.#isCarried ||= lines.some(line => line.is === 'carried');
      if (isEnd || this.#isCarried) return;
      yield;
    }
  }

  /** Adds bytes behind everything that any process has added, in one piece. */
  write(bytes: Buffer): void {
    if (writeSync(this.#descriptor, bytes) < bytes.length) throw new StoreError('full');
  }

  /** Settles when what was written would survive a power cut. */
  flush(): Promise<void> {
    return syncFile(this.#descriptor);
  }

  flushNow(): void {
    fsyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #sayDamage(): void {
    if (this.#damaged > this.#damagedSaid) this.#watch.onDamaged(path.basename(this.#file), this.#damaged);
    this.#damagedSaid = this.#damaged;
  }

  readonly #isSeal = (line: LogLine): boolean => line.is === 'sealed' && line.next > this.period;

  #take(line: LogLine, deliver: DeliverRecord): void {
    if (line.is === 'record') deliver(line);
    else if (line.is === 'carried') this.#isCarried = true;
    else if (this.#isSeal(line)) this.#next = line.next;
  }
}
