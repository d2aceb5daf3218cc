/** Thrown when a model says the same line for ever (F140), or writes on past its length: what it wrote is its answer, cut off. */
export class Overlong extends Error {}

/** No text of any use says the same line so often in a row, unless the code that it is about does. */
const leastRepeats = 50;
/** A line longer than this is not compared: loops are short. */
const maxLineLength = 500;

/** Watches an answer being written for a line that is repeated without end. */
export class LoopWatch {
  #line = '';
  #last = '';
  #repeats = 0;
  readonly #most: number;

  /** `like`: code that the answer may repeat, a table of equal lines say. */
  constructor(like = '') {
    this.#most = Math.max(leastRepeats, 2 * mostRepeats(like));
  }

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
    return this.#repeats >= this.#most;
  }
}

/** How often a line stands in a row at most. */
function mostRepeats(code: string): number {
  let [most, repeats, last] = [0, 0, ''];
  for (const line of code.split('\n').map(each => each.trim())) {
    if (line === '') continue;
    repeats = line === last ? repeats + 1 : 1;
    last = line;
    most = Math.max(most, repeats);
  }
  return most;
}
