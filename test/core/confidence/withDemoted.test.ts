import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confidenceOf } from '../../../src/core/confidence/assess.ts';
import { withDemoted } from '../../../src/core/confidence/withDemoted.ts';
import type { Sign } from '../../../src/core/model/answer.ts';

const sign = (weight: Sign['weight']): Sign => ({ code: 'much-shorter', weight, facts: { line: 2 } });
const demoted = new Map([['much-shorter', 9]]);

test('a doubt that was wrong too often is a fact, which says how many answers were used, and doubts nothing', () => {
  const signs = withDemoted([sign('soft')], demoted);
  assert.deepEqual(signs, [{ code: 'much-shorter', weight: 'fact', facts: { line: 2, used: 9 } }]);
  assert.equal(confidenceOf(signs, { whole: true }).score, 0.9);
});

test('a hard fact stays one', () => {
  assert.deepEqual(withDemoted([sign('hard')], demoted), [sign('hard')]);
});

test('what was never decided about stays as it is', () => {
  assert.deepEqual(withDemoted([sign('soft')], new Map([['elided', 9]])), [sign('soft')]);
});
