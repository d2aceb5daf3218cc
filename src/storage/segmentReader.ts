import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';
import type { CachedAnswer } from '../core/cache/cachedAnswer.ts';
import { readHead, readAnswerLine } from './answerLine.ts';
import type { SegmentStatus } from './segmentFolder.ts';

const lineBreak = 0x0a;
/** A step of reading ends after this, a quarter of what a frame allows. */
const sliceMs = 4;
// a link is not followed and a pipe not waited for; Windows has neither flag, and undefined counts as 0 here
const readOnly = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Reads one growing segment, each of its lines once. What is no line of ours is passed over. */
export class SegmentReader {
  readonly #inode: number;
  #offset = 0;
  #seen = 0;
  /** undefined: its first line has not been read. */
  #isOurs: boolean | undefined;

  constructor({ inode }: SegmentStatus) {
    this.#inode = inode;
  }

  /** Is it still the file that this one reads? It may have grown; another, or a shorter one, stands in its place now. */
  isOf({ inode, size }: SegmentStatus): boolean {
    return inode === this.#inode && size >= this.#seen;
  }

  /** Reads what has been added to a segment of this generation. Throws the errors of the system. */
  async read({ file, size }: SegmentStatus, generation: string, deliver: (kept: CachedAnswer) => void): Promise<void> {
    if (this.#isOurs === false || size <= this.#seen) return;
    const bytes = await readFrom(file, this.#offset, size);
    this.#seen = this.#offset + bytes.length;
    let from = 0;
    let until = performance.now() + sliceMs;
    for (let to = bytes.indexOf(lineBreak); to !== -1; to = bytes.indexOf(lineBreak, from)) {
      this.#take(bytes.subarray(from, to), generation, deliver);
      if (!this.#isOurs) return;
      from = to + 1;
      if (performance.now() < until) continue;
      await pause();
      until = performance.now() + sliceMs;
    }
    this.#offset += from;
  }

  #take(line: Buffer, generation: string, deliver: (kept: CachedAnswer) => void): void {
    if (this.#isOurs === undefined) {
      this.#isOurs = readHead(line) === generation;
      return;
    }
    const kept = readAnswerLine(line);
    if (kept) deliver(kept);
  }
}

async function readFrom(file: string, from: number, to: number): Promise<Buffer> {
  const handle = await open(file, readOnly);
  try {
    const bytes = Buffer.allocUnsafeSlow(to - from);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, from + length);
      if (bytesRead === 0) break; // it was cut meanwhile
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await handle.close();
  }
}
