import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ask, Question } from '../../src/core/ask.ts';
import { unlessAborted } from '../../src/core/clock.ts';
import { Failure } from '../../src/core/failure.ts';
import { fallback } from '../../src/core/fallback.ts';
import { answerOf, ask, failureOf, shown, targetOf } from '../support/scripted.ts';
import { settle, VirtualClock } from '../support/virtualClock.ts';

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
    fails: (kind: 'server' | 'bad-request') => reject(new Failure(kind, { target: id })),
  };
}

/** Two targets; the second is asked beside the first after 800 ms. */
function world({ afford = true, watched = false } = {}) {
  const clock = new VirtualClock();
  const [first, second] = [puppet('first'), puppet('second')];
  const lanes = [first, second].map(one => ({ target: targetOf(one.id), ask: one.ask, closed: () => undefined }));
  const chain = fallback(() => lanes, { clock, hedging: { delayMs: () => 800, afford: () => afford } });
  const asked = ask({ watched });
  const answer = chain(asked.question);
  answer.catch(() => undefined); // looked at by those tests that let it fail
  return { clock, first, second, answer, ...asked };
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
  const { clock, first, second, answer } = world();
  await clock.pass(800);
  second.fails('server');
  await settle();
  first.fails('server');
  const { details } = await failureOf(answer);
  assert.deepEqual([details.target, details.others?.map(other => other.details.target)], ['second', ['first']]);
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
