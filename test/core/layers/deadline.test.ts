import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ask } from '../../../src/core/model/layer.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { attempt } from '../../../src/core/layers/attempt.ts';
import { deadline } from '../../../src/core/layers/deadline.ts';
import { ask, failureOf, scripted, targetOf, type QuestionChanges } from '../../support/scripted.ts';
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

/** What an attempt does. */
type Told = AnswerEvent | { readonly kind: 'fails' };

/**
 * A question of 30 s whose attempts do no more than tell these events; 'fails' ends one of them, and the next begins. When it
 * ended, and with what text.
 */
async function endAfter(more: QuestionChanges, ...events: readonly Told[]) {
  const clock = new VirtualClock();
  const startedAt = clock.now();
  const left = [...events];
  const next: Ask = question => {
    for (let event = left.shift(); event; event = left.shift()) {
      if (event.kind === 'fails') return Promise.reject(new Failure('reset'));
      question.onEvent?.(event);
    }
    return new Promise(() => undefined);
  };
  const tried = attempt(clock, targetOf('only'), () => ({ connectMs: 1e9, firstTokenMs: 1e9, idleMs: 1e9 }))(next);
  const { question } = ask({ until: startedAt + 30_000, ...more });
  const twice: Ask = seen => tried(seen).catch(() => tried(seen));
  const failed = failureOf(deadline(clock)(twice)(question)).then(({ kind, details }) => ({
    kind,
    afterMs: clock.now() - startedAt,
    partial: details.partial,
  }));
  await clock.pass(400_000);
  return failed;
}

const words = { kind: 'text', text: 'It adds' } as const;
const atOnce = { kind: 'out-of-time', afterMs: 30_000, partial: undefined } as const;

test('an answer that is being watched may flow beyond the time budget, up to five minutes', async () => {
  assert.deepEqual(await endAfter({ watched: true }, words), { ...atOnce, afterMs: 300_000, partial: 'It adds' });
});

test('so may an edit, which nobody watches', async () => {
  assert.deepEqual(await endAfter({ task: 'edit' }, words), { ...atOnce, afterMs: 300_000 });
});

for (const priority of ['inline', 'background'] as const) {
  test(`an answer that nobody waits for is not extended: ${priority}`, async () => {
    assert.deepEqual(await endAfter({ priority }, words), atOnce);
  });
}

test('an answer that has not begun is not extended', async () => {
  assert.deepEqual(await endAfter({ watched: true }, { kind: 'sent' }), atOnce);
});

test('blanks do not make an answer flow', async () => {
  const { afterMs } = await endAfter({ watched: true }, { kind: 'text', text: ' \n\t' });
  assert.equal(afterMs, 30_000);
});

test('after an attempt has failed nothing flows until the next one writes: the time budget holds again', async () => {
  assert.equal((await endAfter({ watched: true }, words, { kind: 'fails' })).afterMs, 30_000);
  assert.equal((await endAfter({ watched: true }, words, { kind: 'fails' }, words)).afterMs, 300_000);
});

test('what was shown before a restart is not what was being written when the time was up', async () => {
  const restart = { kind: 'restart', because: new Failure('reset'), next: 'second' } as const;
  assert.equal((await endAfter({ watched: true }, words, restart)).partial, undefined);
});

test('thinking flows too, and what was shown is not lost when the time is up', async () => {
  const failed = await endAfter({ watched: true }, { kind: 'thinking' }, words);
  assert.deepEqual(failed, { ...atOnce, afterMs: 300_000, partial: 'It adds' });
});
