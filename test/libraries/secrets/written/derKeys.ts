import fc from 'fast-check';

/** Drawn bytes, so many. */
export const drawnBytes = (length: number): fc.Arbitrary<Buffer> =>
  fc.noBias(fc.uint8Array({ minLength: length, maxLength: length })).map(drawn => Buffer.from(drawn));

const lengthOf = (size: number): readonly number[] =>
  size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
/** One value in DER. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body]);
};
const hex = (written: string): Buffer => Buffer.from(written, 'hex');
const [sequence, integer, octets, bits] = [0x30, 0x02, 0x04, 0x03];
const version = (number: number): Buffer => der(integer, Buffer.from([number]));
const positive = (value: Buffer): Buffer => der(integer, Buffer.from([0]), value);
const rsa = hex('06092a864886f70d0101010500');

const rsaNumbers = fc
  .constantFrom(64, 128, 256)
  .chain(size => fc.tuple(drawnBytes(size), drawnBytes(size), drawnBytes(size / 2)));
const pkcs1 = rsaNumbers.map(([modulus, exponent, prime]) =>
  der(
    sequence,
    version(0),
    positive(modulus),
    der(integer, hex('010001')),
    ...[exponent, prime, prime, prime].map(positive),
  ),
);
const sec1 = fc
  .constantFrom(32, 48, 66)
  .chain(size =>
    fc
      .tuple(drawnBytes(size), drawnBytes(2 * size))
      .map(([secret, point]) =>
        der(sequence, version(1), der(octets, secret), der(0xa1, der(bits, hex('0004'), point))),
      ),
  );

/** Private keys as DER has them, their numbers drawn. */
export const privateKeys: Readonly<Record<string, fc.Arbitrary<Buffer>>> = {
  'PKCS#1': pkcs1,
  SEC1: sec1,
  'PKCS#8, RSA': pkcs1.map(key => der(sequence, version(0), der(sequence, rsa), der(octets, key))),
  'PKCS#8, elliptic curve': sec1.map(key =>
    der(sequence, version(0), der(sequence, hex('06072a8648ce3d020106082a8648ce3d030107')), der(octets, key)),
  ),
  'PKCS#8, Ed25519': drawnBytes(32).map(seed =>
    der(sequence, version(0), der(sequence, hex('06032b6570')), der(octets, der(octets, seed))),
  ),
  'PKCS#8, encrypted': drawnBytes(320).map(body =>
    der(sequence, der(sequence, hex('06092a864886f70d01050d'), der(sequence, body.subarray(0, 60))), der(octets, body)),
  ),
  'PKCS#12': drawnBytes(600).map(body =>
    der(sequence, version(3), der(sequence, hex('06092a864886f70d010701'), der(0xa0, der(octets, body)))),
  ),
};

/** What everybody may know, in the same DER: public keys, a certificate's beginning, a signature. */
export const publicKeys: Readonly<Record<string, fc.Arbitrary<Buffer>>> = {
  'RSA, PKCS#1': drawnBytes(256).map(modulus => der(sequence, positive(modulus), der(integer, hex('010001')))),
  'RSA, SPKI': drawnBytes(256).map(modulus =>
    der(sequence, der(sequence, rsa), der(bits, hex('00'), der(sequence, positive(modulus)))),
  ),
  'Ed25519, SPKI': drawnBytes(32).map(point =>
    der(sequence, der(sequence, hex('06032b6570')), der(bits, hex('00'), point)),
  ),
  certificate: drawnBytes(500).map(body =>
    der(sequence, der(sequence, der(0xa0, version(2)), positive(body.subarray(0, 8)), body), der(sequence, rsa)),
  ),
  request: drawnBytes(300).map(body =>
    der(sequence, der(sequence, version(0), der(sequence, body)), der(sequence, rsa)),
  ),
  signature: fc.tuple(drawnBytes(32), drawnBytes(32)).map(both => der(sequence, ...both.map(positive))),
};
