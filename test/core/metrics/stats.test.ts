import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Metrics } from '../../../src/core/metrics/metrics.ts';
import { stats, type StretchStats } from '../../../src/core/metrics/stats.ts';
import { attemptEntry, questionEntry } from '../journal/entries.ts';

const now = Date.UTC(2026, 0, 1, 12);
const stretches = { today: { from: Date.UTC(2026, 0, 1), to: Infinity } };

test('rates are shares of what they are about, and of nothing there is none', () => {
  const metrics = new Metrics();
  const nothing = stats({ metrics, now, stretches, pricesFrom: '2026-11-22' }).stretches;
  metrics.add(questionEntry({ cache: 'hit', freshness: 'cached', attempts: [] }));
  metrics.add(questionEntry({ from: 'gpt', fallback: { insteadOf: 'claude', because: 'server' } }));
  metrics.add(
    questionEntry({
      outcome: 'silent',
      attempts: [attemptEntry({ outcome: 'silent' }), attemptEntry({ outcome: 'silent' })],
    }),
  );
  metrics.add(questionEntry({ outcome: 'cancelled', attempts: [] }));
  const { today } = stats({ metrics, now, stretches, pricesFrom: '2026-11-22' }).stretches;
  const rates = (told: StretchStats | undefined) => [
    told?.fallbackRate,
    told?.cacheHitRate,
    told?.successRate,
    told?.errorRate,
    told?.retryRate,
  ];
  assert.deepEqual(rates(nothing['today']), [null, null, null, null, null]);
  assert.deepEqual(rates(today), [0.5, 0.25, 0.667, 0.333, 0.333]);
});

test('a read-out is plain JSON, with times by target and what is wrong now', () => {
  const metrics = new Metrics();
  metrics.add(questionEntry());
  const alerts = [{ kind: 'alert', at: now, alert: 'slow', is: 'raised', value: 9_000, target: 'claude' }] as const;
  const told = stats({ metrics, now, stretches, alerts, pricesFrom: '2026-11-22' });
  assert.deepEqual(JSON.parse(JSON.stringify(told)), told);
  assert.deepEqual(told.alerts, [{ alert: 'slow', since: '2026-01-01T12:00:00.000Z', value: 9_000, target: 'claude' }]);
  const claude = told.stretches['today']?.targets['claude'];
  assert.deepEqual([claude?.attempts, claude?.usd, claude?.firstToken.count], [1, 0.002, 1]);
});
