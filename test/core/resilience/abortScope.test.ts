import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { AbortScope } from '../../../src/core/resilience/abortScope.ts';
import { failureOf } from '../../support/scripted.ts';

const endless = (): Promise<never> => new Promise(() => undefined);

test('work that does not listen is left when the leash is cut, and its signal says why', async () => {
  const leash = new AbortScope(new AbortController().signal);
  const held = failureOf(leash.hold(endless));
  leash.cut(new Failure('stalled'));
  leash.cut(new Failure('silent'));
  assert.equal((await held).kind, 'stalled');
  assert.equal(leash.signal.reason, await held);
});

test('an abort outside ends it with the same reason, before the work has begun too', async () => {
  const outer = new AbortController();
  const [early, late] = [new AbortScope(outer.signal), () => new AbortScope(outer.signal)];
  const held = failureOf(early.hold(endless));
  const reason = new Failure('cancelled');
  outer.abort(reason);
  assert.equal(await held, reason);
  assert.equal(await failureOf(late().hold(endless)), reason);
});

test('work is not started when it was ended before', async () => {
  let started = 0;
  const leash = new AbortScope(AbortSignal.abort(new Failure('cancelled')));
  await failureOf(leash.hold(() => ((started += 1), endless())));
  assert.equal(started, 0);
});

test('a leash that is released hears nothing more of what is outside', () => {
  const { signal } = new AbortController();
  const leash = new AbortScope(signal);
  assert.equal(getEventListeners(signal, 'abort').length, 1);
  leash.release();
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});
