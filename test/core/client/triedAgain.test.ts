import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unlessAborted } from '../../../src/core/model/clock.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Parts } from '../../../src/core/client.ts';
import { house } from '../../support/house.ts';
import { answerOf, ask, failureOf, scripted, type Scripted } from '../../support/scripted.ts';
import { settle } from '../../support/virtualClock.ts';

// A target whose circuit is open and whose rest is over is tried by a question that another can answer, too.

/** The first one is silent until `silentMs`, writes then a word each second, and has answered after ten. */
function world(silentMs: number, secondMs = 0, more: Partial<Parts> = {}) {
  const second = scripted('second', { says: 'hello' });
  const made = house([slow('first', () => silentMs), { ...second, ask: slow('second', () => secondMs).ask }], more);
  function slow(id: string, afterMs: () => number): Scripted {
    const target = scripted(id);
    const ask: Scripted['ask'] = async question => {
      target.calls.push(question);
      const { signal, onEvent } = question;
      onEvent?.({ kind: 'sent' });
      const say = (text: string, inMs: number) =>
        unlessAborted(new Promise<void>(go => void made.clock.after(inMs, go)), signal).then(() =>
          onEvent?.({ kind: 'text', text }),
        );
      await say('word', afterMs());
      for (let word = 1; word < 10 && afterMs() > 0; word += 1) await say('word', 1_000);
      return answerOf(id, 'hello');
    };
    return { ...target, ask };
  }
  const [first] = made.client.targets;
  assert.ok(first);
  const circuit = made.circuits.of(first);
  const open = () => [1, 2, 3, 4, 5].forEach(() => circuit.enter()?.fail(1));
  return { ...made, circuit, open };
}

let asked = 0;
const question = (until: number, watched = false) => ask({ words: `question ${(asked += 1)}`, until, watched });

test('a question need not wait for a silent target that is only tried again', async () => {
  const { clock, client, circuit, open } = world(Infinity);
  open();
  await clock.pass(5_600);
  const answer = client.ask(question(clock.now() + 35_000).question);
  await clock.pass(60);
  assert.equal((await answer).from, 'second');
  assert.equal(circuit.state.is, 'half-open');
  await clock.pass(20_000);
  assert.deepEqual([circuit.state.is, circuit.failedProbes], ['open', 1]);
});

test('the first word of one that is tried closes its circuit, though the other was sooner, and costs no more than that', async () => {
  const { clock, client, circuit, open } = world(3_000);
  open();
  await clock.pass(5_600);
  const answer = client.ask(question(clock.now() + 35_000).question);
  await clock.pass(60);
  assert.equal((await answer).from, 'second');
  await clock.pass(3_000);
  assert.equal(circuit.state.is, 'closed');
});

test('one that was left alone for long has a head start, and answers itself', async () => {
  const { clock, client, circuit, open } = world(1_000);
  open();
  await clock.pass(60_000);
  const answer = client.ask(question(clock.now() + 35_000, true).question);
  await clock.pass(12_000);
  assert.equal((await answer).from, 'first');
  assert.equal(circuit.state.is, 'closed');
});

test('when the other one fails, the one that is tried is waited for', async () => {
  const first = scripted('first', { says: 'hello' });
  const { clock, client, circuits } = house([first, scripted('second', 'bad-request')]);
  const circuit = circuits.of(first.target);
  [1, 2, 3, 4, 5].forEach(() => circuit.enter()?.fail(1));
  await clock.pass(5_600);
  assert.equal((await client.ask(question(clock.now() + 35_000).question)).from, 'first');
});

test('who cancels stops the one that is tried as well, which proves nothing', async () => {
  const { clock, client, circuit, open } = world(Infinity, Infinity);
  open();
  await clock.pass(5_600);
  const { question: stopped, stop } = question(clock.now() + 35_000);
  const failed = failureOf(client.ask(stopped));
  await clock.pass(500);
  stop.abort(new Failure('cancelled'));
  assert.equal((await failed).kind, 'cancelled');
  await settle();
  assert.deepEqual([circuit.state.is, circuit.admits, circuit.failedProbes], ['open', true, 0]);
});

test('one that is slow by nature is waited for, or it would never come back', async () => {
  const limits = () => ({ connectMs: 5_000, firstTokenMs: 30_000, idleMs: 10_000, isSlowByNature: true });
  const { clock, client, open } = world(15_000, 1, { limits });
  open();
  await clock.pass(5_600);
  const answer = client.ask(question(clock.now() + 35_000).question);
  await clock.pass(30_000);
  assert.equal((await answer).from, 'first');
});

test('one that is tried closes its circuit with its first word while the other one writes', async () => {
  const { clock, client, circuit, open } = world(2_000, 1);
  open();
  await clock.pass(5_600);
  const { question: watched, events } = question(clock.now() + 35_000, true);
  const answer = client.ask(watched);
  await clock.pass(2_100);
  assert.equal(circuit.state.is, 'closed');
  await clock.pass(20_000);
  assert.equal((await answer).from, 'second');
  assert.equal(events.filter(({ kind }) => kind === 'text').length, 10);
});
