import { Buffer } from 'node:buffer';

/** A part of a text: from `start` up to but without `end`. */
export interface BytePlace {
  readonly start: number;
  readonly end: number;
}

/** How bytes are written, and how many characters of it are so many bytes. */
export interface ByteForm {
  readonly run: RegExp;
  /** What may stand between two runs: quotes, signs that join literals, marks of comments, line ends. */
  readonly gap: RegExp;
  readonly charactersOf: (bytes: number) => number;
  readonly decode: (written: string) => Uint8Array;
  /** Is each byte a run of its own? */
  readonly isListed: boolean;
}

const between =
  /(?:[\s"'`,;#*>|()[\]]|\\\\?[nr]|\\(?=["'])|\\(?=\r?\n)|[+.&-](?=[\s"'`])|\/\/(?=\s)|(?:echo|b|r|f)(?=[ "'])){1,80}/y;

export const inBase64: ByteForm = {
  run: /[A-Za-z0-9+/_-]+={0,2}/y,
  gap: between,
  charactersOf: bytes => Math.ceil((bytes * 4) / 3),
  decode: written => Buffer.from(written, 'base64'),
  isListed: false,
};

export const inHexadecimal: ByteForm = {
  run: /(?:0x)?[0-9a-fA-F]+/y,
  gap: between,
  charactersOf: bytes => bytes * 2,
  decode: written => Buffer.from(written.replace(/^0x/, ''), 'hex'),
  isListed: false,
};

/** 0x30, 0x82 and \x30\x82 and 30:82 and 30 82. */
export const inList: ByteForm = {
  run: /(?:\((?:byte|char)\)[ ]?)?(?:0[xX]|\\{1,2}x)?[0-9a-fA-F]{2}(?![0-9a-fA-F])/y,
  gap: /(?:[\s"'`,:;+]|\\(?=\r?\n)|b(?=["'])){1,60}/y,
  charactersOf: bytes => bytes * 2,
  decode: written => Buffer.from(written, 'hex'),
  isListed: true,
};

/** What ends a reading of bytes: so many characters of them, or so many runs. */
export interface ByteLimit {
  /** Infinity: it is not known how many there are. */
  readonly characters: number;
  readonly runs?: number;
}

/** The pieces of a text in which the bytes stand that begin at `start`: each is on one line and between the same quotes. */
export function bytesFrom(text: string, start: number, { form, limit }: ByteReading): readonly BytePlace[] {
  const places: BytePlace[] = [];
  let [at, read, width] = [start, 0, 0];
  while (read < limit.characters && places.length < (limit.runs ?? Infinity)) {
    const run = runAt(text, at, form.run);
    const left = limit.characters - read;
    if (run === '' || (places.length > 0 && !goesOn({ run, left, width, form }))) break;
    width = Math.max(width, run.length);
    const last = places.at(-1);
    const isSameLine = form.isListed && last !== undefined && !/["'`\n]/.test(text.slice(last.end, at));
    if (isSameLine) places.splice(-1, 1, { start: last.start, end: at + run.length });
    else places.push({ start: at, end: at + run.length });
    read += form.isListed ? 2 : run.length;
    at += run.length;
    if (limit.characters === Infinity && run.length < width) break; // the last line is shorter
    at += runAt(text, at, form.gap).length;
  }
  return places;
}

/** How what stands there is written, and how much of it is read. */
export interface ByteReading {
  readonly form: ByteForm;
  readonly limit: ByteLimit;
}

function runAt(text: string, at: number, expression: RegExp): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}

/** Is this run the next of the same bytes: as long as the one before it, the rest of them, or drawn as they are? */
function goesOn({ run, left, width, form }: Omit<ByteReading, 'limit'> & Step): boolean {
  if (form.isListed || run.length === width || run.length >= left) return true;
  if (form === inHexadecimal) return run.length >= 16;
  const isDrawn = /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
  return isDrawn && run.length >= (left === Infinity ? 4 : 16);
}

interface Step {
  readonly run: string;
  /** Characters. */
  readonly left: number;
  readonly width: number;
}
