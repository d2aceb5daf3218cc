import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecentEntries } from '../../../../src/interaction/dashboard/sums/recentEntries.ts';
import { maxPoints } from '../../../../src/shared/dashboardProtocol.ts';
import { circuit, fallback, question } from '../../../support/journal/journalEntries.ts';

const filled = (entries: Iterable<Parameters<RecentEntries['add']>[0]>): RecentEntries => {
  const recent = new RecentEntries();
  for (const entry of entries) recent.add(entry);
  return recent;
};

test('entries of several windows come in the order of time', () => {
  const recent = filled([question(30), question(20), circuit(25), question(10), circuit(5)]);
  assert.deepEqual(
    recent.points(0, 30).map(({ at }) => at),
    [10, 20],
  );
  assert.deepEqual(
    recent.circuits(30).map(({ at }) => at),
    [5, 25],
  );
});

test('the latest are kept, and it is known since when they are all of them', () => {
  const recent = filled(Array.from({ length: 2 * maxPoints }, (_, at) => question(at)));
  assert.equal(recent.points(0, Infinity).length, maxPoints);
  assert.deepEqual([recent.isWholeSince(maxPoints - 1), recent.isWholeSince(maxPoints)], [false, true]);
});

test('each way in which a question goes is told apart', () => {
  const went = [
    question(1),
    fallback(2),
    question(3, { freshness: 'cached' }),
    question(4, { outcome: 'silent' }),
    question(5, { outcome: 'cancelled' }),
    question(6, { insteadOf: 'silent', from: 'offline', freshness: 'offline' }),
  ];
  assert.deepEqual(
    filled(went)
      .points(0, 10)
      .map(point => `${point.went} ${point.by ?? ''}`.trim()),
    ['first one/a', 'fallback two/b', 'memory one/a', 'failed', 'cancelled', 'without-model'],
  );
});

test('what was rehearsed is no point', () => {
  assert.deepEqual(filled([question(1, { rehearsed: true })]).points(0, 10), []);
});
