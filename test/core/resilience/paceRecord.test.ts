import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AttemptNote } from '../../../src/core/model/note.ts';
import { PaceRecord } from '../../../src/core/resilience/paceRecord.ts';

const minuteMs = 60_000;
const answered: AttemptNote = {
  ...{
    kind: 'attempt',
    target: 'claude',
    number: 1,
    outcome: 'answered',
    tookMs: 2_400,
    firstTokenMs: 400,
    spent: 'exact',
  },
  usage: { inputTokens: 1_000, outputTokens: 200, cachedInputTokens: 800, exact: true },
};

/** A record in which these attempts were seen at a moment, ms. */
function world() {
  const record = new PaceRecord();
  const see = (...notes: readonly Partial<AttemptNote>[]) => {
    for (const note of notes) record.learn({ ...answered, ...note }, 0);
  };
  return { see, after: (ms: number) => record.at(ms) };
}

test('how long a target needs for its first token and for each after it, and what its provider remembers, are learnt from its answers', () => {
  const { after, see } = world();
  see({}, {});
  assert.partialDeepStrictEqual(after(0), {
    usual: { firstTokenMs: 400, msPerToken: 10 },
    ...{ failureShare: 0, cachedShare: 0.8, isStale: false },
  });
});

test('one hiccup changes nothing, and three slow answers all', () => {
  const { after, see } = world();
  const slow = { firstTokenMs: 60_000, tookMs: 62_000 };
  see({}, {}, {}, slow);
  assert.equal(after(0).usual?.firstTokenMs, 400);
  assert.equal(after(0).latest?.firstTokenMs, 60_000);
  see(slow, slow);
  assert.equal(after(0).usual?.firstTokenMs, 60_000);
});

test('after some minutes it is not known how it does now, after an hour it is the usual of the last days that is told, and its failures fade', () => {
  const { after, see } = world();
  see({}, { outcome: 'server' }, { outcome: 'server' });
  assert.deepEqual([after(6 * minuteMs).isStale, after(6 * minuteMs).usual?.firstTokenMs], [true, 400]);
  const hourLater = after(61 * minuteMs);
  assert.deepEqual([hourLater.latest, Math.round(hourLater.usual?.firstTokenMs ?? 0)], [undefined, 400]);
  assert.ok(hourLater.failureShare < 0.6 * after(0).failureShare, `${hourLater.failureShare}`);
});

// a model must not be punished for what its user, our own time or our own limits did
test('what was stopped or held back says nothing about a target', () => {
  const { after, see } = world();
  for (const outcome of ['cancelled', 'out-of-time', 'passed-over', 'own-limit'] as const) see({ outcome });
  assert.equal(after(0).failureShare, 0);
});

// cold routes, a window that restarts each hour: BerriAI/litellm#1361; per token: BerriAI/litellm#1393; not divided by them: #40202
test('what was usual on other days is a mean in which one answer of minutes hardly counts, by first token and token apart', () => {
  const { after, see } = world();
  see({}, {}, {}, {}, {}, {}, {}, {}, {}, { firstTokenMs: 400_000, tookMs: 402_000 });
  const { usual } = after(24 * 60 * minuteMs);
  assert.ok(usual && usual.firstTokenMs < 1_000 && usual.firstTokenMs > 400, `${usual?.firstTokenMs}`);
  assert.equal(Math.round(usual.msPerToken), 10);
});

test('of whom nothing was heard for a week nothing is said', () => {
  const { after, see } = world();
  see({});
  assert.ok(after(6 * 24 * 60 * minuteMs).usual);
  assert.equal(after(8 * 24 * 60 * minuteMs).usual, undefined);
});
