import assert from 'node:assert/strict';
import { test } from 'node:test';
import { circuitSpans } from '../../../../src/interaction/dashboard/charts/circuitLanes.ts';
import { circuit } from '../../../support/journal/journalEntries.ts';

const minuteMs = 60_000;
const spans = (given: Partial<Parameters<typeof circuitSpans>[0]>) =>
  circuitSpans({
    circuits: [circuit(100 * minuteMs)],
    points: [],
    circuitOf: () => 'closed',
    from: 0,
    to: 200 * minuteMs,
    ...given,
  }).map(({ from, to }) => [from / minuteMs, to / minuteMs]);

test('a circuit that is open now is open up to now', () => {
  assert.deepEqual(spans({ circuitOf: () => 'open' }), [[100, 200]]);
});

test('one whose end no window has seen ends with the next answer, and after five minutes at the latest', () => {
  assert.deepEqual(spans({ points: [{ at: 102 * minuteMs, tookMs: 1, went: 'first', by: 'one/a' }] }), [[100, 102]]);
  assert.deepEqual(spans({ points: [{ at: 102 * minuteMs, tookMs: 1, went: 'memory', by: 'one/a' }] }), [[100, 105]]);
  assert.deepEqual(spans({}), [[100, 105]]);
});

test('one that was opened before the time that is looked at is open from its beginning', () => {
  assert.deepEqual(spans({ from: 101 * minuteMs, circuitOf: () => 'open' }), [[101, 200]]);
  assert.deepEqual(spans({ from: 150 * minuteMs }), []);
});
