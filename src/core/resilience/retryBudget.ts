/** Retries beyond a quarter of the requests that a destination may get at once. */
const burst = 10;
/** What each first request adds: at 20 % faults a tenth was measured to be too little. */
const perRequest = 0.25;

/**
 * How many retries one destination may still get: a quarter of its requests and ten more, so that a failing server never
 * sees many times the load that a healthy one sees (Google SRE book, "Handling Overload": per-client retry budget).
 */
export class RetryBudget {
  #left = burst;

  /** A question asks this destination for the first time. */
  deposit(): void {
    this.#left = Math.min(burst, this.#left + perRequest);
  }

  /** Takes one retry, if one is left. */
  withdraw(): boolean {
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  /** The user wants this destination asked again. */
  refill(): void {
    this.#left = burst;
  }
}
