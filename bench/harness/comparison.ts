import type { Row } from './bench.ts';
import { median, type Spread } from './statistics.ts';

/** The two sides of a contest, measured in the same process. */
export interface Pair {
  readonly steadfast: Spread;
  readonly baseline: Spread;
}

export interface Comparison {
  /** The median, over the processes, of the ratio of the medians. */
  readonly ratio: number;
  readonly row: Omit<Row, 'measure'>;
}

/** Sums up what several processes measured. Times differ between them, by the machine's mood; ratios should not. */
export function comparison(pairs: readonly Pair[], unit: string): Comparison {
  const ratios = pairs.map(({ steadfast, baseline }) => steadfast.p50 / baseline.p50);
  const show = (side: keyof Pair): string => {
    const of = (name: keyof Spread): string => median(pairs.map(pair => pair[side][name])).toFixed(2);
    return `${of('p50')} ${unit} (p99 ${of('p99')})`;
  };
  const ratio = median(ratios);
  const row = {
    steadfast: show('steadfast'),
    baseline: show('baseline'),
    ratio: ratio.toFixed(3),
    remark: `${pairs.length} processes, ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
  };
  return { ratio, row };
}
