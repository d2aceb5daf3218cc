import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sleep } from '../../../src/core/model/clock.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { house } from '../../support/house.ts';
import { ask, failureOf, scripted, targetOf, type Scripted } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

/** Fails a second after it was asked. */
function slowToFail(id: string, clock: VirtualClock): Scripted {
  const target = targetOf(id);
  const told = scripted(id);
  return {
    ...told,
    ask: async question => {
      told.calls.push(question);
      await sleep(clock, 1_000, question.signal);
      throw new Failure('server', { target: target.id });
    },
  };
}

test('two targets that are asked beside each other share what a question may still attempt', async () => {
  const clock = new VirtualClock();
  const learning = scripted('first', 'unsupported-parameter', 'unsupported-parameter', 'certificate');
  const chain = [learning, slowToFail('second', clock), slowToFail('third', clock)];
  const { client } = house(chain, { clock, hedgeAfterMs: ({ id }) => (id === 'second' ? 20 : undefined) });
  const answer = client.ask(ask({ until: clock.now() + 30_000 }).question);
  await clock.pass(30_000);
  await answer;
  assert.equal(
    chain.reduce((sum, { calls }) => sum + calls.length, 0),
    6,
  );
});

test('a prompt that is still too long after it was made smaller is not sent a third time', async () => {
  const target = scripted('only', 'context-too-long');
  const { client } = house([target]);
  const help = ['one', 'two', 'three', 'four'].map(
    name => ({ kind: 'text', name, role: 'user', text: 'x'.repeat(100), priority: 10 }) as const,
  );
  const question = { kind: 'text', name: 'question', role: 'user', text: 'what is this?', priority: 95 } as const;
  await client.ask(ask({ request: { template: 'test@1', parts: [...help, question] } }).question);
  assert.equal(target.calls.length, 2);
});

test('a first target of which nothing is known is not stopped for its silence, another is asked beside it', async () => {
  const [first, second] = [scripted('first', 'hangs'), scripted('second', 'hangs')];
  const { clock, client } = house([first, second], { hedgeAfterMs: () => Infinity });
  const answer = failureOf(client.ask(ask({ until: clock.now() + 30_000, offline: false }).question));
  await clock.pass(8_999); // a third of the time, of which a tenth is kept for the last resort
  assert.deepEqual([first.calls.length, second.calls.length], [1, 0]);
  await clock.pass(1);
  assert.deepEqual([first.stopped.length, second.calls.length], [0, 1]);
  await clock.pass(10_999);
  assert.deepEqual([first.stopped.length, second.stopped.length], [0, 0]); // their own limit is 20 s
  await clock.pass(20_000);
  await answer;
});

test('a hedged target that stays silent leaves a third of the time to somebody after the second', async () => {
  const [first, second, third] = [scripted('first', 'hangs'), scripted('second', 'hangs'), scripted('third')];
  const { clock, client } = house([first, second, third], {
    hedgeAfterMs: () => Infinity,
    limits: () => ({ connectMs: 60_000, firstTokenMs: 60_000, idleMs: 10_000 }),
  });
  const answer = client.ask(ask({ until: clock.now() + 30_000 }).question);
  await clock.pass(20_000);
  assert.deepEqual([(await answer).from, first.stopped.length], ['third', 1]);
});
