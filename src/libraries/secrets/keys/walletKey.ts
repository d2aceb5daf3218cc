import { createHash } from 'node:crypto';

const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Is this a private key as Bitcoin's wallets export it (WIF)? Its last four bytes are a checksum, so hardly anything else is. */
export function isWalletKey(written: string): boolean {
  if (!/\d/.test(written) || !/[a-z]/.test(written)) return false;
  const bytes = bytesOf(written);
  if (bytes === undefined || (bytes.length !== 37 && bytes.length !== 38)) return false;
  const [body, sum] = [bytes.subarray(0, -4), bytes.subarray(-4)];
  return (body[0] === 0x80 || body[0] === 0xef) && sha256(sha256(body)).subarray(0, 4).equals(sum);
}

function bytesOf(written: string): Buffer | undefined {
  let number = 0n;
  for (const digit of written) {
    const value = digits.indexOf(digit);
    if (value < 0) return undefined;
    number = number * 58n + BigInt(value);
  }
  const hexadecimal = number.toString(16);
  return Buffer.from(hexadecimal.padStart(hexadecimal.length + (hexadecimal.length % 2), '0'), 'hex');
}
