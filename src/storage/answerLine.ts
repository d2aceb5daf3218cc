import { hash } from 'node:crypto';
import { readCachedAnswer, type CachedAnswer } from '../core/cache/cachedAnswer.ts';

/** A longer line is no answer of ours (256 KiB). */
const maxAnswerLineBytes = 256 * 1024;

const version = 1;
const checksumLength = 22;

/** The first line of a segment: whose it is, in which format, and since which time that all was forgotten. */
export const headOf = (generation: string): Buffer => Buffer.from(`steadfast-answers ${version} ${generation}\n`);

/** The generation in a segment's first line, given without its line break; undefined: it is not ours, or of another version. */
export function readHead(bytes: Buffer): string | undefined {
  if (bytes.length > 100) return undefined;
  return new RegExp(`^steadfast-answers ${version} ([\\w-]*)$`).exec(bytes.toString('latin1'))?.[1];
}

/** An answer as one line: a checksum, JSON, a line break. undefined: it is too long. */
export function answerLineOf(answer: CachedAnswer): Buffer | undefined {
  const json = JSON.stringify(answer);
  const bytes = Buffer.from(`${checksum(json)} ${json}\n`);
  return bytes.length <= maxAnswerLineBytes ? bytes : undefined;
}

/** Reads what `lineOf` wrote, without its line break; undefined: it is torn, changed or not ours. */
export function readAnswerLine(bytes: Buffer): CachedAnswer | undefined {
  if (bytes.length <= checksumLength || bytes.length > maxAnswerLineBytes) return undefined;
  const json = bytes.subarray(checksumLength + 1);
  if (bytes.toString('latin1', 0, checksumLength + 1) !== `${checksum(json)} `) return undefined;
  try {
    return readCachedAnswer(JSON.parse(json.toString()));
  } catch {
    return undefined; // the checksum was made for something that is no JSON
  }
}

const checksum = (json: string | Buffer): string => hash('sha256', json, 'base64url').slice(0, checksumLength);
