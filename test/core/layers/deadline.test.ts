import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ask } from '../../../src/core/model/layer.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { deadline } from '../../../src/core/layers/deadline.ts';
import { ask, failureOf, scripted } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import type { AnswerEvent } from '../../../src/core/model/answerEvent.ts';

test('ends a question when its time is up, although the target ignores the abort', async () => {
  const clock = new VirtualClock();
  const layer = deadline(clock)(() => new Promise(() => undefined));
  const failed = failureOf(layer(ask({ until: clock.now() + 30_000 }).question));
  await clock.pass(30_000);
  assert.equal((await failed).kind, 'out-of-time');
});

test('leaves no timer behind when the answer is in time', async () => {
  const clock = new VirtualClock();
  await deadline(clock)(scripted('only', { says: 'hello' }).ask)(ask().question);
  assert.equal(clock.waiting, 0);
});

test('an answer that is being watched may flow beyond the time budget, up to five minutes', async () => {
  const clock = new VirtualClock();
  const startedAt = clock.now();
  let tell: ((event: AnswerEvent) => void) | undefined;
  const next: Ask = question => {
    tell = question.onEvent;
    return new Promise(() => undefined);
  };
  const { question } = ask({ watched: true, until: startedAt + 30_000 });
  const failed = failureOf(deadline(clock)(next)(question)).then(({ kind }) => [kind, clock.now() - startedAt]);
  tell?.({ kind: 'text', text: 'The' });
  await clock.pass(400_000);
  assert.deepEqual(await failed, ['out-of-time', 300_000]);
});

test('an answer nobody watches is not extended', async () => {
  const clock = new VirtualClock();
  const startedAt = clock.now();
  const { question } = ask({ until: startedAt + 30_000 });
  const layer = deadline(clock)(scripted('only', 'hangs').ask);
  const failed = failureOf(layer(question)).then(() => clock.now() - startedAt);
  await clock.pass(400_000);
  assert.equal(await failed, 30_000);
});

/** A watched question of 30 s whose target does no more than tell these events: when it ended, and with what text. */
async function endAfter(...events: readonly AnswerEvent[]) {
  const clock = new VirtualClock();
  const startedAt = clock.now();
  const next: Ask = question => {
    for (const event of events) question.onEvent?.(event);
    return new Promise(() => undefined);
  };
  const { question } = ask({ watched: true, until: startedAt + 30_000 });
  const failed = failureOf(deadline(clock)(next)(question)).then(({ details }) => ({
    afterMs: clock.now() - startedAt,
    partial: details.partial,
  }));
  await clock.pass(400_000);
  return failed;
}

test('after a restart nothing flows until the next one writes: the time budget holds again', async () => {
  const restart = { kind: 'restart', because: new Failure('reset'), next: 'second' } as const;
  assert.deepEqual(await endAfter({ kind: 'text', text: 'It a' }, restart), { afterMs: 30_000, partial: undefined });
});

test('thinking flows too, and what was shown is not lost when the time is up', async () => {
  assert.deepEqual(await endAfter({ kind: 'thinking' }, { kind: 'text', text: 'It adds' }), {
    afterMs: 300_000,
    partial: 'It adds',
  });
});
