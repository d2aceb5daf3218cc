// Over 200 lines with its comments: appending, reading back and failing disks are one state machine.

import { randomBytes } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import type { Clock } from '../core/model/clock.ts';
import type { AppendOptions, LogRecord, LogTrouble, OpenedLog, SharedLogOptions } from '../core/shared/sharedLog.ts';
import { StoreError } from '../core/shared/store.ts';
import { RecordDelivery } from './recordDelivery.ts';
import { LogChain } from './logChain.ts';
import type { DeliverRecord, WriteSteps } from './logFile.ts';
import { LogFolder } from './logFolder.ts';
import { lineOf, type RecordLine } from './logLine.ts';
import { errorCode, storeErrorOf } from './storeErrorOf.ts';

/** `keep` counts periods: each has a file of its own. */
export interface FileLogOptions extends SharedLogOptions {
  /** An absolute path; made with the first append. */
  readonly folder: string;
  /** What its files are called: 'circuits' for circuits-2026-11-22.log. */
  readonly name: string;
  /** The period of a wall-clock time, digits and dashes, sorting as time does: `byDay`, `byMonth`. */
  readonly period: (wallMs: number) => string;
  readonly clock: Clock;
}

/** A record of this window that is not known to stand in the file. */
interface Entry extends RecordLine {
  /** undefined: too long, or no plain data. */
  readonly bytes: Buffer | undefined;
  readonly flush: boolean;
}

/** How many records wait for a disk that fails; the oldest go first. */
const maxWaiting = 1000;
/** Pause before a disk that failed is tried again. */
const retryMs = 5000;
/** A trouble that comes back sooner is the same one. */
const againMs = 10 * 60_000;
/** A step of writing ends after this. */
const sliceMs = 5;
/** How long `close` may write and look; what is left by then is written without looking. */
const closeMs = 150;

/**
 * A shared log on files: the windows of one machine agree on it without locks, because a local file system adds each line
 * in one piece. What is killed or lost of a line is passed over by all alike.
 */
export class FileLog implements OpenedLog {
  readonly #options: FileLogOptions;
  readonly #writer = randomBytes(6).toString('base64url');
  readonly #delivery = new RecordDelivery(this.#writer);
  readonly #chain: LogChain;
  /** When each trouble was said, monotonic ms. */
  readonly #said = new Map<LogTrouble, number>();
  #workedAt = -Infinity;
  #waiting: Entry[] = [];
  #count = 0;
  #carried = 0;
  #state: 'working' | 'failing' | 'closed' = 'working';
  #retryAt = 0;
  /** Was something dropped that could never be kept? */
  #isLossy = false;
  #refreshing: Promise<void> | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(options: FileLogOptions) {
    this.#options = options;
    const { folder, name, clock, period, keep } = options;
    this.#chain = new LogChain({
      folder: new LogFolder(folder, name, {
        onAside: aside => this.#say('set-aside', aside),
        onDamaged: (file, lines) => this.#say('damaged', `${lines} lines of ${file}`),
      }),
      writer: this.#writer,
      period: () => period(clock.wall()),
      keep,
      carryOver: () => this.#carryOver(),
      deliver: this.#delivery.deliver,
    });
  }

  get durable(): boolean {
    return this.#state !== 'failing' && !this.#isLossy;
  }

  subscribe(kind: string, listener: (record: LogRecord, own: boolean) => void): () => void {
    return this.#delivery.add(kind, listener);
  }

  append(record: LogRecord, { flush = false }: AppendOptions = {}): Promise<void> {
    const line: RecordLine = { is: 'record', by: this.#writer, count: ++this.#count, record };
    this.#waiting.push({ ...line, bytes: lineOf(line), flush });
    if (this.#isClosed) this.#writeUnseen();
    return this.#inTurn(() => this.#turn(), flush);
  }

  refresh(): Promise<void> {
    this.#refreshing ??= this.#inTurn(() => {
      this.#refreshing = undefined;
      return this.#turn();
    });
    return this.#refreshing;
  }

  /**
   * Writes what waits, at once and within 200 ms, for a window that closes. What is appended after it is written at once
   * too, and delivered from memory.
   */
  close(): void {
    if (this.#isClosed) return;
    this.#state = 'closed';
    const until = performance.now() + closeMs;
    const isFlushWanted = this.#waiting.some(({ flush }) => flush);
    try {
      for (const _step of this.#writeWaiting()) if (performance.now() > until) break;
    } catch (error) {
      this.#fail(error);
    }
    this.#writeUnseen(isFlushWanted);
  }

  get #isClosed(): boolean {
    return this.#state === 'closed';
  }

  get #isResting(): boolean {
    return this.#state === 'failing' && this.#options.clock.now() < this.#retryAt;
  }

  /** One after another; `refresh` and `append` both come here. */
  #inTurn(begin: () => WriteSteps, flush = false): Promise<void> {
    const turn = this.#work.then(async () => {
      if (this.#isClosed) return;
      for (const _step of begin()) {
        await pause();
        if (this.#isClosed) return;
      }
      if (flush) await this.#flush();
    });
    this.#work = turn.catch(() => undefined); // the caller gets the error from `turn`
    return turn;
  }

  /** Reads what others have added, and adds what waits. */
  *#turn(): WriteSteps {
    try {
      yield* this.#delivery.deliverEarlier(deliver => this.#redeliver(deliver));
      if (this.#waiting.length === 0 || this.#isResting) yield* this.#readIfPossible();
      if (this.#isResting) return this.#tellWaiting();
      yield* this.#writeWaiting();
      if (this.#isClosed) return; // by a listener
      this.#state = 'working';
      this.#workedAt = this.#options.clock.now();
    } catch (error) {
      this.#fail(error);
    }
  }

  *#readIfPossible(): WriteSteps {
    if (!this.#isResting || this.#chain.isOpen) yield* this.#chain.read();
  }

  *#writeWaiting(): WriteSteps {
    let until = performance.now() + sliceMs;
    for (let entry = this.#waiting[0]; entry; entry = this.#waiting[0]) {
      const { bytes, count } = entry;
      if (bytes) yield* this.#chain.append({ bytes, count });
      else this.#keepInMind(entry);
      this.#waiting.shift();
      if (performance.now() < until) continue;
      yield;
      until = performance.now() + sliceMs;
    }
  }

  /** For the last moment: no look at where it stands. */
  #writeUnseen(flush = false): void {
    try {
      for (const { bytes } of this.#waiting) if (bytes) this.#chain.appendUnseen(bytes);
      if (flush) this.#chain.flushNow();
      this.#chain.leave();
    } catch (error) {
      this.#fail(error);
    }
    this.#tellWaiting();
    this.#waiting = [];
  }

  *#redeliver(deliver: DeliverRecord): WriteSteps {
    yield* this.#chain.readAgain(deliver);
    for (const entry of this.#waiting) if (this.#delivery.wasDelivered(entry)) deliver(entry);
  }

  #tellWaiting(): void {
    for (const entry of this.#waiting) this.#delivery.deliver(entry);
  }

  #keepInMind(line: RecordLine): void {
    this.#isLossy = true;
    this.#say('unusable', `a ${line.record.kind} that is too long or no plain data`);
    this.#delivery.deliver(line);
  }

  #carryOver(): readonly Buffer[] {
    const by = `${this.#writer}+${++this.#carried}`;
    const lines = this.#options
      .carryOver()
      .map((record, index) => ({ is: 'record', by, count: index + 1, record }) as const);
    return lines.map(lineOf).filter(bytes => bytes !== undefined);
  }

  async #flush(): Promise<void> {
    try {
      await this.#chain.flush();
    } catch (error) {
      if (!this.#isClosed) this.#fail(error);
    }
  }

  /** Goes on in memory for a while. What is no error of the system is a bug and passes. */
  #fail(error: unknown): void {
    if (!(error instanceof StoreError) && errorCode(error) === undefined) throw error;
    const { trouble, cause, message } = storeErrorOf(error);
    this.#say(trouble, cause instanceof Error ? cause.message : message);
    if (trouble !== 'full') this.#chain.leave();
    this.#tellWaiting();
    const excess = this.#waiting.length - maxWaiting;
    if (excess > 0) this.#waiting.splice(0, excess);
    this.#isLossy ||= excess > 0 || this.#isClosed;
    if (this.#isClosed) return;
    this.#state = 'failing';
    this.#retryAt = this.#options.clock.now() + retryMs;
  }

  #say(trouble: LogTrouble, detail: string): void {
    const now = this.#options.clock.now();
    const saidAt = this.#said.get(trouble);
    // a disk that is nearly full takes a small line now and then; that is one trouble, not many
    if (saidAt !== undefined && (this.#workedAt < saidAt || now - saidAt < againMs)) return;
    this.#said.set(trouble, now);
    this.#options.onTrouble(trouble, detail);
  }
}
