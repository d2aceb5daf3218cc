import type { AnswerEvent } from '../model/answerEvent.ts';
import type { Placeholders } from './placeholders.ts';
import type { Restorer } from './restorer.ts';
import { isFence } from './stretches.ts';

/** What restores the text events of an answer needs. */
export interface RestoreStreamParts {
  readonly placeholders: Placeholders;
  readonly restorer: Restorer;
  readonly emit: (event: AnswerEvent) => void;
}

/** So much of what stands before is looked at, characters: more than a statement. */
const lookBack = 12_000;
/** A line is held back no longer than this, characters. */
const longestHeld = 2_000;
/** So many lines with secrets are restored while they are written; what comes after is when the answer is whole. */
const mostRestored = 500;

/**
 * Restores text events. What may be the beginning of a placeholder is held back until it is clear what it is, and a line that
 * has one from there on until it is whole: what follows on it may make an address of it.
 */
export class RestoreStream {
  readonly #parts: RestoreStreamParts;
  /** What is looked at, from a line's beginning; up to `#given` it has been passed on. */
  #text = '';
  #given = 0;
  /** Does `#text` begin within a code block? */
  #isFenced = false;
  #restored = 0;

  constructor(parts: RestoreStreamParts) {
    this.#parts = parts;
  }

  hear(event: AnswerEvent): void {
    if (event.kind === 'restart') this.#begin();
    if (event.kind !== 'text') return this.#parts.emit(event);
    this.#text += event.text;
    this.#give(this.#certain());
    if (this.#given > lookBack + longestHeld) this.#forget();
  }

  /** Passes on what is held back: nothing more comes. */
  flush(): void {
    this.#give(this.#text.length);
    this.#begin();
  }

  #begin(): void {
    this.#text = '';
    this.#given = 0;
    this.#isFenced = false;
  }

  /** Up to where it is clear what to pass on. */
  #certain(): number {
    const { placeholders } = this.#parts;
    const pending = this.#text.slice(this.#given);
    const end = pending.length - placeholders.beginningAtEndOf(pending);
    const lineEnd = pending.lastIndexOf('\n', end - 1) + 1;
    const [open] = placeholders.placesIn(pending.slice(lineEnd, end));
    const isHeld = open && end - lineEnd - open.start <= longestHeld;
    return this.#given + (isHeld ? lineEnd + open.start : end);
  }

  #give(end: number): void {
    const piece = this.#text.slice(this.#given, end);
    if (piece === '') return;
    const holds =
      this.#restored < mostRestored && this.#parts.placeholders.placesIn(piece).length > 0 && !this.#isLongLine();
    if (holds) this.#restored += 1;
    this.#parts.emit({ kind: 'text', text: holds ? this.#restore(end) : piece });
    this.#given = end;
  }

  /** A line without an end would be looked at whole for each of its pieces: it waits for the whole answer. */
  #isLongLine(): boolean {
    return this.#given - this.#text.lastIndexOf('\n', this.#given) > lookBack;
  }

  /** The next piece, restored as a part of the text before it: what that holds comes to the same in both. */
  #restore(end: number): string {
    const { restorer } = this.#parts;
    const head = this.#isFenced ? '```\n' : '';
    const before = head + this.#text.slice(0, this.#given);
    const whole = restorer.restore(head + this.#text.slice(0, end), before.length);
    return whole.text;
  }

  /** Keeps of what was passed on as much as is looked at, from the beginning of a line. */
  #forget(): void {
    const from = this.#text.indexOf('\n', this.#given - lookBack) + 1;
    if (from <= 0 || from > this.#given) return;
    for (const line of this.#text.slice(0, from - 1).split('\n')) if (isFence(line)) this.#isFenced = !this.#isFenced;
    this.#text = this.#text.slice(from);
    this.#given -= from;
  }
}
