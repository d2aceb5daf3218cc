import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEntry } from '../../../../src/core/journal/journalEntry.ts';
import { episodes } from '../../../../src/interaction/bundle/facts/episodes.ts';
import { attemptEntry, questionEntry } from '../../../core/journal/entries.ts';

const minuteMs = 60_000;
const limited = attemptEntry({ outcome: 'rate-limited', status: 429, retryAfterMs: 30_000, spent: 'nothing' });
const toOther = {
  from: 'gpt',
  fallback: { insteadOf: 'claude', because: 'rate-limited' },
  attempts: [limited, attemptEntry({ number: 2, target: 'gpt' })],
} as const;

test('the same failure within a quarter of an hour is one episode, with how often and from when to when', () => {
  const times = [0, 5, 19, 60].map(minutes => minutes * minuteMs);
  const told = episodes(times.map(at => questionEntry({ at, ...toOther }))).filter(
    ({ what }) => what.kind === 'failed',
  );
  assert.deepEqual(
    told.map(({ from, to, count }) => [from / minuteMs, to / minuteMs, count]),
    [
      [0, 19, 3],
      [60, 60, 1],
    ],
  );
});

test('entries of several windows come in any order', () => {
  const entries = [19, 0, 5].map(minutes => questionEntry({ at: minutes * minuteMs, ...toOther }));
  assert.deepEqual(
    episodes(entries).map(({ count }) => count),
    [3, 3],
  );
});

test('what was rehearsed, stopped by the user or answered at once is no episode', () => {
  const quiet: readonly JournalEntry[] = [
    questionEntry(),
    questionEntry({ ...toOther, rehearsed: true }),
    questionEntry({ outcome: 'cancelled', attempts: [attemptEntry({ outcome: 'cancelled' })] }),
  ];
  assert.deepEqual(episodes(quiet), []);
});

test('pauses, alerts, stand-ins, budgets and waits are told, each as what it is', () => {
  const told = episodes([
    { kind: 'circuit', at: 1, target: 'claude', before: 'closed', after: 'open' },
    { kind: 'alert', at: 2, alert: 'fallbacks', is: 'raised', value: 0.7 },
    questionEntry({ at: 3, from: 'offline', insteadOf: 'all-paused', attempts: [] }),
    questionEntry({
      at: 4,
      outcome: 'budget-blocked',
      decisions: [{ kind: 'over-budget', target: 'claude', because: 'day' }],
    }),
    questionEntry({ at: 5, decisions: [{ kind: 'waited', target: 'claude', because: 'tokens', ms: 900 }] }),
  ]);
  const kinds = ['circuit', 'alert', 'stand-in', 'over-budget', 'unanswered', 'waited'];
  assert.deepEqual(
    told.map(({ what }) => what.kind),
    kinds,
  );
});
