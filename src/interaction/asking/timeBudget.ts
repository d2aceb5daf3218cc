/** What several things together may take: whatever comes later is not waited for. */
export class TimeBudget {
  readonly #over: Promise<undefined>;
  #until: number;

  /** Begins now. */
  constructor(ms: number) {
    this.#until = performance.now() + ms;
    this.#over = new Promise(resolve => {
      const end = (): void => {
        this.#until = 0; // a timer may be due a moment before its time
        resolve(undefined);
      };
      setTimeout(end, ms).unref();
    });
  }

  /** What is left of it, ms. */
  get leftMs(): number {
    return Math.max(0, this.#until - performance.now());
  }

  /** What comes of the work; undefined: it is late, or failed. */
  within<T>(work: PromiseLike<T>): Promise<T | undefined> {
    const done = Promise.resolve(work).catch(() => undefined); // who fails is one who does not know
    return Promise.race([done, this.#over]);
  }
}
