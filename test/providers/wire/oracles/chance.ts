/** Numbers that look like chance and are always the same for a seed (mulberry32, public domain). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number in [0, below). */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('there is nothing to pick');
    return item;
  }

  /** Cuts a text or bytes into pieces at random, at most as long as `most`. */
  cut<Whole extends string | Uint8Array>(whole: Whole, most = 24): readonly Whole[] {
    const pieces: Whole[] = [];
    const longest = 1 + this.below(most);
    for (let at = 0; at < whole.length;) {
      const length = 1 + this.below(longest);
      pieces.push(whole.slice(at, at + length) as Whole);
      at += length;
    }
    return pieces;
  }
}
