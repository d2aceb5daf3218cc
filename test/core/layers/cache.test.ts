import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Ask, Question } from '../../../src/core/ask.ts';
import { cache } from '../../../src/core/layers/cache.ts';
import { Answers } from '../../../src/core/memory/answers.ts';
import { answerOf, ask, targetOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const targets = [targetOf('first'), targetOf('second')];

function world(answer: Partial<Answer> = {}, from = 'first') {
  const clock = new VirtualClock();
  const answers = new Answers(clock, () => ({ maxEntries: 100, ttlMs: 3_600_000 }));
  let calls = 0;
  const next: Ask = () => Promise.resolve(answerOf(from, `answer ${++calls}`, answer));
  let allowed = targets;
  const layer = cache({ answers, hash: text => text, targets: () => allowed, enabled: () => true })(next);
  return {
    clock,
    /** Asks twice; tells how often the target was called and what the second answer was. */
    async twice(first: Partial<Question> & { words?: string } = {}, second = first) {
      await layer(ask(first).question);
      const answer = await layer(ask(second).question);
      return { calls, answer };
    },
    layer,
    allow: (only: typeof targets) => (allowed = only),
  };
}

test('the same question is answered from memory, and says so', async () => {
  const { calls, answer } = await world().twice();
  assert.deepEqual([calls, answer.text, answer.freshness], [1, 'answer 1', 'cached']);
});

const others: [string, Partial<Question> & { words?: string }][] = [
  ['other words', { words: 'other' }],
  ['another workspace or trust', { scope: 'elsewhere' }],
  ['other sampling', { sampling: { temperature: 0, maxOutputTokens: 7 } }],
  ['another task', { task: 'explain' }],
  ['another language', { expects: { form: 'prose', language: 'python', code: '' } }],
];
for (const [name, other] of others) {
  test(`${name} is another question`, async () => {
    assert.equal((await world().twice({}, other)).calls, 2);
  });
}

test('Ask Again passes memory over', async () => {
  assert.equal((await world().twice({}, { fresh: true })).calls, 2);
});

test('an answer older than its time to live is not given', async () => {
  const { clock, layer } = world();
  await layer(ask().question);
  await clock.pass(3_600_001);
  assert.equal((await layer(ask().question)).freshness, 'live');
});

const unfit: [string, Partial<Answer>][] = [
  ['cut at the length limit', { finish: 'length' }],
  ['refused', { finish: 'refused' }],
  ['degraded', { degraded: ['offline'], freshness: 'offline' }],
  ['doubtful', { confidence: { tier: 'doubtful', score: 0.6, signs: [] } }],
];
for (const [name, answer] of unfit) {
  test(`an answer that is ${name} is not remembered`, async () => {
    assert.equal((await world(answer).twice()).calls, 2);
  });
}

test('a question about the present is always asked', async () => {
  assert.equal((await world().twice({ words: 'what is the latest version of node?' })).calls, 2);
});

test('a question asked with chance is always asked', async () => {
  assert.equal((await world().twice({ sampling: { maxOutputTokens: 100 } })).calls, 2);
});

test("a fallback's answer is kept under the model that gave it", async () => {
  const { layer, allow } = world({}, 'second');
  await layer(ask().question);
  allow(targets.slice(0, 1));
  assert.equal((await layer(ask().question)).freshness, 'live');
});
