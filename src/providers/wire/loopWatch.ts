/** Thrown when a model says the same line for ever (F140), or writes on past its length: what it wrote is its answer, cut off. */
export class Overlong extends Error {}

/** No text of any use says the same line so often in a row. */
const maxRepeats = 50;
/** A line longer than this is not compared: loops are short. */
const maxLineLength = 500;

/** Watches an answer being written for a line that is repeated without end. */
export class LoopWatch {
  #line = '';
  #last = '';
  #repeats = 0;

  /** Takes the next piece; true: the same line has now stood there fifty times in a row. */
  runsOn(piece: string): boolean {
    const [first = '', ...more] = piece.split('\n');
    this.#line = (this.#line + first).slice(0, maxLineLength);
    for (const next of more) {
      if (this.#endLine()) return true;
      this.#line = next.slice(0, maxLineLength);
    }
    return false;
  }

  #endLine(): boolean {
    const line = this.#line.trim();
    if (line === '') return false; // empty lines between the same lines change nothing
    this.#repeats = line === this.#last ? this.#repeats + 1 : 1;
    this.#last = line;
    return this.#repeats >= maxRepeats;
  }
}
