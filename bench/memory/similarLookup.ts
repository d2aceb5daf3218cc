import { canonicalQuestion } from '../../src/core/cache/canonicalQuestion.ts';
import { adversarialCode, adversarialPairs } from '../../test/core/cache/adversarialPairs.ts';
import { tuning, unseen } from '../../test/core/cache/paraphrases.ts';
import type { Figures } from '../harness/bench.ts';
import { middle, ratioOf, runs, scatter } from './runs.ts';

const sides = ['Steadfast', 'the look-up alone', 'minisearch'];

/** P12: how long it takes to find the answer to a similar question among 10 000; and how many of those that are similar it finds. */
export async function similarLookup(): Promise<Figures> {
  const found = await runs(3, 'similar');
  const times = sides.map(name => {
    const value = `${middle(found, name).toFixed(1)} µs`;
    return {
      measure: `similar answer among 10 000: ${name}`,
      steadfast: name === 'minisearch' ? '' : value,
      baseline: name === 'minisearch' ? value : '',
      ratio: ratioOf(found, name, 'minisearch').toPrecision(2),
      remark: scatter(found, name, 'minisearch'),
    };
  });
  const falseHits = adversarialPairs.filter(areOne).length;
  const recall = (pairs: typeof tuning): string => `${pairs.filter(areOne).length} of ${pairs.length}`;
  return {
    rows: [
      ...times,
      { measure: 'paraphrases found, those tuned to', steadfast: recall(tuning) },
      { measure: 'paraphrases found, those never looked at', steadfast: recall(unseen) },
      {
        measure: 'false hits',
        steadfast: `${falseHits} of ${adversarialPairs.length}`,
        remark: `pairs of questions that look alike; the ${adversarialCode.length} of code are in the tests`,
      },
    ],
    goals: [
      {
        name: 'P12 similar answer among 10 000 / minisearch',
        value: ratioOf(found, 'Steadfast', 'minisearch'),
        limit: 0.01,
      },
      { name: 'P12 false hits of similar answers', value: falseHits, limit: 0 },
      { name: 'P12 paraphrases missed, of 50 never looked at', value: 50 - unseen.filter(areOne).length, limit: 20 },
    ],
  };
}

/** Would they have one answer, asked of the same code? */
const areOne = ([one, other]: readonly [string, string]): boolean =>
  canonicalQuestion(one).meaning === canonicalQuestion(other).meaning;
