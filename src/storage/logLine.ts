import { isObject } from '../core/shared/isObject.ts';
import { hash } from 'node:crypto';
import type { LogRecord } from '../core/shared/sharedLog.ts';
import { isPeriod } from './period.ts';

export interface RecordLine {
  readonly is: 'record';
  /** Who wrote it: no two writers have one name. */
  readonly by: string;
  /** Grows with every record of that writer; the same record written again keeps its number. */
  readonly count: number;
  readonly record: LogRecord;
}

/** What one line of a log file says. */
export type LogLine =
  | RecordLine
  /** What counted at the end of the period before stands above. */
  | { readonly is: 'carried' }
  /** Nothing below counts; the log goes on in the file of that period. */
  | { readonly is: 'sealed'; readonly next: string };

/** A line with its line breaks is no longer than this: short enough to be written in one piece. */
export const maxLineBytes = 512;

const version = 1;
const checksumLength = 8;

/**
 * The line as bytes: a line break, so that it stands alone after another that was torn, a checksum, JSON, and a line break.
 * undefined: it is too long, or no plain data.
 */
export function lineOf(line: LogLine): Buffer | undefined {
  if (line.is === 'record' && !isRecord(line.record)) return undefined;
  const json = JSON.stringify({ v: version, ...line });
  const bytes = Buffer.from(`\n${checksum(json)} ${json}\n`);
  return bytes.length <= maxLineBytes ? bytes : undefined;
}

/** Reads what `lineOf` wrote, without its line breaks; undefined: it is torn, changed, from a later version, or not ours. */
export function readLine(bytes: Buffer): LogLine | undefined {
  if (bytes.length <= checksumLength || bytes.length > maxLineBytes) return undefined;
  if (!beginsAsOurs(bytes)) return undefined;
  const json = bytes.subarray(checksumLength + 1);
  if (`${checksum(json)} ` !== bytes.toString('latin1', 0, checksumLength + 1)) return undefined;
  return lineIn(parsed(json.toString()));
}

/**
 * Was a line that cannot be read changed after it was written? Not one whose writing was cut short, by a kill or a full disk,
 * nor one of a later version: the writer of the first writes it again, and the second is whole.
 */
export function isDamaged(bytes: Buffer): boolean {
  if (bytes.length > maxLineBytes) return true;
  if (bytes.length <= checksumLength) return !beginnings[0].test(bytes.toString('latin1'));
  const text = bytes.toString('latin1');
  const isWhole = beginsAsOurs(bytes) && text.startsWith(`${checksum(bytes.subarray(checksumLength + 1))} `);
  return !isWhole && !beginnings.some(beginning => beginning.test(text));
}

/** A record ends with two braces, another line with one. */
const beginnings = [
  /^[0-9a-f]{0,8}$/,
  /^[0-9a-f]{8} \{"v":\d+,"is":"record"(?!.*\}\})/s,
  /^[0-9a-f]{8} (?!.*\})/s,
] as const;

/** Looked at first: of a file that is none of ours no checksum is worked out. */
function beginsAsOurs(bytes: Buffer): boolean {
  if (bytes[checksumLength] !== 0x20 || bytes[checksumLength + 1] !== 0x7b) return false; // ' {'
  return /^[0-9a-f]{8}$/.test(bytes.toString('latin1', 0, checksumLength));
}

const checksum = (json: string | Buffer): string => hash('sha1', json, 'hex').slice(0, checksumLength);

function lineIn(value: unknown): LogLine | undefined {
  if (!isObject(value) || value['v'] !== version) return undefined;
  const { is, by, count, record, next } = value;
  if (is === 'carried') return { is };
  if (is === 'sealed') return typeof next === 'string' && isPeriod(next) ? { is, next } : undefined;
  if (is !== 'record' || typeof by !== 'string' || typeof count !== 'number' || !isRecord(record)) return undefined;
  return { is, by, count, record };
}

const isRecord = (value: unknown): value is LogRecord =>
  isObject(value) && typeof value['kind'] === 'string' && Object.values(value).every(isPlain);

const isPlain = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // the checksum was right by chance, or on purpose
  }
}
