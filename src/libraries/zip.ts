import { Zip, ZipDeflate } from 'fflate';
import type { Pace } from '../core/shared/steps.ts';

/** A file to be packed. */
export interface PackedFile {
  readonly name: string;
  readonly text: string;
}

/** So much is packed in one go, bytes: a few ms. */
const atOnce = 65_536;

/** A zip of these files, with this moment (wall-clock ms) as their time. Zip knows 1980 to 2099 only. Others get their turns beside it. */
export async function zip(
  files: readonly PackedFile[],
  madeAt: number,
  { turn }: Pick<Pace, 'turn'>,
): Promise<Uint8Array> {
  const packed: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    packed.push(piece);
  });
  for (const { name, text } of files) {
    const file = new ZipDeflate(name);
    file.mtime = Math.min(Math.max(madeAt, earliest), latest);
    archive.add(file);
    const bytes = new TextEncoder().encode(text);
    for (let from = 0; from === 0 || from < bytes.length; from += atOnce) {
      file.push(bytes.subarray(from, from + atOnce), from + atOnce >= bytes.length);
      await turn();
    }
  }
  archive.end();
  return Buffer.concat(packed);
}

const earliest = Date.UTC(1980, 0, 2);
const latest = Date.UTC(2099, 11, 30);
