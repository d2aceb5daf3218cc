/** Nothing that is read here nests deeper; it could only be meant to exhaust the reader. */
const maxDepth = 64;
/** Shorter texts cannot nest deep enough to hurt anyone, so they are not measured. */
const measuredFromLength = 1024;
/** What a server says has a few hundred; so many names, all different, take 10 ms. */
const valuesOfDocument = 20_000;
/** A long list, of models or of answers that are kept, has some ten thousand. */
export const valuesOfList = 100_000;

/** What JSON.parse makes of a text; undefined when it is no JSON, nests deeper than 64, or holds more than `mostValues` values. */
export function parseJson(text: string, mostValues = valuesOfDocument): unknown {
  if (text.length >= measuredFromLength && !isModest(text, mostValues)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON is an expected answer here, and the SyntaxError would quote the text
  }
}

/** Known without parsing, which is what would take long; the bytes of a text are looked at in a tenth of the time that its units take. */
function isModest(text: string, mostValues: number): boolean {
  let [depth, values, isString, next] = [0, 0, false, 0];
  for (let from = 0; from < text.length; from += pieceLength) {
    const { written } = utf8.encodeInto(text.slice(from, from + pieceLength), bytes);
    for (; next < written; next += 1) {
      const kind = kinds[bytes[next] ?? 0] ?? stray;
      if (isString) {
        if (kind === quote) isString = false;
        else if (kind === backslash) next += 1;
      } else if (kind !== passedOver) {
        if (kind === quote) isString = true;
        else if (kind === closing) depth -= 1;
        else values += 1;
        if (kind === opening) depth += 1;
        if (kind >= backslash || depth > maxDepth || values > mostValues) return false;
      }
    }
    next -= written;
  }
  return true;
}

const utf8 = new TextEncoder();
const pieceLength = 16_384;
/** A unit of UTF-16 takes at most three. */
const bytes = new Uint8Array(3 * pieceLength);

/** What a byte means outside of texts. */
const passedOver = 0;
const quote = 1;
const comma = 2;
const opening = 3;
const closing = 4;
const backslash = 5;
const stray = 6;
const kinds = new Uint8Array(256).fill(stray);
for (const [kind, characters] of [
  [passedOver, ' \t\r\n:0123456789+-.eEtrufalsn'],
  [quote, '"'],
  [comma, ','],
  [opening, '[{'],
  [closing, ']}'],
  [backslash, '\\'],
] as const)
  for (const character of characters) kinds[character.charCodeAt(0)] = kind;
