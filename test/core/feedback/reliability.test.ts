import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { reliabilityOf } from '../../../src/core/feedback/reliability.ts';
import type { FeedbackEntry } from '../../../src/core/feedback/feedbackEntry.ts';
import { said } from './feedbackScene.ts';

const outcomes = (score: number | undefined, good: number, bad: number): readonly FeedbackEntry[] =>
  Array.from({ length: good + bad }, (_, index) => ({ at: index, ...said({ score, isHelpful: index < good }) }));

test('with one outcome less than two hundred nothing is said', () => {
  assert.equal(reliabilityOf(outcomes(0.9, 150, 49), 'explain'), undefined);
  assert.equal(reliabilityOf(outcomes(0.9, 150, 50), 'explain')?.of, 200);
});

test('only outcomes of the same task count, and only of answers that were judged', () => {
  const others = [
    ...outcomes(undefined, 300, 0),
    ...outcomes(0.9, 300, 0).map(each => ({ ...each, task: 'ask' as const })),
  ];
  assert.equal(reliabilityOf([...others, ...outcomes(0.9, 100, 0)], 'explain'), undefined);
});

test('each score has the share that was good, with one good and one bad more than there were', () => {
  const bands = reliabilityOf([...outcomes(0.6, 30, 68), ...outcomes(0.9, 116, 2)], 'explain')?.bands ?? [];
  assert.deepEqual(
    bands.map(({ score, of, expected }) => [score, of, expected]),
    [
      [0.6, 98, 0.31],
      [0.9, 118, 0.975],
    ],
  );
});

test('where everything was good, nothing is certain', () => {
  const [band] = reliabilityOf(outcomes(0.9, 200, 0), 'explain')?.bands ?? [];
  assert.ok(band && band.expected < 1 && band.low < band.expected && band.high === 1);
});

test('a higher score is never said to be worse than a lower one', () => {
  const groups = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), fc.nat(40)), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(groups, all => {
      const entries = [...all.flatMap(group => outcomes(...group)), ...outcomes(0.5, 100, 100)];
      const bands = reliabilityOf(entries, 'explain')?.bands ?? [];
      for (const [index, { expected, score }] of bands.entries()) {
        const before = bands[index - 1];
        assert.ok(before === undefined || (before.score < score && before.expected <= expected + 1e-12));
      }
    }),
    { numRuns: 100, seed: 19 },
  );
});
