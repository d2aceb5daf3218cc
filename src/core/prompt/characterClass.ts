/**
 * What a tokenizer's splitting rule takes a UTF-16 unit for. The order matters: from `digit` on it belongs to words and
 * numbers, from `lower` on it is a letter, from `upper` on a capital.
 */
export const characterClass = {
  punctuation: 0,
  symbol: 1, // beyond ASCII: quotes, arrows, halves of emoji
  newline: 2,
  space: 3,
  otherSpace: 4,
  digit: 5,
  lower: 6,
  accented: 7,
  cyrillic: 8, // Greek too: the two other scripts that have capitals
  han: 9,
  kana: 10,
  hangul: 11,
  other: 12,
  upper: 13,
  accentedUpper: 14,
  cyrillicUpper: 15,
} as const;

const { punctuation, symbol, newline, space, otherSpace, digit, lower, upper, accented } = characterClass;
const { accentedUpper, cyrillic, cyrillicUpper, han, kana, hangul, other } = characterClass;

/** Where each class begins, up to where the next one does; coarse where scripts mix letters and signs. */
const ranges: readonly (readonly [from: number, kind: number])[] = [
  [0x80, symbol],
  [0xa0, otherSpace],
  [0xa1, symbol],
  [0xaa, accented],
  [0xab, symbol],
  [0xc0, accentedUpper],
  [0xdf, accented],
  [0x370, cyrillic],
  [0x386, cyrillicUpper],
  [0x3ac, cyrillic],
  [0x400, cyrillicUpper],
  [0x430, cyrillic],
  [0x530, other],
  [0x1e00, accented],
  [0x1f00, cyrillic],
  [0x2000, otherSpace],
  [0x200b, symbol],
  [0x2028, otherSpace],
  [0x202a, symbol],
  [0x202f, otherSpace],
  [0x2030, symbol],
  [0x2c00, other],
  [0x2e00, symbol],
  [0x3000, otherSpace],
  [0x3001, symbol],
  [0x3040, kana],
  [0x3100, other],
  [0x3200, symbol],
  [0x3400, han],
  [0xa000, other],
  [0xac00, hangul],
  [0xd7b0, other],
  [0xd800, symbol],
  [0xf900, han],
  [0xfb00, other],
  [0xfe00, symbol],
  [0xfe70, other],
  [0xff00, symbol],
  [0xff10, digit],
  [0xff1a, symbol],
  [0xff21, accented],
  [0xff5b, symbol],
  [0xff66, kana],
  [0xffa0, hangul],
  [0xffdd, symbol],
];

/** The class of each UTF-16 unit, 64 KB. */
export const characterClasses = make();

function make(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(punctuation);
  for (const [from, kind] of ranges) classes.fill(kind, from);
  for (let code = 0; code < 0x80; code += 1) classes[code] = classOfAscii(String.fromCharCode(code));
  return classes;
}

function classOfAscii(character: string): number {
  if (/[a-z]/.test(character)) return lower;
  if (/[A-Z]/.test(character)) return upper;
  if (/[0-9]/.test(character)) return digit;
  if (/[\r\n]/.test(character)) return newline;
  if (character === ' ') return space;
  return /\s/.test(character) ? otherSpace : punctuation;
}
