import {
  answerMarkLength,
  behindUnopenedEnd,
  longestUnopenedEnd,
  thoughtsAt,
  unopenedEnd,
  type IsMeant,
} from '../../core/thoughts/thoughts.ts';

/** What may yet become the mark with which thoughts begin. */
const mayBegin = /^(?:[<[◁][\w:]{0,32}|<\|[\w|<>]{0,63}|<\|channel\|>[a-z]{1,12} [^<\n]{0,80}(?:<\|?\w{0,9}\|?)?)$/;

/** Most characters that are held back until thoughts end that may be none. */
const mostHeldBack = 64 * 1024;
/** Of marks that end nothing so many are looked at: an answer may speak of them. */
const mostMarks = 8;

/** What is to be told of a piece: the text to be shown, and whether thoughts went on. */
export interface ToldPiece {
  readonly text: string;
  readonly hasThoughts: boolean;
}

/** Keeps the thoughts before an answer from being shown as its text while it is written. */
export class ShownText {
  readonly #isMeant: IsMeant;
  readonly #expectsUnopened: boolean;
  #state: 'start' | 'thoughts' | 'unopened' | 'text' = 'start';
  /** What cannot be told yet: the beginning of a mark, or of its end. */
  #held = '';
  #closing = '';
  #hasThought = false;
  /** The last characters of unopened thoughts, in which a mark may have begun. */
  #tail = '';
  #marks = 0;

  /**
   * `isMeant`: is the question about such a mark? Then it is text. `expectsUnopened`: an answer that no mark opens is held back
   * until a mark ends its thoughts.
   */
  constructor(isMeant: IsMeant, expectsUnopened = false) {
    this.#isMeant = isMeant;
    this.#expectsUnopened = expectsUnopened;
  }

  /** Is all of the answer held back still? If it ends so, all of it is to be told. */
  get isHeldBack(): boolean {
    return this.#state === 'unopened';
  }

  /** Takes the next piece. */
  take(piece: string): ToldPiece {
    if (this.#state === 'text') return { text: piece, hasThoughts: false };
    this.#held += piece;
    if (this.#state === 'unopened') return this.#holdBack(piece);
    return this.#tellFromStart();
  }

  #tellFromStart(): ToldPiece {
    let hasThoughts = false;
    for (;;) {
      if (this.#state === 'start' && !this.#begin()) break;
      hasThoughts = true;
      if (!this.#end()) return { text: '', hasThoughts };
    }
    const begun = this.#held.trimStart();
    if (begun === '' && !this.#hasThought) return { text: this.#release(), hasThoughts };
    if (begun === '' || mayBegin.test(begun)) return { text: '', hasThoughts };
    if (this.#expectsUnopened && !this.#hasThought) {
      this.#state = 'unopened';
      return this.#holdBack(this.#held);
    }
    const mark = this.#hasThought ? answerMarkLength(begun) : 0;
    this.#state = 'text';
    const text = this.#release();
    return { text: mark > 0 ? begun.slice(mark) : text, hasThoughts };
  }

  /** Only where a mark may have come all that is held is looked at: it comes in thousands of pieces. */
  #holdBack(piece: string): ToldPiece {
    const looked = this.#tail + piece;
    const behind = behindUnopenedEnd(looked);
    this.#tail = looked.slice(Math.max(0, behind, looked.length - longestUnopenedEnd));
    const end = behind >= 0 ? unopenedEnd(this.#held, this.#isMeant) : 0;
    if (end > 0) {
      this.#held = this.#held.slice(end).trimStart();
      this.#hasThought = true;
      this.#state = 'start';
      return { ...this.#tellFromStart(), hasThoughts: true };
    }
    if (behind >= 0) this.#marks += 1;
    if (this.#held.length <= mostHeldBack && this.#marks <= mostMarks)
      return { text: '', hasThoughts: piece.trim() !== '' };
    this.#state = 'text';
    return { text: this.#release(), hasThoughts: false };
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
