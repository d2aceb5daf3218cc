/** A length as DER writes it, and where what it measures begins. */
interface DerLength {
  readonly length: number;
  readonly next: number;
}

const [integer, octets, objectId, sequence] = [0x02, 0x04, 0x06, 0x30];
/** Bytes: of the shortest private key in DER, Ed25519 without its algorithm, and of the longest that anybody writes. */
const [shortest, longest] = [40, 40_000];
/** Bytes that tell what it is, at most. */
export const headBytes = 24;

/**
 * How many bytes the private key has that begins with these bytes of DER: RSA and DSA (PKCS#1), any algorithm (PKCS#8, RFC
 * 5958, encrypted too), elliptic curves (SEC1, RFC 5915), or a PKCS#12 file. undefined: it is something else, as public
 * keys, certificates, requests and signatures are.
 */
export function privateDerLength(head: Uint8Array): number | undefined {
  if (head[0] !== sequence) return undefined;
  const { length, next } = lengthAt(head, 1);
  const whole = next + length;
  if (whole < shortest || whole > longest) return undefined;
  const isPrivate = head[next] === integer ? isVersionedKey(head, next) : isEncryptedKey(head, next);
  return isPrivate ? whole : undefined;
}

function isVersionedKey(head: Uint8Array, at: number): boolean {
  const [size, version = 0xff, tag] = head.subarray(at + 1, at + 4);
  if (size !== 1) return false;
  const inner = lengthAt(head, at + 4);
  if (tag === integer) return version === 0 && inner.length >= 0x20;
  if (tag === octets) return version === 1 && inner.length >= 0x14 && inner.length <= 0x42;
  return tag === sequence && (version <= 1 || version === 3) && head[inner.next] === objectId;
}

// PBES2 and the others of PKCS#5, and those of PKCS#12
const [ofPkcs5, ofPkcs12] = ['06092a864886f70d0105', '060a2a864886f70d010c01'];

function isEncryptedKey(head: Uint8Array, at: number): boolean {
  if (head[at] !== sequence) return false;
  const { next } = lengthAt(head, at + 1);
  const id = Array.from(head.subarray(next, next + 11), byte => byte.toString(16).padStart(2, '0')).join('');
  return [ofPkcs5, ofPkcs12].some(known => id.startsWith(known));
}

function lengthAt(bytes: Uint8Array, at: number): DerLength {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (first === 0x81) return { length: second, next: at + 2 };
  if (first === 0x82) return { length: second * 256 + third, next: at + 3 };
  return { length: first < 0x80 ? first : 0, next: at + 1 };
}
