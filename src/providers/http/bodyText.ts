import { Failure } from '../../core/model/failure.ts';
import { bodyFailure } from './networkFailure.ts';

/** Most characters that a body read as a whole may have once decoded (2 MiB, because it is parsed in one go; also what a gzip bomb is cut at). */
const maxWholeLength = 2 * 1024 * 1024;

/** A response body as text, piece by piece. Must be closed by the code that opens it. */
export interface BodyText {
  /** The next piece; undefined: the body has ended. Rejects with a Failure. */
  next(): Promise<string | undefined>;
  /** The first character that is not white space, without consuming anything; undefined: there is none. */
  first(): Promise<string | undefined>;
  /** Closes the connection unless the body has ended. */
  close(): void;
}

/** Opens a body. Bytes that are no UTF-8 become U+FFFD; a byte order mark is dropped. */
export function openBody(stream: ReadableStream<Uint8Array> | null): BodyText {
  const reader = stream?.getReader();
  const decoder = new TextDecoder();
  let peeked: string | undefined;
  let ended = reader === undefined;

  async function pull(): Promise<string | undefined> {
    if (reader === undefined || ended) return undefined;
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw bodyFailure(error);
    });
    if (!done) return decoder.decode(value, { stream: true });
    ended = true;
    return decoder.decode() || undefined;
  }

  return {
    next() {
      if (peeked === undefined) return pull();
      const piece = peeked;
      peeked = undefined;
      return Promise.resolve(piece);
    },
    async first() {
      let blanks = 0;
      while (peeked === undefined || peeked.trim() === '') {
        blanks += peeked?.length ?? 0; // white space before the first word means nothing in any of the formats
        if (blanks > maxWholeLength) throw tooLarge();
        peeked = await pull();
        if (peeked === undefined) return undefined;
      }
      return peeked.trimStart()[0];
    },
    close() {
      if (!ended) reader?.cancel().catch(() => undefined); // the connection is given up; how it ends no longer matters
      ended = true;
    },
  };
}

/** The whole body. Throws Failure('too-large') beyond 2 MiB of text. */
export async function readWhole(body: BodyText): Promise<string> {
  let text = '';
  for (let piece = await body.next(); piece !== undefined; piece = await body.next()) {
    text += piece;
    if (text.length > maxWholeLength) throw tooLarge();
  }
  return text;
}

function tooLarge(): Failure {
  return new Failure('too-large', { code: 'body', facts: { limit: maxWholeLength } });
}
