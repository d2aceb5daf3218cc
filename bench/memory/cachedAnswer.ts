import type { Figures } from '../harness/bench.ts';
import { middle, ratioOf, runs, scatter } from './runs.ts';

const least = 'digest and lru-cache';
const ours = ['Steadfast', 'with secrets looked for', 'the cache layer alone'];
const theirs = [least, 'digest of JSON and lru-cache'];

/** P6: what an answer from memory costs end to end, beside a digest and a look into an lru-cache. */
export async function cachedAnswer(): Promise<Figures> {
  const found = await runs(5, 'answers');
  return {
    rows: [...ours, ...theirs].map(name => {
      const value = `${middle(found, name).toFixed(2)} µs`;
      return {
        measure: `answer from memory, 4 KB prompt: ${name}`,
        steadfast: ours.includes(name) ? value : '',
        baseline: ours.includes(name) ? '' : value,
        ratio: ratioOf(found, name, least).toFixed(2),
        remark: `to ${least}; ${scatter(found, name, least)}`,
      };
    }),
    goals: [
      { name: 'P6 answer from memory / digest and lru-cache', value: ratioOf(found, 'Steadfast', least), limit: 1.5 },
    ],
  };
}
