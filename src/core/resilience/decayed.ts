/** A mean in which what is older counts less: each half-life half as much. Of fixed size, however much is added. */
export class Decayed {
  readonly #halfLifeMs: number;
  #sum = 0;
  #weight = 0;
  #at = -Infinity;

  constructor(halfLifeMs: number) {
    this.#halfLifeMs = halfLifeMs;
  }

  /** `now`: monotonic ms; what comes from before the latest counts as of now. */
  add(value: number, now: number): void {
    const left = this.#leftAt(now);
    this.#sum = this.#sum * left + value;
    this.#weight = this.#weight * left + 1;
    this.#at = Math.max(this.#at, now);
  }

  /** undefined: nothing was added. */
  get mean(): number | undefined {
    return this.#weight === 0 ? undefined : this.#sum / this.#weight;
  }

  /** The mean as if so much weight of zeros stood beside it, which does not get older: few values are believed less, and old ones too. */
  meanWith(zeros: number, now: number): number {
    return this.meanBeside({ value: 0, weight: zeros }, now);
  }

  /** The same beside any value that is presumed. */
  meanBeside({ value, weight }: { readonly value: number; readonly weight: number }, now: number): number {
    const left = this.#leftAt(now);
    return (this.#sum * left + value * weight) / (this.#weight * left + weight);
  }

  #leftAt(now: number): number {
    return 0.5 ** (Math.max(0, now - this.#at) / this.#halfLifeMs);
  }
}
