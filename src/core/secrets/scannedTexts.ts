const maxTexts = 64;
const maxChars = 200_000;

/**
 * The last texts in which no secret was found, so that the parts that every prompt has in common, and those of a follow-up
 * question, are not searched again and again. A text with a secret in it is never kept.
 */
export class ScannedTexts {
  // By length, one of each: to find a new text of 4 KB by itself it would first have to be hashed, which takes 7 µs. That of
  // two texts as long as each other the later one is kept costs a search.
  readonly #texts = new Map<number, string>();
  #chars = 0;

  has(text: string): boolean {
    if (this.#texts.get(text.length) !== text) return false;
    this.#texts.delete(text.length);
    this.#texts.set(text.length, text); // so that those in use stand last
    return true;
  }

  add(text: string): void {
    if (text.length > maxChars / 4) return;
    if (!this.#texts.delete(text.length)) this.#chars += text.length;
    this.#texts.set(text.length, text);
    for (const length of this.#texts.keys()) {
      if (this.#texts.size <= maxTexts && this.#chars <= maxChars) return;
      this.#texts.delete(length);
      this.#chars -= length;
    }
  }
}
