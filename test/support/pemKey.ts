/** The lines of a key in armour, as long as one of so many bits; nobody's: drawn from a counter, so that it is always the same. */
export function pemKey(bits: 2048 | 4096, kind = 'RSA PRIVATE KEY'): readonly string[] {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let state = bits;
  const next = (): string => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return alphabet.charAt((state >>> 16) % alphabet.length);
  };
  const length = bits === 4096 ? 50 : 25;
  const body = Array.from({ length }, (_, at) => Array.from({ length: at < length - 1 ? 64 : 24 }, next).join(''));
  return [`-----BEGIN ${kind}-----`, ...body, `-----END ${kind}-----`];
}
