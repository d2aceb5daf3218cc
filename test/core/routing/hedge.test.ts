import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ask } from '../../../src/core/model/layer.ts';
import { unlessAborted } from '../../../src/core/model/clock.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { fallback } from '../../../src/core/routing/fallback.ts';
import { answerOf, ask, failureOf, shown, targetOf } from '../../support/scripted.ts';
import { settle, VirtualClock } from '../../support/virtualClock.ts';
import type { Question } from '../../../src/core/model/question.ts';

/** A target that does what it is told, when it is told. */
function puppet(id: string) {
  let asked: Question | undefined;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const run: Ask = async question => {
    asked = question;
    return answerOf(id, await unlessAborted(promise, question.signal));
  };
  return {
    id,
    ask: run,
    get asked() {
      return asked;
    },
    says: (text: string) => asked?.onEvent?.({ kind: 'text', text }),
    answers: resolve,
    fails: (kind: 'server' | 'budget-blocked') => reject(new Failure(kind, { target: id })),
  };
}

/** Three targets; one is asked beside the other after 800 ms. */
function world({ afford = true, watched = false, stopped = false } = {}) {
  const clock = new VirtualClock();
  const [first, second, third] = [puppet('first'), puppet('second'), puppet('third')];
  const resting = new Set<string>();
  const lanes = [first, second, third].map(({ id, ask }) => ({
    target: targetOf(id),
    ask,
    closed: () => (resting.has(id) ? ('cooling-down' as const) : undefined),
  }));
  const chain = fallback(() => lanes, { clock, hedging: { delayMs: () => 800, afford: () => afford } });
  const asked = ask({ watched });
  if (stopped) asked.stop.abort(new Failure('cancelled'));
  const answer = chain(asked.question);
  answer.catch(() => undefined); // looked at by those tests that let it fail
  return { clock, first, second, third, resting, answer, ...asked };
}

test('a first target that answers in time stays alone', async () => {
  const { clock, first, second, answer } = world();
  await clock.pass(799);
  first.answers('hello');
  assert.equal((await answer).from, 'first');
  assert.equal(second.asked, undefined);
});

test('beside a slow first target the second is asked; who answers first wins and the other is stopped', async () => {
  const { clock, first, second, answer, notes } = world();
  await clock.pass(800);
  second.answers('hello');
  assert.equal((await answer).from, 'second');
  assert.equal(first.asked?.signal.aborted, true);
  assert.deepEqual(notes, [{ kind: 'hedged', target: 'second', beside: 'first', afterMs: 800 }]);
});

test('of two that write only the first to begin is heard', async () => {
  const { clock, first, second, answer, events } = world({ watched: true });
  await clock.pass(800);
  second.says('It adds.');
  first.says('No, it does not.');
  second.answers('It adds.');
  await answer;
  assert.equal(shown(events), 'It adds.');
});

test('a first target that has begun to write is left alone', async () => {
  const { clock, first, second, answer } = world({ watched: true });
  await settle();
  first.says('It');
  await clock.pass(5_000);
  first.answers('It adds.');
  await answer;
  assert.equal(second.asked, undefined);
});

test('the failure of one leaves the question to the other', async () => {
  const { clock, first, second, answer } = world();
  await clock.pass(800);
  first.fails('server');
  await settle();
  second.answers('hello');
  assert.equal((await answer).from, 'second');
});

test('when both fail the question fails with both, and nobody is asked twice', async () => {
  const { clock, first, second, third, answer } = world();
  await clock.pass(800);
  second.fails('server');
  await settle();
  first.fails('server');
  third.fails('server');
  const { details } = await failureOf(answer);
  assert.deepEqual(
    [details.target, details.others?.map(other => other.details.target)],
    ['second', ['first', 'third']],
  );
});

test('without a budget nobody is asked beside', async () => {
  const { clock, first, second, answer } = world({ afford: false });
  await clock.pass(5_000);
  first.answers('hello');
  await answer;
  assert.equal(second.asked, undefined);
});

test('a cancel stops both', async () => {
  const { clock, first, second, answer, stop } = world();
  await clock.pass(800);
  stop.abort(new Failure('cancelled'));
  assert.equal((await failureOf(answer)).kind, 'cancelled');
  assert.deepEqual([first.asked?.signal.aborted, second.asked?.signal.aborted], [true, true]);
});

test('when both fail and the second rests from then on, those after it are still asked', async () => {
  const { clock, first, second, third, resting, answer } = world();
  await clock.pass(800);
  first.fails('server');
  await settle();
  resting.add('second');
  second.fails('server');
  third.answers('hello');
  assert.equal((await answer).from, 'third');
});

test('who wrote first and then failed is not asked again; the other one, which was only slow, is', async () => {
  const { clock, first, second, answer, notes } = world({ watched: true });
  await clock.pass(800);
  second.says('It');
  second.fails('server');
  await settle();
  first.answers('It adds.');
  assert.equal((await answer).from, 'first');
  assert.deepEqual(notes.at(-1), { kind: 'fallback', from: 'second', to: 'first', because: 'server' });
});

test('a second target that the budget does not let through leaves the first one alone', async () => {
  const { clock, first, second, answer } = world();
  await clock.pass(800);
  second.fails('budget-blocked');
  await settle();
  first.answers('hello');
  assert.equal((await answer).from, 'first');
});

test('a question that was stopped before it was asked is stopped for those who are asked, too', async () => {
  const { first, answer } = world({ stopped: true });
  assert.equal((await failureOf(answer)).kind, 'cancelled');
  assert.equal(first.asked?.signal.aborted, true);
});
