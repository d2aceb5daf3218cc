import { chanceOf } from '../../chaos/server/chance.ts';

/** Numbers that a seed decides, one after the other. */
export class Draws {
  readonly #seed: number;
  #drawn = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  readonly next = (): number => chanceOf(this.#seed, (this.#drawn += 1));

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  /** Of a normal distribution. */
  normal(mean: number, deviation: number): number {
    return mean + deviation * normalOf(this.next(), this.next());
  }

  /** Time until something happens that happens every `mean` on average. */
  wait(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }
}

/** Two even numbers in [0, 1) as one of the standard normal distribution. */
export const normalOf = (one: number, other: number): number =>
  Math.sqrt(-2 * Math.log(1 - one)) * Math.cos(2 * Math.PI * other);
