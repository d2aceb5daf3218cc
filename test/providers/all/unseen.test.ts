import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnswerEvent } from '../../../src/core/model/answerEvent.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { failureOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { providerOf } from '../asked.ts';
import { portsWith, questionWith, targetAt } from '../asking.ts';

test('where the host’s fetch cannot be watched, a request counts as connected and sent after half a second', async () => {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const events: AnswerEvent[] = [];
  const { promise: asked, resolve } = Promise.withResolvers<undefined>();
  const fetch: typeof globalThis.fetch = (_url, init) => {
    resolve(undefined);
    return new Promise((_resolve, reject) =>
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
    );
  };
  const ask = providerOf('openai').createAsk(
    targetAt('openai', 'http://127.0.0.1:9999/v1'),
    portsWith({ clock, fetch }),
  );
  const failed = failureOf(ask(questionWith({ signal: stop.signal, onEvent: event => events.push(event) })));
  await asked;
  await clock.pass(600);
  stop.abort(new Failure('cancelled'));
  await failed;
  assert.deepEqual(events, [{ kind: 'connected' }, { kind: 'sent' }]);
});
