import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testResult } from '../../../src/interaction/tests/testResult.ts';

/** As VS Code 1.139 gives it: what holds tests has no state of its own. */
const item = (label: string, ownComputedState: number) => ({
  item: { extId: `probe\u0000${label}`, label },
  ownComputedState,
  computedState: 4,
  tasks: [{ state: ownComputedState, messages: [] }],
});

test('tests that passed, failed, could not be run and were skipped are counted, what holds them is not', () => {
  const items = [
    item('Probe', 0),
    item('a.test.ts', 0),
    item('one', 3),
    item('two', 4),
    item('three', 6),
    item('four', 5),
  ];
  assert.deepEqual(testResult({ id: '1', completedAt: 1, items }), { passed: 1, skipped: 1, failed: ['two', 'three'] });
});

// https://github.com/cmake-basis/BASIS/issues/114
test('a result in which no test was run is one, and none has passed', () => {
  for (const items of [[], [null, item('Probe', 0)], [item('one', 0), item('two', 1)]])
    assert.deepEqual(testResult({ items }), { passed: 0, skipped: 0, failed: [] });
});

test('what has another form is none', () => {
  for (const given of [undefined, null, 'done', [], {}, { items: 'x' }]) assert.equal(testResult(given), undefined);
});

test('one that failed without a name counts', () => {
  assert.deepEqual(testResult({ items: [{ ownComputedState: 4 }] })?.failed, ['']);
});
