const size = 1 << 15;

/** The next of the numbers that stand for three characters each, case aside; different threes may share one. */
const next = (number: number, code: number): number => ((number << 5) ^ (code | 0x20)) & (size - 1);

/**
 * Says in one look at a text which of hundreds of words may stand in it, case aside: three characters at a time, each three
 * that begins a word is compared with that word. To look for every word by itself takes five times as long.
 */
export class WordFinder {
  /** By the number of their first three characters, the place in `#words`; 0: no word begins so. */
  readonly #places = new Uint16Array(size);
  readonly #words: string[][] = [[]];
  /** By the same place, the bits of the characters that may follow the first three. */
  readonly #fourths = new Int32Array(size);
  /** Of one or two characters. */
  readonly #short: readonly string[];

  /** `words`: in lower case, as far as they are of one or two characters. */
  constructor(words: readonly string[]) {
    this.#short = words.filter(word => word.length < 3);
    for (const word of new Set(words)) if (word.length >= 3) this.#add(word);
  }

  /** Never leaves out a word that stands in the text. `hear` is told of each of three characters or more, and where it begins, in order. */
  wordsIn(text: string, hear?: (word: string, start: number) => void): ReadonlySet<string> {
    const small = this.#short.length > 0 ? text.toLowerCase() : '';
    const found = new Set(this.#short.filter(word => small.includes(word)));
    for (const end of this.#endsIn(text)) {
      for (const word of this.#words[this.#places[numberAt(text, end)] ?? 0] ?? []) {
        if (!standsAt(text, end - 2, word)) continue;
        found.add(word);
        hear?.(word, end - 2);
      }
    }
    return found;
  }

  /** Where three characters end that may begin a word, with a fourth that goes with them. */
  #endsIn(text: string): readonly number[] {
    const [places, fourths] = [this.#places, this.#fourths];
    const ends: number[] = [];
    const units = unitsOf(text);
    let number = 0;
    for (let at = 0; at <= text.length; at += 1) {
      number = next(number, units[at] ?? 0);
      const place = places[number] ?? 0;
      if (place !== 0 && ((fourths[place] ?? 0) & bitOf(units[at + 1] ?? 0)) !== 0) ends.push(at);
    }
    return ends;
  }

  #add(word: string): void {
    const number = numberAt(word, 2);
    if (this.#places[number] === 0) this.#places[number] = this.#words.push([]) - 1;
    const place = this.#places[number] ?? 0;
    this.#words[place]?.push(word);
    const fourth = word.length > 3 ? bitOf(word.charCodeAt(3)) : -1;
    this.#fourths[place] = (this.#fourths[place] ?? 0) | fourth;
  }
}

/** The bit of a character, case aside; different ones may share it. */
const bitOf = (code: number): number => 1 << (code & 31);

const numberAt = (text: string, end: number): number =>
  next(next(next(0, text.charCodeAt(end - 2)), text.charCodeAt(end - 1)), text.charCodeAt(end));

const utf8 = new TextEncoder();
const shared = new Uint8Array(65_536);

/** The characters of a text, and a blank behind it, until those of the next one are asked for: in a list they are read in half the time. */
function unitsOf(text: string): Uint8Array | Uint16Array {
  const { length } = text;
  const { read = 0, written = 0 } = length < shared.length ? utf8.encodeInto(text, shared) : {};
  const isAscii = read === length && written === length;
  const units = isAscii ? shared : new Uint16Array(length + 1);
  if (!isAscii) for (let at = 0; at < length; at += 1) units[at] = text.charCodeAt(at);
  units[length] = 32;
  return units;
}

/** Case aside, and as far as one bit tells it: `_` may be another sign. */
function standsAt(text: string, start: number, word: string): boolean {
  if (start < 0) return false;
  for (let at = 0; at < word.length; at += 1) {
    if ((text.charCodeAt(start + at) | 0x20) !== (word.charCodeAt(at) | 0x20)) return false;
  }
  return true;
}
