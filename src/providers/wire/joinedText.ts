/** From so many chunks on, each of which begins with all of the one before, a server is sure to send the whole each time. */
const fewestChunks = 3;
/** And with so much in them: a row of the same digits grows in the same way. */
const leastLength = 16;
const leastCharacters = 4;

/**
 * Joins the pieces of a text. Some servers send all of the text so far in each of them (QwenLM/qwen-code#3896): while every
 * piece begins with the one before, both may be meant, and both are kept in mind.
 */
export class JoinedText {
  /** What was joined before the pieces that grow. */
  #before = '';
  #last = '';
  /** The lengths of the pieces that grow, each of which begins `#last`. */
  #lengths: number[] = [];
  #isGrowing = true;

  /** The text, as far as it is known. */
  get text(): string {
    if (!this.#isGrowing) return this.#before;
    return this.#isCumulative ? this.#last : this.#sum();
  }

  get #isCumulative(): boolean {
    const { length } = this.#last;
    return this.#lengths.length >= fewestChunks && length >= leastLength && new Set(this.#last).size >= leastCharacters;
  }

  /** Takes the next piece and says what is new in it. */
  add(piece: string): string {
    if (!this.#isGrowing) {
      this.#before += piece;
      return piece;
    }
    if (this.#lengths.length === 0 || (piece.length > this.#last.length && piece.startsWith(this.#last))) {
      const { length } = this.#last;
      this.#lengths.push(piece.length);
      this.#last = piece;
      return piece.slice(length);
    }
    if (this.#isCumulative && piece === this.#last) return '';
    this.#before = `${this.text}${piece}`;
    this.#isGrowing = false;
    return piece;
  }

  /** What the pieces amount to where each is only what is new. */
  #sum(): string {
    return this.#lengths.map(length => this.#last.slice(0, length)).join('');
  }
}
