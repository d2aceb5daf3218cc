import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionsBadge, laterBadge } from '../../../src/interaction/kept/keptBadges.ts';

const waiting = (now: number) => {
  const listeners = new Set<() => void>();
  return {
    now,
    onDidChange: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change: () => listeners.forEach(listener => listener()),
  };
};

test('a question that nobody answered counts once: among what is to be decided', () => {
  const counts = { deferredCount: waiting(3), unansweredCount: waiting(1), reviewCount: waiting(2) };
  assert.deepEqual([laterBadge(counts).count(), decisionsBadge(counts).count()], [2, 3]);
});

test('a question that is no longer kept while its count is still known leaves no number below none', () => {
  const counts = { deferredCount: waiting(0), unansweredCount: waiting(1), reviewCount: waiting(0) };
  assert.equal(laterBadge(counts).count(), 0);
});

test('a badge hears of each number it counts, until it is gone', () => {
  const counts = { deferredCount: waiting(1), unansweredCount: waiting(1), reviewCount: waiting(1) };
  const heard: string[] = [];
  const stops = [
    laterBadge(counts).onDidChange(() => heard.push('later')),
    decisionsBadge(counts).onDidChange(() => heard.push('decisions')),
  ];
  const all = [counts.deferredCount, counts.unansweredCount, counts.reviewCount];
  for (const count of all) count.change();
  stops.forEach(stop => stop());
  for (const count of all) count.change();
  assert.deepEqual(heard, ['later', 'later', 'decisions', 'decisions']);
});
