import { constants, crc32, inflateRawSync } from 'node:zlib';
import { Refusal } from '../../support/refusal.ts';

/** What of a zip may be read, and how much. */
export interface ZipLimits {
  /** Names of files; all others are passed over, whatever their names are. */
  readonly wanted: readonly string[];
  /** Bytes of all wanted files together, packed or not. */
  readonly maxBytes: number;
}

/** A bundle has a dozen. */
const mostFiles = 1_000;
const endSignature = 0x06054b50;
const fileSignature = 0x02014b50;
const localSignature = 0x04034b50;
const wideEndSignature = 0x06064b50;
const wideLocatorSignature = 0x07064b50;
const endLength = 22;
const mostComment = 0xffff;

/** A file as the directory at the end of the zip tells of it. */
interface Listed {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its local header begins. */
  readonly at: number;
}

/**
 * The wanted files of a zip that somebody else has made, by their names; one folder around all of them is allowed. Nothing is
 * unpacked to disk. A file may hold what the directory says and no byte more, whatever its data makes of itself, because what is
 * declared may be a lie. Throws a Refusal that says what is wrong. The format: PKWARE APPNOTE 6.3.
 */
export function readZip(zip: Buffer, { wanted, maxBytes }: ZipLimits): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Listed>();
  for (const file of listFiles(zip)) {
    const name = wantedName(file.name, wanted);
    if (name === undefined) continue;
    if (found.has(name)) throw new Refusal(`The bundle holds two files that are called ${name}.`);
    found.set(name, file);
  }
  const all = [...found.values()];
  if (sum(all.map(({ bytes }) => bytes)) > maxBytes || sum(all.map(({ packedBytes }) => packedBytes)) > maxBytes)
    throw new Refusal(`The bundle holds more than ${Math.round(maxBytes / 1024 / 1024)} MB.`);
  return new Map([...found].map(([name, file]) => [name, unpacked(zip, file, name)]));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Which wanted file it is: by its whole name, or in one folder, as some put around what they zip again. */
function wantedName(name: string, wanted: readonly string[]): string | undefined {
  const parts = name.split('/');
  const [last = '', folder, ...more] = parts.toReversed();
  if (more.length > 0 || !wanted.includes(last)) return undefined;
  return folder === undefined || !['', '.', '..', '__MACOSX'].includes(folder) ? last : undefined;
}

function* listFiles(zip: Buffer): Generator<Listed> {
  const { count, shift, begin, end } = directoryOf(zip);
  if (count > mostFiles) throw new Refusal(`The bundle holds ${count} files, more than any that was exported.`);
  let at = begin;
  for (let file = 0; file < count; file += 1) {
    if (at + 46 > end || zip.readUInt32LE(at) !== fileSignature) throw damaged();
    const nameLength = zip.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    if (next > end) throw damaged();
    yield listed(zip, at, shift);
    at = next;
  }
}

function listed(zip: Buffer, at: number, shift: number): Listed {
  const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
  const wide = wideNumbers(zip.subarray(nameEnd, nameEnd + zip.readUInt16LE(at + 30)));
  const read = (place: number): number => {
    const value = zip.readUInt32LE(at + place);
    return value === 0xffffffff ? (wide.shift() ?? value) : value;
  };
  const bytes = read(24); // of the wide numbers it comes first, whatever stands first here
  const packedBytes = read(20);
  return {
    name: zip.toString('utf8', at + 46, nameEnd),
    method: zip.readUInt16LE(at + 10),
    isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
    crc: zip.readUInt32LE(at + 16),
    packedBytes,
    bytes,
    at: read(42) + shift,
  };
}

/** The numbers of a Zip64 field, in their order. */
function wideNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    return Array.from({ length: Math.floor(field.length / 8) }, (_, place) => Number(field.readBigUInt64LE(8 * place)));
  }
  return [];
}

/** Where the directory stands, and how many bytes stand before the zip itself: a line of a log, or headers of a download. */
function directoryOf(zip: Buffer): { count: number; shift: number; begin: number; end: number } {
  const end = endOf(zip);
  const wideAt = end - 20;
  const isWide = wideAt >= 0 && zip.readUInt32LE(wideAt) === wideLocatorSignature;
  if (!isWide) return placed(end, zip.readUInt16LE(end + 10), [zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)]);
  const wideEnd = wideAt - 56; // nobody writes a longer one, which would be for what is reserved
  if (wideEnd < 0 || zip.readUInt32LE(wideEnd) !== wideEndSignature) throw damaged();
  const [count = 0, size = 0, offset = 0] = [32, 40, 48].map(place => Number(zip.readBigUInt64LE(wideEnd + place)));
  return placed(wideEnd, count, [size, offset]);
}

function placed(end: number, count: number, [size, offset]: readonly [size: number, offset: number]) {
  const begin = end - size;
  const shift = begin - offset;
  if (begin < 0 || shift < 0) throw damaged();
  return { count, shift, begin, end };
}

function endOf(zip: Buffer): number {
  const last = zip.length - endLength;
  for (let at = last; at >= Math.max(0, last - mostComment); at -= 1)
    if (zip.readUInt32LE(at) === endSignature) return at;
  const isBegun = zip.length >= 4 && zip.readUInt32LE(0) === localSignature;
  throw new Refusal(isBegun ? 'The bundle is not whole: its end is missing.' : 'The bundle is no zip.');
}

function unpacked(zip: Buffer, file: Listed, name: string): Buffer {
  const { at, bytes, crc, isEncrypted, method, packedBytes } = file;
  if (isEncrypted) throw new Refusal(`${name} is locked with a password.`);
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== localSignature) throw damaged();
  const begin = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (begin + packedBytes > zip.length) throw damaged();
  const packed = zip.subarray(begin, begin + packedBytes);
  if (method !== 0 && method !== 8)
    throw new Refusal(`${name} is packed in a way that is not understood (method ${method}): zip it again.`);
  const data = method === 0 ? packed : inflated(packed, bytes, name);
  if (data.length !== bytes || crc32(data) !== crc) throw new Refusal(`${name} is damaged.`);
  return data;
}

function inflated(packed: Buffer, bytes: number, name: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes), finishFlush: constants.Z_FINISH });
  } catch (error) {
    const isLarger = error instanceof RangeError;
    throw new Refusal(isLarger ? `${name} holds more than the bundle says.` : `${name} is damaged.`);
  }
}

const damaged = (): Refusal => new Refusal('The bundle is damaged: its list of files cannot be read.');
