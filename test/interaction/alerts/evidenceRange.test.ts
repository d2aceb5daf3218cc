import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceRange } from '../../../src/interaction/alerts/evidenceRange.ts';

const at = (hour: number, minute: number): number => new Date(2026, 10, 30, hour, minute).getTime();

test('what the latest quarter of an hour has shown is seen in the questions of today', () => {
  assert.equal(evidenceRange({ alert: 'fallbacks', at: at(15, 0) }), 'today');
});

test('soon after midnight a part of it is of yesterday, and is shown too', () => {
  const ranges = [at(0, 5), at(0, 15)].map(each => evidenceRange({ alert: 'slow', at: each }));
  assert.deepEqual(ranges, ['week', 'today']);
});

test('the pace of a month is seen in the month', () => {
  assert.equal(evidenceRange({ alert: 'spend-pace', at: at(15, 0) }), 'month');
});
