/** Of how many steps: from 10 ms to ten minutes, each a sixth longer than the one before. */
const cells = 72;
const shortestMs = 10;
const ratio = 60_000 ** (1 / (cells - 2)); // from `shortestMs` to 60 000 times that
const logRatio = Math.log(ratio);
/** So many are kept as they came: most quarters of an hour have no more. */
const few = 64;

/**
 * How long things took, in a fixed number of steps: at most 288 bytes however many there were. What it says of a quantile is at most
 * 9 % off between 10 ms and ten minutes.
 */
export class Histogram {
  /** The steps of the first ones, a character each: a short string takes a quarter of what an array of bytes does. */
  #first = '';
  /** How many there are of each step, once there are too many to keep. */
  #counts: Uint32Array | undefined;
  #count = 0;

  /** How many times were added. */
  get count(): number {
    return this.#count;
  }

  add(ms: number): void {
    if (!Number.isFinite(ms) || ms < 0) return;
    const cell = ms <= shortestMs ? 0 : Math.min(cells - 1, 1 + Math.floor(Math.log(ms / shortestMs) / logRatio));
    if (this.#counts === undefined && this.#count < few) this.#first = flat(this.#first, cell);
    else this.#addAt(this.#counted(), cell, 1);
    this.#count += 1;
  }

  /** Adds all that another one holds. */
  merge(other: Histogram): void {
    if (other.#count === 0) return;
    const counts = this.#counted();
    for (const cell of stepsOf(other.#first)) this.#addAt(counts, cell, 1);
    for (const [cell, count] of (other.#counts ?? []).entries()) this.#addAt(counts, cell, count);
    this.#count += other.#count;
  }

  /** Within this time a share of them, in (0, 1], was done, ms; undefined: there were none. */
  quantile(share: number): number | undefined {
    const wanted = Math.max(1, Math.ceil(share * this.#count));
    const cell = this.#counts
      ? cellOf(wanted, this.#counts)
      : stepsOf(this.#first).sort((one, next) => one - next)[wanted - 1];
    if (cell === undefined) return undefined;
    return cell === 0 ? shortestMs : shortestMs * ratio ** (cell - 0.5); // the middle of its step
  }

  /** From now on only how many there are of each step is known. */
  #counted(): Uint32Array {
    if (this.#counts) return this.#counts;
    const counts = new Uint32Array(cells);
    for (const cell of stepsOf(this.#first)) this.#addAt(counts, cell, 1);
    this.#first = '';
    this.#counts = counts;
    return counts;
  }

  #addAt(counts: Uint32Array, cell: number, count: number): void {
    counts[cell] = (counts[cell] ?? 0) + count;
  }
}

const stepsOf = (text: string): number[] => Array.from(text, step => step.charCodeAt(0));

/** Made anew, for text that is added to text is kept as a tree of its pieces, which takes more than the array would. */
const flat = (text: string, step: number): string => String.fromCharCode(...stepsOf(text), step);

/** The step of the so-manieth, the shortest being the first. */
function cellOf(wanted: number, counts: Uint32Array): number | undefined {
  let seen = 0;
  for (const [cell, count] of counts.entries()) {
    seen += count;
    if (seen >= wanted) return cell;
  }
  return undefined;
}
