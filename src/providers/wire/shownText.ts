import { answerMarkLength, thoughtsAt, type IsMeant } from '../../core/thoughts/thoughts.ts';

/** What may yet become the mark with which thoughts begin. */
const mayBegin = /^(?:[<[◁][\w:]{0,32}|<\|[\w|<>]{0,63}|<\|channel\|>[a-z]{1,12} [^<\n]{0,80}(?:<\|?\w{0,9}\|?)?)$/;

/** What is to be told of a piece: the text to be shown, and whether thoughts went on. */
export interface ToldPiece {
  readonly text: string;
  readonly hasThoughts: boolean;
}

/** Keeps the thoughts before an answer from being shown as its text while it is written. */
export class ShownText {
  readonly #isMeant: IsMeant;
  #state: 'start' | 'thoughts' | 'text' = 'start';
  /** What cannot be told yet: the beginning of a mark, or of its end. */
  #held = '';
  #closing = '';
  #hasThought = false;

  /** `isMeant`: is the question about such a mark? Then it is text. */
  constructor(isMeant: IsMeant) {
    this.#isMeant = isMeant;
  }

  /** Takes the next piece. */
  take(piece: string): ToldPiece {
    if (this.#state === 'text') return { text: piece, hasThoughts: false };
    this.#held += piece;
    let hasThoughts = false;
    for (;;) {
      if (this.#state === 'start' && !this.#begin()) break;
      hasThoughts = true;
      if (!this.#end()) return { text: '', hasThoughts };
    }
    const begun = this.#held.trimStart();
    if (begun === '' && !this.#hasThought) return { text: this.#release(), hasThoughts };
    if (begun === '' || mayBegin.test(begun)) return { text: '', hasThoughts };
    const mark = this.#hasThought ? answerMarkLength(begun) : 0;
    this.#state = 'text';
    const text = this.#release();
    return { text: mark > 0 ? begun.slice(mark) : text, hasThoughts };
  }

  #release(): string {
    const text = this.#held;
    this.#held = '';
    return text;
  }

  /** Do thoughts begin here? */
  #begin(): boolean {
    const text = this.#held.trimStart();
    const found = thoughtsAt(text, 0);
    if (!found || this.#isMeant(found.opening)) return false;
    this.#state = 'thoughts';
    this.#hasThought = true;
    this.#closing = found.closing;
    this.#held = text.slice(found.opening.length);
    return true;
  }

  /** Do they end here? */
  #end(): boolean {
    const at = this.#held.indexOf(this.#closing);
    this.#held =
      at < 0 ? this.#held.slice(1 - this.#closing.length) : this.#held.slice(at + this.#closing.length).trimStart();
    if (at >= 0) this.#state = 'start';
    return at >= 0;
  }
}
