import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import { Metrics, slotMs } from '../../../src/core/metrics/metrics.ts';
import { attemptEntry, questionEntry } from '../journal/entries.ts';

const begin = Date.UTC(2026, 0, 1);

/** All that these questions came to. */
function sumOf(...entries: readonly QuestionEntry[]) {
  const metrics = new Metrics();
  for (const entry of entries) metrics.add(entry);
  return metrics.sum(0, Infinity);
}

test('questions are counted by how they ended', () => {
  const { all } = sumOf(
    questionEntry(),
    questionEntry({ outcome: 'cancelled' }),
    questionEntry({ outcome: 'out-of-time' }),
    questionEntry({ from: 'offline', freshness: 'offline', insteadOf: 'silent' }),
    questionEntry({ from: 'gpt', fallback: { insteadOf: 'claude', because: 'server' } }),
  );
  const { questions, answered, cancelled, unanswered, fallbacks } = all;
  assert.deepEqual([questions, answered, cancelled, unanswered, fallbacks], [5, 2, 1, 2, 1]);
});

test('what was only rehearsed counts for nothing', () => {
  assert.equal(sumOf(questionEntry({ rehearsed: true })).all.questions, 0);
});

test('a cache is judged by the questions that looked into it alone', () => {
  const verdicts = ['hit', 'missed', 'missed', 'off', 'not-cacheable', 'asked-again', 'joined', 'stale'] as const;
  const { all } = sumOf(...verdicts.map(cache => questionEntry({ cache })));
  assert.deepEqual([all.hits, all.lookUps], [1, 3]);
});

// https://github.com/adolfousier/opencrabs/issues/1636, https://github.com/junhoyeo/tokscale/issues/439,
// https://github.com/tokentopapp/tokentop/issues/7, https://github.com/anthropics/claude-code/issues/64827
test('tokens that a provider remembered are a part of the input, and counted once', () => {
  const attempt = attemptEntry({ inputTokens: 1_000, cachedInputTokens: 900, outputTokens: 50 });
  const { inputTokens, outputTokens, cachedInputTokens } = sumOf(questionEntry({ attempts: [attempt] })).all.spent;
  assert.deepEqual([inputTokens, outputTokens, cachedInputTokens], [1_000, 50, 900]);
});

test('what failed attempts took is counted too, and said to be estimated', () => {
  const failed = attemptEntry({ outcome: 'stalled', spent: 'estimated', inputTokens: 200, outputTokens: 10 });
  const { spent } = sumOf(questionEntry({ attempts: [failed, attemptEntry({ number: 2 })] })).all;
  assert.deepEqual([spent.inputTokens, spent.estimatedTokens], [400, 210]);
});

test('without a price tokens are told to be without one, and cost is no guess', () => {
  const { usd: _usd, ...unpriced } = attemptEntry();
  const { spent } = sumOf(questionEntry({ attempts: [unpriced] }), questionEntry()).all;
  assert.deepEqual([spent.unpricedTokens, spent.usd], [250, 0.002]);
});

test('attempts are counted by target, and the second one of a question is a retry', () => {
  const { targets } = sumOf(
    questionEntry({
      attempts: [
        attemptEntry({ outcome: 'server' }),
        attemptEntry({ number: 2, outcome: 'cancelled' }),
        attemptEntry({ number: 3, target: 'gpt' }),
      ],
    }),
  );
  const counted = [...targets].map(([target, tally]) => [
    ...[target, tally.attempts, tally.answered, tally.failed, tally.retries],
    Object.fromEntries(tally.failures),
  ]);
  assert.deepEqual(counted, [
    ['claude', 2, 0, 1, 1, { server: 1 }],
    ['gpt', 1, 1, 0, 0, {}],
  ]);
});

test('tasks, reasons of fallbacks and tiers are counted apart', () => {
  const sum = sumOf(
    questionEntry({ confidence: { tier: 'doubtful', score: 0.5, signs: [] } }),
    questionEntry({ task: 'fix', fallback: { insteadOf: 'claude', because: 'quota' } }),
  );
  const tasks = [...sum.tasks].map(([task, tally]) => [task, tally.questions]);
  assert.deepEqual(
    [tasks, [...sum.fallbackReasons], [...sum.tiers], sum.all.doubtful],
    [
      [
        ['explain', 1],
        ['fix', 1],
      ],
      [['quota', 1]],
      [['doubtful', 1]],
      1,
    ],
  );
});

// https://github.com/BerriAI/litellm/issues/29568, https://github.com/BerriAI/litellm/issues/27780,
// https://github.com/Firstp1ck/pi-coding-agent-forge/issues/20
test('the days of any time zone add up to all of them, because a slot is a quarter of an hour', () => {
  const metrics = new Metrics();
  for (let hour = 0; hour < 72; hour += 1) metrics.add(questionEntry({ at: begin + hour * 3_600_000 + 1_800_000 }));
  const zones = [0, 5.5, -7, 5.75, 12.75].map(hours => {
    const midnight = begin - hours * 3_600_000;
    const days = [0, 1, 2, 3].map(day => metrics.sum(midnight + day * 86_400_000, midnight + (day + 1) * 86_400_000));
    return days.reduce((sum, day) => sum + day.all.questions, 0);
  });
  assert.deepEqual(
    zones,
    [72, 72, 72, 72, 72].map((all, zone) => all - lostBefore(zone)),
  );
});

/** Questions of the first hours lie before the first midnight of zones in the west. */
const lostBefore = (zone: number): number => [0, 0, 7, 0, 0][zone] ?? 0;

test('any stretch of time sums up to what its slots do, also when the oldest have gone', () => {
  const metrics = new Metrics();
  for (let slot = 0; slot < 64 * 96; slot += 5) metrics.add(questionEntry({ at: begin + slot * slotMs }));
  for (let slot = 0; slot < 64 * 96 + 5; slot += 1) metrics.add(questionEntry({ at: begin + slot * slotMs }));
  const wrong = [0, 1, 7, 24, 97, 100, 300, 2_000].flatMap(first =>
    [1, 23, 24, 25, 96, 500, 6_200].flatMap(length => {
      const [from, to] = [begin + first * slotMs, begin + (first + length) * slotMs];
      const whole = metrics.sum(from, to).all.questions;
      const parts = metrics.slots(from, to).reduce((sum, [, { all }]) => sum + all.questions, 0);
      return whole === parts ? [] : [{ first, length, whole, parts }];
    }),
  );
  assert.deepEqual(wrong, []);
});

test('however long it lasts, only two months are kept', () => {
  const metrics = new Metrics();
  for (let day = 0; day < 100; day += 1)
    for (let slot = 0; slot < 96; slot += 1)
      metrics.add(questionEntry({ at: begin + day * 86_400_000 + slot * slotMs }));
  assert.equal(metrics.slots(0, Infinity).length, 62 * 96);
  assert.equal(metrics.since, begin + 38 * 86_400_000);
});

test('forgetting leaves nothing, and is told', () => {
  const metrics = new Metrics();
  metrics.add(questionEntry());
  let told = 0;
  metrics.onDidChange(() => (told += 1));
  metrics.clear();
  assert.deepEqual([metrics.since, told], [undefined, 1]);
});
