import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TargetPreview } from '../../../src/core/previewsOf.ts';
import type { RouteOption } from '../../../src/core/model/note.ts';
import { expectations } from '../../../src/interaction/asking/expectations.ts';
import { targetOf } from '../../support/scripted.ts';

const [one, two] = [targetOf('one'), targetOf('two')];

const preview = (
  target: TargetPreview['target'],
  expected: Partial<RouteOption>,
  more: Partial<TargetPreview> = {},
): TargetPreview => ({
  ...{ target, isReady: true, place: 0, messages: [], sections: [], tokens: 100, limit: undefined, tooLong: false },
  expected: { target: target.id, because: { code: 'chain' }, ...expected },
  ...more,
});

test('they stand in the order in which they would be asked', () => {
  const all = expectations([[preview(one, {}, { place: 1 }), preview(two, {})]], 1);
  assert.deepEqual(
    all.map(({ target }) => target.id),
    ['two', 'one'],
  );
});

test('of several requests cost and time are those of all, by the first and the last one', () => {
  const [all] = expectations(
    [[preview(one, { costUsd: 0.04, expectedMs: 4_000 })], [preview(one, { costUsd: 0.02, expectedMs: 2_000 })]],
    10,
  );
  assert.deepEqual([all?.option.costUsd, all?.option.expectedMs, all?.requests], [0.3, 30_000, 10]);
});

test('what is not known of one request is not known of all, and what costs nothing costs nothing', () => {
  const [all] = expectations([[preview(one, { costUsd: 0 })], [preview(one, { costUsd: 0, expectedMs: 2_000 })]], 3);
  assert.deepEqual([all?.option.costUsd, all?.option.expectedMs], [0, undefined]);
});

test('one request that does not fit, or is over the budget, is enough to say so', () => {
  const long = preview(one, {}, { tooLong: true, tokens: 9_000, limit: 8_000, overBudget: 'day' });
  const [all] = expectations([[preview(one, {})], [long]], 2);
  assert.deepEqual([all?.tooLong, all?.overBudget], [{ tokens: 9_000, limit: 8_000 }, 'day']);
});
