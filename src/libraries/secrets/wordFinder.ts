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
  /** Of one or two characters. */
  readonly #short: readonly string[];

  /** `words`: in lower case, as far as they are of one or two characters. */
  constructor(words: readonly string[]) {
    this.#short = words.filter(word => word.length < 3);
    for (const word of new Set(words)) if (word.length >= 3) this.#add(word);
  }

  /** Never leaves out a word that stands in the text. */
  wordsIn(text: string): ReadonlySet<string> {
    const small = this.#short.length > 0 ? text.toLowerCase() : '';
    const found = new Set(this.#short.filter(word => small.includes(word)));
    const places = this.#places;
    let number = 0;
    for (let at = 0; at < text.length; at += 1) {
      number = next(number, text.charCodeAt(at));
      const place = places[number] ?? 0;
      if (place !== 0) for (const word of this.#words[place] ?? []) if (standsAt(text, at - 2, word)) found.add(word);
    }
    return found;
  }

  #add(word: string): void {
    let number = 0;
    for (let at = 0; at < 3; at += 1) number = next(number, word.charCodeAt(at));
    if (this.#places[number] === 0) this.#places[number] = this.#words.push([]) - 1;
    this.#words[this.#places[number] ?? 0]?.push(word);
  }
}

/** Case aside, and as far as one bit tells it: `_` may be another sign. */
function standsAt(text: string, start: number, word: string): boolean {
  if (start < 0) return false;
  for (let at = 0; at < word.length; at += 1) {
    if ((text.charCodeAt(start + at) | 0x20) !== (word.charCodeAt(at) | 0x20)) return false;
  }
  return true;
}
