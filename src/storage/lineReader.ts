import { readSync } from 'node:fs';
import { isDamaged, maxLineBytes, readLine, type LogLine } from './logLine.ts';

/** What a piece of a file said, and whether there is more to read. */
export interface ReadPiece {
  readonly lines: readonly LogLine[];
  /** How many lines were changed after they were written. */
  readonly damaged: number;
  readonly isEnd: boolean;
}

const lineBreak = 0x0a;
/** About a hundred lines: some 0.5 ms of work. */
const pieceBytes = 32 * 1024;
/** Lines of no length are more, and each is looked at: after so many the piece is taken for read. */
const mostLines = 250;

/** Reads a growing file line by line, each once. What is no line of a log is passed over. */
export class LineReader {
  readonly #descriptor: number;
  readonly #piece = Buffer.allocUnsafeSlow(pieceBytes);
  #offset = 0;
  #seen = 0;
  /** Is it inside a line that is too long to be one? */
  #isInExcess = false;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** Where the first byte stands that no line before has used. */
  get offset(): number {
    return this.#offset;
  }

  /** How long the file was when it was last read. */
  get seen(): number {
    return this.#seen;
  }

  /** Reads the next piece, not beyond `limit`, and stops after a line for which `isLast` holds. */
  read(isLast: (line: LogLine) => boolean, limit = Infinity): ReadPiece {
    const start = this.#offset;
    const wanted = Math.min(pieceBytes, limit - start);
    const length = readSync(this.#descriptor, this.#piece, 0, wanted, start);
    this.#seen = start + length;
    const piece = this.#piece.subarray(0, length);
    const lines: LogLine[] = [];
    let damaged = 0;
    let count = 0;
    let from = this.#firstOfLine(piece, 0);
    for (let to = piece.indexOf(lineBreak, from); to !== -1; to = piece.indexOf(lineBreak, from)) {
      const bytes = piece.subarray(from, to);
      const line = this.#isInExcess ? undefined : readLine(bytes);
      if (!line && (this.#isInExcess || isDamaged(bytes))) damaged += 1;
      this.#isInExcess = false;
      from = this.#firstOfLine(piece, to + 1);
      if (line) lines.push(line);
      const isEnd = line !== undefined && isLast(line);
      if (!isEnd && ++count < mostLines) continue;
      this.#offset = start + from;
      return { lines, damaged, isEnd };
    }
    this.#isInExcess ||= length - from > maxLineBytes;
    this.#offset = start + (this.#isInExcess ? length : from);
    return { lines, damaged, isEnd: length < pieceBytes };
  }

  /** Where the next line begins: line ends that follow one another, millions of them, are passed over at once. */
  #firstOfLine(piece: Buffer, from: number): number {
    if (this.#isInExcess) return from;
    let at = from;
    while (piece[at] === lineBreak) at += 1;
    return at;
  }
}
