import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

// a link is not followed and a pipe not waited for; Windows has neither flag, and undefined counts as 0 here
const readOnly = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * The end of a text file, at most so many bytes, from the beginning of a line; a line that is longer than that is cut. Rejects with the
 * errors of the system, and for what is no file.
 */
export async function tailOf(file: string, maxBytes: number): Promise<string> {
  const handle = await open(file, readOnly);
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw new Error('no file');
    const from = Math.max(0, status.size - maxBytes);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(status.size - from), 0, status.size - from, from);
    const text = buffer.toString('utf8', 0, bytesRead);
    const lineEnd = from === 0 ? -1 : text.indexOf('\n');
    return lineEnd < 0 || lineEnd === text.length - 1 ? text : text.slice(lineEnd + 1);
  } finally {
    await handle.close();
  }
}
