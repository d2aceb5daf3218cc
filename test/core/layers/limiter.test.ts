import type { QuestionChanges } from '../../support/scripted.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ask } from '../../../src/core/model/layer.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { limiter } from '../../../src/core/layers/limiter.ts';
import { Limiter, type RateLimit } from '../../../src/core/resilience/limiters.ts';
import { answerOf, ask, failureOf, targetOf } from '../../support/scripted.ts';
import { settle, VirtualClock } from '../../support/virtualClock.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { Question } from '../../../src/core/model/question.ts';

const generous: RateLimit = { requestsPerMinute: 1_000, tokensPerMinute: 1e9, concurrent: 100 };
const target = targetOf('only');

/** A server that answers when told to, behind a limiter. */
function world(limits: Partial<RateLimit>) {
  const clock = new VirtualClock();
  let options = { ...generous, ...limits };
  const measure = new Limiter(clock, () => options);
  const begun: Question[] = [];
  const ends: (() => void)[] = [];
  const next: Ask = question => {
    begun.push(question);
    return new Promise<Answer>(resolve => ends.push(() => resolve(answerOf('only', 'hello'))));
  };
  const layer = limiter(clock, target, measure)(next);
  const change = (more: Partial<RateLimit>) => (options = { ...options, ...more });
  /** Asks, answered at once; the ms it had to wait. */
  const wait = async (more: QuestionChanges = {}): Promise<number> => {
    const { question, notes } = ask({ until: 1e9, ...more });
    const answer = layer(question);
    await clock.pass(120_000);
    ends.splice(0).forEach(end => end());
    await answer;
    const note = notes.find(({ kind }) => kind === 'waited');
    return note?.kind === 'waited' ? note.delayMs : 0;
  };
  return { clock, measure, layer, begun, ends, wait, change };
}

/** Fills the measure of requests without a word. */
const use = (measure: Limiter, requests: number) => measure.took(requests, 0);

test('nobody waits while the measure lasts', async () => {
  const { wait } = world({ requestsPerMinute: 60 });
  assert.equal(await wait(), 0);
});

test('who comes after the measure is used up waits for the next request that is free', async () => {
  const { measure, wait } = world({ requestsPerMinute: 60 });
  use(measure, 60);
  assert.equal(await wait(), 1_000);
});

test('tokens count as well as requests, read and written together', async () => {
  const { measure, wait } = world({ tokensPerMinute: 60_000 });
  measure.took(0, 60_000);
  assert.equal(await wait({ sampling: { maxOutputTokens: 1_991 } }), 2_000); // and 9 of the question
});

test('what a question did not take of its tokens is given back', async () => {
  const { measure, wait } = world({ tokensPerMinute: 10_000 });
  await wait({ sampling: { maxOutputTokens: 9_000 } }); // it took 15
  assert.equal(measure.hold(9_900), undefined);
});

test('a long wait gives way to another healthy target at once', async () => {
  const { measure, layer, begun } = world({ requestsPerMinute: 6 });
  use(measure, 6);
  const { kind, details } = await failureOf(layer(ask({ alternatives: 1, until: 1e9 }).question));
  assert.deepEqual(
    { kind, sent: details.sent, again: details.retryAfterMs, asked: begun.length },
    { kind: 'own-limit', sent: 'no', again: 10_000, asked: 0 },
  );
});

test('nobody waits beyond the time that a question has', async () => {
  const { clock, measure, layer } = world({ requestsPerMinute: 1 });
  use(measure, 1);
  const failure = await failureOf(layer(ask({ until: clock.now() + 59_000 }).question));
  assert.equal(failure.kind, 'own-limit');
});

test('who cancels while waiting leaves at once, and his request is not made', async () => {
  const { clock, measure, layer, begun } = world({ requestsPerMinute: 6 });
  use(measure, 6);
  const { question, stop } = ask();
  const failed = failureOf(layer(question));
  await settle();
  stop.abort(new Failure('cancelled'));
  assert.equal((await failed).kind, 'cancelled');
  assert.deepEqual([begun.length, clock.waiting], [0, 0]);
});

test('so many at the same time and no more; who a user waits for goes first', async () => {
  const { layer, begun, ends } = world({ concurrent: 1 });
  const asked = (['interactive', 'background', 'inline', 'interactive'] as const).map((priority, at) =>
    layer(ask({ id: `${at}`, priority, until: 1e9 }).question),
  );
  for (const _ of asked) {
    await settle();
    ends.shift()?.();
  }
  await Promise.all(asked);
  assert.deepEqual(
    begun.map(({ id }) => id),
    ['0', '3', '2', '1'],
  );
});

test('a failure frees the place too', async () => {
  const clock = new VirtualClock();
  const measure = new Limiter(clock, () => ({ ...generous, concurrent: 1 }));
  const layer = limiter(clock, target, measure)(() => Promise.reject(new Failure('server')));
  await failureOf(layer(ask().question));
  assert.equal(measure.hold(1), undefined);
});

test('the server’s own word wins over ours, and slows down before the first 429', async () => {
  const clock = new VirtualClock();
  const measure = new Limiter(clock, () => generous);
  const layer = limiter(
    clock,
    target,
    measure,
  )(question => {
    question.onEvent?.({ kind: 'limits', limits: { requests: { limit: 50, remaining: 0, resetMs: 60_000 } } });
    return Promise.resolve(answerOf('only', 'hello'));
  });
  const { question, events } = ask({ watched: true });
  await layer(question);
  assert.deepEqual(measure.hold(1), { because: 'requests', waitMs: 1_200 });
  assert.deepEqual(events, []);
});

test('a server that asks for less gets half of it for a quarter of an hour', async () => {
  const { clock, measure } = world({ requestsPerMinute: 60 });
  measure.slowDown();
  use(measure, 30);
  const slow = measure.hold(1)?.waitMs;
  await clock.pass(900_000);
  use(measure, 60);
  assert.deepEqual([slow, measure.hold(1)?.waitMs], [2_000, 1_000]);
});

test('another setting counts at once, and what was taken stays taken', () => {
  const { measure, change } = world({ requestsPerMinute: 60 });
  use(measure, 60);
  change({ requestsPerMinute: 120 });
  assert.equal(measure.hold(1), undefined);
});

test('a completion waits 150 ms at most', async () => {
  const { measure, layer } = world({ requestsPerMinute: 60 });
  use(measure, 60);
  assert.equal((await failureOf(layer(ask({ priority: 'inline', until: 1e9 }).question))).kind, 'own-limit');
});

test('of two who ask at once for the last place one waits', async () => {
  const { layer, begun } = world({ concurrent: 1 });
  void layer(ask().question);
  void layer(ask().question);
  await settle();
  assert.equal(begun.length, 1);
});

test('a place that is free again is not taken from the one who was called to it', async () => {
  const { layer, begun, ends } = world({ concurrent: 1 });
  const first = layer(ask().question);
  void layer(ask().question);
  await settle();
  void first.then(() => layer(ask().question));
  ends[0]?.();
  await settle();
  assert.equal(begun.length, 2);
});

test('who was called to a free place and cannot take it leaves it to the next', async () => {
  const { clock, measure, layer, begun, ends } = world({ concurrent: 1, requestsPerMinute: 6 });
  void layer(ask().question);
  const hurried = failureOf(layer(ask({ until: clock.now() + 5_000 }).question));
  void layer(ask({ until: 1e9 }).question);
  await settle();
  use(measure, 5); // in another window
  ends[0]?.();
  assert.equal((await hurried).kind, 'own-limit');
  await clock.pass(10_000); // until the next request is free
  assert.equal(begun.length, 2);
});

test('a server that asks for less and tells its limits gets half of those', () => {
  const { measure } = world({});
  measure.slowDown();
  measure.adopt({ requests: { limit: 60, remaining: 60, resetMs: 0 } });
  use(measure, 30);
  assert.deepEqual(measure.hold(1), { because: 'requests', waitMs: 2_000 });
});

test('a server’s limit that speaks of hours is a hint: it is asked', () => {
  const measure = new Limiter(new VirtualClock(), () => generous);
  measure.adopt({ requests: { limit: 1, remaining: 0, resetMs: 7_200_000 } });
  assert.equal(measure.hold(1), undefined);
});
