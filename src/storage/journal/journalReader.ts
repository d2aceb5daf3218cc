import { setImmediate as pause } from 'node:timers/promises';
import type { JournalEntry } from '../../core/journal/journalEntry.ts';
import { journalHead, maxJournalLineLength, readJournalLine } from '../../core/journal/journalLine.ts';
import { openToRead, type JournalFile } from './journalFolder.ts';

const lineBreak = 0x0a;
const pieceBytes = 64 * 1024;
/** A step of reading ends after this, a quarter of what a frame allows. */
const sliceMs = 4;

/** Reads one growing file of the journal, each of its lines once. What is no line of ours is passed over. */
export class JournalReader {
  readonly #inode: number;
  #offset = 0;
  /** undefined: its first line has not been read. */
  #isOurs: boolean | undefined;

  constructor({ inode }: JournalFile) {
    this.#inode = inode;
  }

  /** Is it still the file that this one reads? It may have grown; another, or a shorter one, stands in its place now. */
  isOf({ inode, size }: JournalFile): boolean {
    return inode === this.#inode && size >= this.#offset;
  }

  /** Tells of what has been added. Throws the errors of the system. */
  async read(file: JournalFile, deliver: (entry: JournalEntry) => void): Promise<void> {
    if (this.#isOurs === false || file.size <= this.#offset) return;
    const handle = await openToRead(file);
    try {
      const bytes = Buffer.allocUnsafeSlow(pieceBytes);
      for (;;) {
        const { bytesRead } = await handle.read(bytes, 0, pieceBytes, this.#offset);
        const used = await this.#take(bytes.subarray(0, bytesRead), deliver);
        this.#offset += used;
        if (used === 0) return; // the end, or the beginning of a line that is still written
      }
    } finally {
      await handle.close();
    }
  }

  /** How many bytes of the piece were lines, or cannot be one. */
  async #take(piece: Buffer, deliver: (entry: JournalEntry) => void): Promise<number> {
    let from = 0;
    let until = performance.now() + sliceMs;
    for (let to = piece.indexOf(lineBreak); to !== -1; to = piece.indexOf(lineBreak, from)) {
      this.#takeLine(piece.subarray(from, to), deliver);
      from = to + 1;
      if (performance.now() < until) continue;
      await pause();
      until = performance.now() + sliceMs;
    }
    return from === 0 && piece.length > maxJournalLineLength ? piece.length : from;
  }

  #takeLine(line: Buffer, deliver: (entry: JournalEntry) => void): void {
    if (this.#isOurs === undefined) {
      this.#isOurs = line.equals(head);
      return;
    }
    const entry =
      this.#isOurs && line.length <= maxJournalLineLength ? readJournalLine(line.toString('utf8')) : undefined;
    if (entry) deliver(entry);
  }
}

const head = Buffer.from(journalHead);
