import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { readZip } from '../../../../scripts/replay/bundle/readZip.ts';
import { zipOf } from '../recordedWorld.ts';

const limits = { wanted: ['a.json', 'b.json'], maxBytes: 1_000_000 };
const read = (zip: Buffer) => [...readZip(zip, limits)].map(([name, data]) => [name, data.toString('utf8')]);
const good = zipOf({ 'a.json': '{"a":1}', 'b.json': 'x'.repeat(5_000), 'other.txt': 'whatever' });

/** Where the directory tells of the first file that it lists. */
const listedAt = (zip: Buffer): number => zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
const changed = (change: (zip: Buffer) => void): Buffer => {
  const zip = Buffer.from(good);
  change(zip);
  return zip;
};

test('the wanted files of a zip are read, and no other ones', () => {
  assert.deepEqual(read(good), [
    ['a.json', '{"a":1}'],
    ['b.json', 'x'.repeat(5_000)],
  ]);
});

test('files that are not packed are read, too', () => {
  assert.deepEqual(read(Buffer.from(zipSync({ 'a.json': strToU8('plain') }, { level: 0 }))), [['a.json', 'plain']]);
});

test('what was zipped again with a folder around it is read', () => {
  assert.deepEqual(read(zipOf({ 'bundle/a.json': '1', '__MACOSX/a.json': 'resource' })), [['a.json', '1']]);
});

// https://github.com/Ne-Lexa/php-zip/issues/100, https://github.com/hapifhir/org.hl7.fhir.core/pull/1162
test('names that lead elsewhere are none of the wanted ones', () => {
  const names = ['../a.json', '..\\a.json', '/a.json', 'x/../a.json', './a.json', 'C:\\a.json', 'x/y/a.json', 'A.JSON'];
  assert.deepEqual(read(zipOf(Object.fromEntries(names.map(name => [name, 'evil'])))), []);
});

// A line of a log before the zip made it unreadable for some: https://github.com/Dynatrace/dynatrace-operator/pull/3342,
// headers of a download: https://github.com/longhorn/website/pull/480
test('what stands before the zip does no harm', () => {
  assert.equal(read(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), good])).length, 2);
});

// A file may hold more than 4 GB says a writer that did not know its length: https://github.com/mhr3/unzip-stream/issues/50
test('Zip64 is read', () => {
  assert.deepEqual(read(wide(Buffer.from('{"a":1}'))), [['a.json', '{"a":1}']]);
});

suite('a zip is refused that', () => {
  const refusals: Readonly<Record<string, readonly [zip: Buffer, words: RegExp]>> = {
    'is none': [Buffer.from('<html>Not found</html>'), /is no zip/],
    'is empty': [Buffer.alloc(0), /is no zip/],
    // https://github.com/open-goal/launcher/issues/377
    'was not sent whole': [good.subarray(0, good.length - 40), /not whole: its end is missing/],
    'has lost something in its middle': [Buffer.concat([good.subarray(0, 20), good.subarray(60)]), /damaged/],
    'holds more than is read': [zipOf({ 'a.json': ' '.repeat(2_000_000) }), /more than 1 MB/],
    // a size that is declared is a claim: https://github.com/rubyzip/rubyzip/issues/193, https://github.com/myrialabs/clopen/pull/280
    'holds more than it says': [
      (() => {
        const bomb = zipOf({ 'a.json': ' '.repeat(50_000_000) });
        bomb.writeUInt32LE(100, listedAt(bomb) + 24);
        return bomb;
      })(),
      /a\.json holds more than the bundle says/,
    ],
    'holds less than it says': [changed(zip => zip.writeUInt32LE(100, listedAt(zip) + 24)), /a\.json is damaged/],
    'was changed on the way': [changed(zip => zip.writeUInt32LE(1, listedAt(zip) + 16)), /a\.json is damaged/],
    'names one file twice': [zipOf({ 'a.json': '1', 'folder/a.json': '2' }), /two files that are called a\.json/],
    // one that could not be unpacked everywhere: https://github.com/oxidecomputer/omicron/pull/7973
    'is packed in a newer way': [changed(zip => zip.writeUInt16LE(93, listedAt(zip) + 10)), /method 93/],
    'is locked': [changed(zip => zip.writeUInt16LE(1, listedAt(zip) + 8)), /a\.json is locked with a password/],
    'points beyond its end': [changed(zip => zip.writeUInt32LE(0x7fffffff, listedAt(zip) + 42)), /damaged/],
    'tells of more files than there are': [changed(zip => zip.writeUInt16LE(60_000, zip.length - 12)), /60000 files/],
    'has a directory beyond its end': [changed(zip => zip.writeUInt32LE(0x7fffffff, zip.length - 10)), /damaged/],
  };
  for (const [name, [zip, words]] of Object.entries(refusals)) test(name, () => assert.throws(() => read(zip), words));
});

test('whatever bit of it is changed, it is read right or refused in words', () => {
  const small = zipOf({ 'a.json': 'the very text' });
  for (let bit = 0; bit < small.length * 8; bit += 1) {
    const zip = Buffer.from(small);
    const place = bit >> 3;
    zip[place] = (zip[place] ?? 0) ^ (1 << (bit & 7));
    try {
      for (const [, text] of read(zip)) assert.equal(text, 'the very text');
    } catch (error) {
      assert.ok(error instanceof Error && /^(?:The bundle|a\.json) /.test(error.message), String(error));
    }
  }
});

/** A zip of one file whose sizes and places are all told in the wide fields. */
function wide(data: Buffer): Buffer {
  const plain = Buffer.from(zipSync({ 'a.json': data }, { level: 0 }));
  const listed = listedAt(plain);
  const [local, entry] = [plain.subarray(0, listed), Buffer.from(plain.subarray(listed, listed + 46 + 6))];
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  [data.length, data.length, 0].forEach((value, at) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * at));
  for (const at of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, at);
  entry.writeUInt16LE(extra.length, 30);
  const directory = Buffer.concat([entry, extra]);
  const end = Buffer.alloc(56);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  [1, 1, directory.length, local.length].forEach((value, at) => end.writeBigUInt64LE(BigInt(value), 24 + 8 * at));
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(local.length + directory.length), 8);
  locator.writeUInt32LE(1, 16);
  const last = Buffer.from('PK\u0005\u0006'.padEnd(22, '\0'), 'latin1');
  for (const at of [8, 10]) last.writeUInt16LE(0xffff, at);
  for (const at of [12, 16]) last.writeUInt32LE(0xffffffff, at);
  return Buffer.concat([local, directory, end, locator, last]);
}
