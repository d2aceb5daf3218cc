import type { EvidencePiece } from './evidencePiece.ts';

/** Providers remember a prompt for so long since its last use, ms. */
const rememberedMs = 5 * 60_000;
/** Files that were asked about. */
const mostFiles = 8;

interface Sent {
  readonly pieces: readonly EvidencePiece[];
  readonly atMs: number;
}

/**
 * The definitions that went along with the questions of the last minutes, file by file. With the next question about a file they
 * go first, and those of its own names behind them: so the prompt begins as its provider remembers it, and the question before
 * is most often about the same things.
 */
export class LastingDefinitions {
  readonly #sent = new Map<string, Sent>();

  /** Those that went along with the last question about this file, in their order. */
  earlier(file: string, nowMs: number): readonly EvidencePiece[] {
    const sent = this.#sent.get(file);
    return sent && nowMs - sent.atMs < rememberedMs ? sent.pieces : [];
  }

  /** Takes note of what goes along now. What stands in the file itself is sent with it anyway. */
  note(file: string, pieces: readonly EvidencePiece[], nowMs: number): void {
    this.#sent.delete(file);
    this.#sent.set(file, { pieces: pieces.filter(({ source }) => source), atMs: nowMs });
    const [oldest] = this.#sent.keys();
    if (this.#sent.size > mostFiles && oldest !== undefined) this.#sent.delete(oldest);
  }
}

/** What all definitions of a question may take. */
export interface Room {
  readonly characters: number;
  readonly files: number;
}

/** The earlier ones and then those that are new; without the earlier ones where there is no room for both. */
export function behindEarlier(
  earlier: readonly EvidencePiece[],
  found: readonly EvidencePiece[],
  room: Room,
): readonly EvidencePiece[] {
  const known = new Set(earlier.map(placeOf));
  const all = [...earlier, ...found.filter(piece => !known.has(placeOf(piece)))];
  const characters = all.reduce((sum, piece) => sum + piece.found.text.length, 0);
  const files = new Set(all.map(({ found: { file } }) => file)).size;
  return characters <= room.characters && files <= room.files ? all : found;
}

const placeOf = ({ found: { file, line } }: EvidencePiece): string => `${file}:${line}`;
