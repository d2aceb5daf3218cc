import { inflateRawSync } from 'node:zlib';

/** The files of a zip, by name, in its order (APPNOTE 4.3: the directory at its end says where each lies). */
export function zipFiles(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(place => zip.readUInt16LE(at + place));
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    files.set(name, contentOf(zip, at));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}

const deflated = 8;

/** The file whose row in the directory begins here. */
function contentOf(zip: Buffer, row: number): Buffer {
  const [header, size, method] = [zip.readUInt32LE(row + 42), zip.readUInt32LE(row + 20), zip.readUInt16LE(row + 10)];
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const bytes = zip.subarray(start, start + size);
  return method === deflated ? inflateRawSync(bytes) : bytes;
}
