import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import { MetricSlot } from '../../../src/core/metrics/metricSlot.ts';
import { usageLines, type UsageSources } from '../../../src/interaction/usage/usageLines.ts';
import type { ViewLine } from '../../../src/interaction/usage/viewLine.ts';
import { attemptEntry, questionEntry } from '../../core/journal/entries.ts';

const monthBeganAt = new Date(2026, 0, 1).getTime();

function slotOf(...entries: readonly QuestionEntry[]): MetricSlot {
  const slot = new MetricSlot();
  for (const entry of entries) slot.add(entry);
  return slot;
}

/** Every line with what stands beside it, those below indented. */
function read(lines: readonly ViewLine[], indent = ''): readonly string[] {
  return lines.flatMap(({ label, description, lines: below = [] }) => [
    indent + [label, ...(description === undefined ? [] : [description])].join(' — '),
    ...read(below, `${indent}  `),
  ]);
}

const shown = (entries: readonly QuestionEntry[], more: Partial<UsageSources> = {}): readonly string[] =>
  read(
    usageLines({
      ...{ today: slotOf(...entries), month: slotOf(...entries), spending: undefined, endsAt: undefined },
      ...{ since: monthBeganAt, monthBeganAt, labelOf: id => id.toUpperCase() },
      ...more,
    }),
  );

test('before the first question nothing is shown, so that the view says what it is for', () => {
  assert.deepEqual(shown([], { since: undefined }), []);
});

test('a day is told by its questions, who answered, what was spared and what it cost', () => {
  const fallback = questionEntry({
    ...{ from: 'gpt', fallback: { insteadOf: 'claude', because: 'server' } },
    attempts: [attemptEntry({ outcome: 'server', spent: 'estimated' }), attemptEntry({ number: 2, target: 'gpt' })],
  });
  const hit = questionEntry({
    ...{ cache: 'hit', freshness: 'cached', attempts: [] },
    saved: [{ cause: 'cache', tokens: 1_500, usd: 0.01 }],
  });
  assert.deepEqual(
    shown([questionEntry(), fallback, hit, questionEntry({ outcome: 'silent', attempts: [] })]).slice(0, 6),
    [
      'Today — ≈ 750 tokens, ≈ $0.006',
      '  Questions — 4, 3 answered, 1 without any model',
      '  Answered by a fallback — 1 of 3 (33%)',
      '  Answered from the cache — 1 of 4 (25%)',
      '  Doubted answers — 0 of 3 (0%)',
      '  Saved — ≈ 1.5k tokens, $0.01',
    ],
  );
});

test('a share of nothing is not told', () => {
  const lines = shown([questionEntry({ outcome: 'cancelled', attempts: [], cache: 'off' })]);
  assert.equal(lines.join('\n').includes('NaN') || lines.join('\n').includes('%'), false);
});

test('what nobody knows the price of is said beside the sum that is without it', () => {
  const { usd: _usd, ...unpriced } = attemptEntry({ target: 'local' });
  assert.equal(
    shown([questionEntry(), questionEntry({ attempts: [unpriced] })])[0],
    'Today — 500 tokens, $0.002, price unknown for 250 tokens',
  );
});

test('models and tasks are listed by what they used', () => {
  const big = questionEntry({ task: 'fix', attempts: [attemptEntry({ target: 'gpt', inputTokens: 5_000 })] });
  const lines = shown([questionEntry(), big]);
  assert.deepEqual(lines.slice(lines.indexOf('By model, this month')), [
    'By model, this month',
    '  GPT — 5.1k tokens, $0.002',
    '  CLAUDE — 250 tokens, $0.002',
    'By task, this month',
    '  Fix — 1 · 5.1k tokens, $0.002',
    '  Explain — 1 · 250 tokens, $0.002',
  ]);
});

test('the budget says what is left, and until when it lasts', () => {
  const measures = [{ which: 'month', used: 500_000, limit: 1_000_000 }] as const;
  const spending = { measures, isEstimated: false, isKept: true };
  const lines = shown([questionEntry()], { spending, endsAt: new Date(2026, 0, 19, 3).getTime() });
  assert.deepEqual(lines.slice(lines.findIndex(line => line.startsWith('Budget'))).slice(0, 2), [
    'Budget of this workspace — at this pace until Jan 19',
    '  500k of 1M tokens this month',
  ]);
});

test('a month of which only the end is known says since when, and old prices say of when they are', () => {
  const spending = { measures: [], isEstimated: false, isKept: true };
  const more = { since: monthBeganAt + 12 * 86_400_000, pricesFrom: '2025-09-01', spending };
  const lines = shown([questionEntry()], more);
  assert.ok(lines.includes('This month — 250 tokens, $0.002 · known since Jan 13'));
  assert.ok(lines.includes('  Prices are those of 2025-09-01'));
});
