const maxTexts = 64;
const maxChars = 200_000;

/**
 * The last texts in which no secret was found, so that the parts that every prompt has in common, and those of a follow-up
 * question, are not searched again and again. A text with a secret in it is never kept.
 */
export class CleanTexts {
  readonly #texts = new Set<string>();
  #chars = 0;

  has(text: string): boolean {
    if (!this.#texts.delete(text)) return false;
    this.#texts.add(text); // so that those in use stand last
    return true;
  }

  add(text: string): void {
    if (text.length > maxChars / 4 || this.has(text)) return;
    this.#texts.add(text);
    this.#chars += text.length;
    for (const oldest of this.#texts) {
      if (this.#texts.size <= maxTexts && this.#chars <= maxChars) return;
      this.#texts.delete(oldest);
      this.#chars -= oldest.length;
    }
  }
}
