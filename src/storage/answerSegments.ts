// Over 200 lines with its comments: adding, reading, forgetting and failing disks are one state.

import { randomBytes } from 'node:crypto';
import type { Clock } from '../core/model/clock.ts';
import type { AnswerListener, AnswerStore } from '../core/cache/answerStore.ts';
import type { CachedAnswer } from '../core/cache/cachedAnswer.ts';
import { StoreError, type StoreTrouble } from '../core/shared/store.ts';
import { headOf, answerLineOf } from './answerLine.ts';
import type { OnTrouble } from './files.ts';
import { SegmentFolder, type SegmentStatus } from './segmentFolder.ts';
import { SegmentReader } from './segmentReader.ts';
import { errorCode, storeErrorOf } from './storeErrorOf.ts';

export interface AnswerSegmentsOptions {
  /** An absolute path, of its own; made with the first answer. */
  readonly folder: string;
  /** Of all segments together; the oldest go first, whole. */
  readonly maxBytes: () => number;
  /** A segment that was not added to for so long is removed, ms; default 30 days. */
  readonly keepMs?: number;
  readonly clock: Clock;
  /** Something could not be kept, or was set aside. Once, and once more after all went well again. */
  readonly onTrouble: OnTrouble;
}

/** A segment grows to this (1 MiB), or to a quarter of what all may have. */
const maxSegmentBytes = 1024 * 1024;
/** More files take too long to look at; the oldest go first. */
const maxSegments = 200;
/** The question that waits for it is not to wait for more; the rest goes with the next one. */
const mostRemovals = 500;
/** Pause before a disk that failed is tried again. */
const retryMs = 60_000;
/** Another window may still add to a segment that is younger than this. */
const inUseMs = 60 * 60 * 1000;
const defaultKeepMs = 30 * 24 * 60 * 60 * 1000;

/** The segment that this window adds to. */
interface Own {
  readonly name: string;
  readonly inode: number;
  size: number;
}

/**
 * Answers on files: each window adds to segments of its own and reads those of all, so that no window waits for another. What is
 * killed, torn or changed of a segment is passed over; forgetting makes all segments of before void at one stroke.
 */
export class AnswerSegments implements AnswerStore {
  readonly #options: AnswerSegmentsOptions;
  readonly #folder: SegmentFolder;
  readonly #writer = randomBytes(6).toString('hex');
  readonly #readers = new Map<string, SegmentReader>();
  readonly #said = new Set<StoreTrouble>();
  #own: Own | undefined;
  #count = 0;
  /** undefined: not known yet. */
  #generation: string | undefined;
  #isCleared = false;
  #retryAt = -Infinity;
  #work: Promise<void> = Promise.resolve();

  constructor(options: AnswerSegmentsOptions) {
    this.#options = options;
    this.#folder = new SegmentFolder(options.folder);
  }

  read(listener: AnswerListener): Promise<void> {
    return this.#inTurn(async () => {
      await this.#lookForClearing();
      const segments = await this.#folder.list();
      if (segments.length === 0 && (this.#readers.size > 0 || this.#own)) this.#startAnew();
      if (this.#isCleared) listener.cleared();
      this.#isCleared = false;
      this.#forgetReaders(segments);
      // those that are too many are removed, unread
      for (const segment of segments.slice(-maxSegments)) await this.#readSegment(segment, listener.kept);
      await this.#evict(segments);
    });
  }

  append(answer: CachedAnswer): Promise<void> {
    return this.#inTurn(async () => {
      const line = answerLineOf(answer);
      if (!line || line.length > this.#segmentBytes || this.#options.clock.now() < this.#retryAt) return;
      if (await this.#lookForClearing()) return; // it was given before, or a moment too early
      if (await this.#addToOwn(line)) return this.#beWell();
      await this.#beginSegment(line);
      this.#beWell();
      await this.#evict(await this.#folder.list());
    });
  }

  async clear(): Promise<void> {
    let trouble: StoreError | undefined;
    await this.#inTurn(async () => {
      this.#own = undefined;
      this.#readers.clear();
      try {
        this.#generation = await this.#folder.forget();
      } catch (error) {
        trouble = storeErrorOf(error);
        throw error;
      }
    });
    if (trouble) throw trouble;
  }

  /** Has another window forgotten all of it? */
  async #lookForClearing(): Promise<boolean> {
    const generation = await this.#folder.generation(this.#options.clock.wall());
    const isNew = this.#generation !== undefined && generation !== this.#generation;
    this.#generation = generation;
    if (isNew) this.#startAnew();
    return isNew;
  }

  #startAnew(): void {
    this.#isCleared = true;
    this.#own = undefined;
    this.#readers.clear();
  }

  #forgetReaders(segments: readonly SegmentStatus[]): void {
    const names = new Set(segments.map(({ name }) => name));
    for (const name of this.#readers.keys()) if (!names.has(name)) this.#readers.delete(name);
  }

  async #readSegment(segment: SegmentStatus, deliver: (kept: CachedAnswer) => void): Promise<void> {
    const { name, isSound } = segment;
    if (name.startsWith(`answers-${this.#writer}-`)) return;
    try {
      if (!isSound) return await this.#setAside(name);
      const known = this.#readers.get(name);
      const reader = known?.isOf(segment) ? known : new SegmentReader(segment);
      this.#readers.set(name, reader);
      await reader.read(segment, this.#generation ?? '', deliver);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') this.#report(error); // the others are still read
    }
  }

  async #setAside(name: string): Promise<void> {
    this.#say('unusable');
    await this.#folder.setAside(name, this.#options.clock.wall());
  }

  /** Adds to the segment that was begun; false: there is none, it is full, or something has happened to it. */
  async #addToOwn(line: Buffer): Promise<boolean> {
    const own = this.#own;
    if (!own || own.size + line.length > this.#segmentBytes) return false;
    const handle = await this.#folder.open(own.name);
    if (!handle) return false;
    try {
      const { ino, size } = await handle.stat();
      if (ino !== own.inode || size !== own.size) return false;
      await this.#write(handle, line);
      own.size += line.length;
      return true;
    } finally {
      await handle.close();
    }
  }

  async #beginSegment(line: Buffer): Promise<void> {
    const name = `answers-${this.#writer}-${(this.#count += 1)}.seg`;
    this.#own = undefined;
    const handle = await this.#folder.create(name);
    try {
      const bytes = Buffer.concat([headOf(this.#generation ?? ''), line]);
      await this.#write(handle, bytes);
      this.#own = { name, inode: (await handle.stat()).ino, size: bytes.length };
    } finally {
      await handle.close();
    }
  }

  /** In one piece, or not at all: what stands there in part is never added to. */
  async #write(handle: { write(bytes: Buffer): Promise<{ bytesWritten: number }> }, bytes: Buffer): Promise<void> {
    if ((await handle.write(bytes)).bytesWritten === bytes.length) return;
    this.#own = undefined;
    throw new StoreError('full');
  }

  get #segmentBytes(): number {
    return Math.min(maxSegmentBytes, this.#options.maxBytes() / 4);
  }

  /** Removes whole segments until the rest is within bounds: old ones first, those that may be added to at last. */
  async #evict(segments: readonly SegmentStatus[]): Promise<void> {
    const { clock, maxBytes, keepMs = defaultKeepMs } = this.#options;
    const now = clock.wall();
    const sound = segments.filter(({ isSound, name }) => isSound && name !== this.#own?.name);
    const isInUse = ({ changedAt }: SegmentStatus): boolean => Math.abs(now - changedAt) < inUseMs;
    const room = this.#own ? this.#segmentBytes - this.#own.size : 0; // its own segment will grow
    let bytes = segments.reduce((sum, { size, isSound }) => sum + (isSound ? size : 0), room);
    let count = sound.length;
    let removable = mostRemovals;
    for (const segment of [...sound.filter(one => !isInUse(one)), ...sound.filter(isInUse)]) {
      const isOld = now - segment.changedAt > keepMs;
      if (!isOld && bytes <= maxBytes() && count < maxSegments) continue;
      if (removable === 0) return;
      removable -= 1;
      await this.#folder.remove(segment.name);
      this.#readers.delete(segment.name);
      bytes -= segment.size;
      count -= 1;
    }
  }

  /** One after another. What fails is said, and goes on in memory. */
  #inTurn(step: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(step).catch((error: unknown) => {
      this.#report(error);
      this.#retryAt = this.#options.clock.now() + retryMs;
    });
    return this.#work;
  }

  /** What is no error of the system is a bug and passes. */
  #report(error: unknown): void {
    if (!(error instanceof StoreError) && errorCode(error) === undefined) throw error;
    this.#say(storeErrorOf(error).trouble);
  }

  #beWell(): void {
    this.#said.clear();
    this.#retryAt = -Infinity;
  }

  #say(trouble: StoreTrouble): void {
    if (this.#said.has(trouble)) return;
    this.#said.add(trouble);
    this.#options.onTrouble(trouble, 'answers');
  }
}
