/** Where samples lie: in the middle, and at the end that few exceed. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
}

export const spread = (samples: readonly number[]): Spread => ({ p50: median(samples), p99: p99(samples) });

/** The value that half of the samples do not exceed. */
export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** The value that 95 of 100 samples do not exceed. */
export const p95 = (samples: readonly number[]): number => quantile(samples, 0.95);

/** The value that 99 of 100 samples do not exceed; with fewer than 100 it lies near the largest one. */
export const p99 = (samples: readonly number[]): number => quantile(samples, 0.99);

/** Linear between the two nearest ranks. Throws when there is no sample: nothing measured is no figure. */
function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const rank = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
  if (below === undefined || above === undefined) throw new Error('nothing was measured');
  return below + (above - below) * (rank % 1);
}

/** The value that 999 of 1 000 samples do not exceed; with fewer than 1 000 it lies near the largest one. */
export const p999 = (samples: readonly number[]): number => quantile(samples, 0.999);
