import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retry } from '../../../src/core/layers/retry.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { RetryBudget } from '../../../src/core/resilience/retryBudget.ts';
import { ask, failureOf, scripted, type Act } from '../../support/scripted.ts';
import { settle, VirtualClock } from '../../support/virtualClock.ts';

const options = { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 30_000 };

function world(...acts: readonly Act[]) {
  const clock = new VirtualClock();
  const budget = new RetryBudget();
  const target = scripted('only', ...acts);
  let rests = false;
  const layer = retry(clock, () => options, { budget, isResting: () => rests })(target.ask);
  return { clock, target, budget, layer, rest: () => void (rests = true) };
}

/** Every wait that was said, ms. */
const waits = (notes: readonly { kind: string; delayMs?: number }[]) =>
  notes.filter(note => note.kind === 'retry').map(note => note.delayMs);

test('asks again after a server error, and answers', async () => {
  const { clock, target, layer } = world('server', 'server', { says: 'there' });
  const { question } = ask();
  const answer = layer(question);
  await clock.pass(10_000);
  assert.equal((await answer).text, 'there');
  assert.equal(target.calls.length, 3);
});

test('waits by full jitter: half of base times two to the n when chance is a half', async () => {
  const { clock, layer } = world('server');
  const { question, notes } = ask();
  const failed = failureOf(layer(question));
  await clock.pass(30_000);
  await failed;
  assert.deepEqual(waits(notes), [250, 500, 1_000]);
});

test('an empty answer is asked for once more, and after a fault of another kind too', async () => {
  for (const [acts, calls] of [
    [['empty', 'empty', { says: 'late' }], 2],
    [['server', 'empty', { says: 'there' }], 3],
    [['empty', 'server', 'empty', { says: 'late' }], 3],
  ] as const) {
    const { clock, target, layer } = world(...acts);
    const asked = layer(ask().question).catch((error: unknown) => error);
    await clock.pass(30_000);
    await asked;
    assert.equal(target.calls.length, calls);
  }
});

test('a bad key is not asked twice', async () => {
  const { target, layer } = world('auth');
  await failureOf(layer(ask().question));
  assert.equal(target.calls.length, 1);
});

test('Retry-After is obeyed, with a little more', async () => {
  const { clock, layer } = world({ fails: 'rate-limited', details: { retryAfterMs: 2_000 } }, { says: 'there' });
  const { question, notes } = ask();
  const answer = layer(question);
  await clock.pass(5_000);
  await answer;
  assert.deepEqual(waits(notes), [2_200]);
});

test('a Retry-After beyond ten seconds is not waited for', async () => {
  const { target, layer } = world({ fails: 'rate-limited', details: { retryAfterMs: 61_000 } });
  await failureOf(layer(ask({ until: 1e9 }).question));
  assert.equal(target.calls.length, 1);
});

test('never sleeps past the deadline', async () => {
  const { clock, target, layer } = world({ fails: 'rate-limited', details: { retryAfterMs: 2_000 } });
  await failureOf(layer(ask({ until: clock.now() + 1_500 }).question));
  assert.equal(target.calls.length, 1);
});

test('a rate limit is left to another healthy target at once', async () => {
  const { target, layer } = world('rate-limited');
  await failureOf(layer(ask({ alternatives: 1 }).question));
  assert.equal(target.calls.length, 1);
});

test('a reset gets one quick second chance before another target takes over', async () => {
  const { clock, target, layer } = world('reset');
  const { question, notes } = ask({ alternatives: 1 });
  const failed = failureOf(layer(question));
  await clock.pass(1_000);
  await failed;
  assert.equal(target.calls.length, 2);
  assert.deepEqual(waits(notes), [50]);
});

test('a silent target is asked again only when it is the last', async () => {
  const first = world('silent');
  await failureOf(first.layer(ask({ alternatives: 1 }).question));
  const last = world('silent', { says: 'there' });
  const answer = last.layer(ask().question);
  await last.clock.pass(5_000);
  await answer;
  assert.deepEqual([first.target.calls.length, last.target.calls.length], [1, 2]);
});

test('never asks again after text was shown', async () => {
  const { target, layer } = world({ fails: 'reset', afterText: 'The func' });
  await failureOf(layer(ask({ watched: true }).question));
  assert.equal(target.calls.length, 1);
});

test('asks again when the text was only buffered', async () => {
  const { clock, target, layer } = world({ fails: 'reset', afterText: 'The func' }, { says: 'whole' });
  const answer = layer(ask().question);
  await clock.pass(5_000);
  assert.equal((await answer).text, 'whole');
  assert.equal(target.calls.length, 2);
});

test('a cancel ends the wait at once', async () => {
  const { clock, layer } = world('server');
  const { question, stop } = ask();
  const failed = failureOf(layer(question));
  await clock.pass(10);
  stop.abort(new Failure('cancelled'));
  assert.equal((await failed).kind, 'cancelled');
  assert.equal(clock.waiting, 0);
});

test('stops when the question has no attempts left', async () => {
  const { clock, target, layer } = world('server');
  const failed = failureOf(layer(ask({ attempts: { left: 2 } }).question));
  await clock.pass(30_000);
  await failed;
  assert.equal(target.calls.length, 2);
});

test('the server may forbid trying again', async () => {
  const { target, layer } = world({ fails: 'server', details: { noRetry: true } });
  await failureOf(layer(ask().question));
  assert.equal(target.calls.length, 1);
});

test('an inline completion is asked again once, and never waits more than 150 ms', async () => {
  const { clock, target, layer } = world('server');
  clock.chance = 0.2;
  const failed = failureOf(layer(ask({ priority: 'inline' }).question));
  await clock.pass(30_000);
  await failed;
  const slow = world('server');
  await failureOf(slow.layer(ask({ priority: 'inline' }).question));
  assert.deepEqual([target.calls.length, slow.target.calls.length], [2, 1]);
});

test('a bug passes untouched', async () => {
  const bug = new TypeError('x is not a function');
  const layer = retry(new VirtualClock(), () => options, { budget: new RetryBudget(), isResting: () => false })(() =>
    Promise.reject(bug),
  );
  await assert.rejects(layer(ask().question), bug);
});

test('a destination that failed too often just now is not asked again, and that is said', async () => {
  const { clock, target, layer, budget } = world('server');
  while (budget.withdraw());
  const { question, notes } = ask();
  const failed = failureOf(layer(question));
  await clock.pass(30_000);
  await failed;
  assert.equal(target.calls.length, 1);
  assert.deepEqual(notes.at(-1), { kind: 'no-retry', target: 'only', because: 'retry-budget' });
});

test('where the circuit has opened meanwhile nobody asks again, and that is said', async () => {
  const { clock, target, layer, rest } = world('server');
  const { question, notes } = ask();
  const failed = failureOf(layer(question));
  await settle();
  rest();
  await clock.pass(30_000);
  assert.equal((await failed).kind, 'server');
  assert.equal(target.calls.length, 1);
  assert.deepEqual(notes.at(-1), { kind: 'no-retry', target: 'only', because: 'circuit-open' });
});

test('where the circuit is open already nobody waits to ask again', async () => {
  const { clock, layer, rest } = world('server');
  rest();
  const from = clock.now();
  const { question, notes } = ask();
  assert.equal((await failureOf(layer(question))).kind, 'server');
  assert.deepEqual([clock.now() - from, notes.map(({ kind }) => kind)], [0, ['no-retry']]);
});

test('four requests pay for one retry', async () => {
  const { layer, budget } = world({ says: 'hello' });
  while (budget.withdraw());
  for (let each = 0; each < 4; each += 1) await layer(ask().question);
  assert.deepEqual([budget.withdraw(), budget.withdraw()], [true, false]);
});

const long = {
  template: 'test@1',
  parts: [
    { kind: 'text', name: 'file', role: 'user', text: 'File: a.ts', priority: 90 },
    { kind: 'text', name: 'before', role: 'user', text: 'x'.repeat(1_000), priority: 20 },
    { kind: 'text', name: 'selection', role: 'user', text: 'y'.repeat(500), priority: 95 },
  ],
} as const;

test('a prompt that was too long is sent once more, strictly smaller, and the answer says so', async () => {
  const { target, layer } = world('context-too-long', { says: 'there' });
  const { question, notes } = ask({ request: long });
  const answer = await layer(question);
  assert.deepEqual(
    target.calls[1]?.request.parts.map(({ name }) => name),
    ['file', 'selection'],
  );
  assert.deepEqual(answer.degraded, ['trimmed']);
  assert.deepEqual(notes, [
    { kind: 'trimmed', target: 'only', leftOut: ['before'], shortened: [] },
    { kind: 'retry', target: 'only', delayMs: 0, because: 'context-too-long' },
  ]);
});

test('with nothing to leave out, less room is asked for the answer, and the answer is whole', async () => {
  const { target, layer } = world('context-too-long', { says: 'there' });
  const { question, notes } = ask();
  const { request } = question;
  const roomy = { ...question, request: { ...request, sampling: { ...request.sampling, maxOutputTokens: 4_000 } } };
  assert.deepEqual((await layer(roomy)).degraded, []);
  assert.deepEqual(
    notes.map(({ kind }) => kind),
    ['retry'],
  );
  assert.deepEqual(
    target.calls.map(call => call.request.sampling.maxOutputTokens),
    [4_000, 2_000],
  );
});

test('a prompt that cannot be smaller, or is still too long, is not sent again', async () => {
  const small = world('context-too-long');
  await failureOf(small.layer(ask().question));
  const still = world('context-too-long');
  await failureOf(still.layer(ask({ request: long }).question));
  assert.deepEqual([small.target.calls.length, still.target.calls.length], [1, 2]);
});

test('an answer that was all thoughts is asked for once more, with more room', async () => {
  const thoughts = { fails: 'empty', details: { code: 'no-room' } } as const;
  const { clock, target, layer } = world(thoughts);
  const failed = failureOf(layer(ask({ sampling: { maxOutputTokens: 2_000 } }).question));
  await clock.pass(10_000);
  await failed;
  assert.deepEqual(
    target.calls.map(call => call.request.sampling.maxOutputTokens),
    [2_000, 8_000],
  );
});

test('an answer that was empty for another reason gets no more room', async () => {
  const { clock, target, layer } = world('empty', { says: 'there' });
  const answer = layer(ask({ sampling: { maxOutputTokens: 2_000 } }).question);
  await clock.pass(10_000);
  await answer;
  assert.equal(target.calls[1]?.request.sampling.maxOutputTokens, 2_000);
});
