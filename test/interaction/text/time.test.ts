import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration, waitTime, waitTimeHoldsMs } from '../../../src/interaction/text/time.ts';

test('a duration is said in the unit that fits it', () => {
  const said = [-1, 0, 49, 340, 1_000, 9_949, 9_950, 12_300, 99_499, 99_500, 3_600_000, 7_200_000, 86_400_000 * 3];
  assert.deepEqual(said.map(duration), [
    '0 s',
    '0 s',
    '0 s',
    '0.3 s',
    '1 s',
    '9.9 s',
    '10 s',
    '12 s',
    '99 s',
    '2 min',
    '60 min',
    '2 h',
    '3 d',
  ]);
});

test('a wait is never said too short', () => {
  const said = [1, 4_100, 5_001, 20_000, 20_001, 95_000, 95_001, 3_599_000];
  assert.deepEqual(said.map(waitTime), ['1 s', '5 s', '10 s', '20 s', '25 s', '95 s', '2 min', '60 min']);
});

test('what a wait says stays true exactly as long as it claims', () => {
  for (let waitMs = 1; waitMs < 300_000; waitMs += 977) {
    const holdsMs = waitTimeHoldsMs(waitMs);
    assert.equal(waitTime(waitMs - holdsMs + 1), waitTime(waitMs), `${waitMs} ms`);
    assert.notEqual(waitTime(waitMs - holdsMs), waitTime(waitMs), `${waitMs} ms`);
  }
});
