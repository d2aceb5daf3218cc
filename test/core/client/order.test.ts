import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Parts } from '../../../src/core/client.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { Limiters } from '../../../src/core/resilience/limiters.ts';
import { house } from '../../support/house.ts';
import { ask, failureOf, scripted, type Scripted } from '../../support/scripted.ts';
import { settle } from '../../support/virtualClock.ts';
import { machine, price, today } from '../budget/ledgerScene.ts';

const redaction = {
  enabled: () => true,
  scan: async (text: string) => {
    const start = text.indexOf('hunter2');
    return start < 0 ? [] : [{ start, end: start + 7, kind: 'password' }];
  },
};

test('what is remembered of a question holds none of its secrets', async () => {
  const hashed: string[] = [];
  const hash = (text: string) => {
    hashed.push(text);
    return text;
  };
  const { client } = house([scripted('only', { says: 'hello' })], { redaction, hash });
  await client.ask(ask({ words: 'password = hunter2' }).question);
  assert.deepEqual([hashed.length > 0, hashed.some(text => text.includes('hunter2'))], [true, false]);
});

test('equal questions at the same time are one call', async () => {
  const target = scripted('only', { says: 'hello' });
  const { client } = house([target]);
  await Promise.all([client.ask(ask().question), client.ask(ask().question)]);
  assert.equal(target.calls.length, 1);
});

test('what other windows know is read before anyone is asked', async () => {
  const target = scripted('only', { says: 'hello' });
  const world = house([target], { catchUp: async () => world.circuits.of(target.target).pause() });
  await failureOf(world.client.ask(ask({ task: 'edit' }).question));
  assert.equal(target.calls.length, 0);
});

test('a target that another window tries again is left alone', async () => {
  const target = scripted('only', ...Array.from({ length: 5 }, () => 'server-not-running' as const), { says: 'back' });
  const { clock, client } = house([target], { claim: async () => undefined });
  for (const words of ['one', 'two', 'three', 'four', 'five']) await client.ask(ask({ words }).question);
  await clock.pass(70_000);
  await client.ask(ask({ words: 'now?', until: clock.now() + 30_000 }).question);
  assert.equal(target.calls.length, 5);
});

test('however long there is no network, no circuit opens for it', async () => {
  const targets = [scripted('first', 'unreachable'), scripted('second', 'unreachable')];
  const { clock, client, circuits } = house(targets);
  for (const words of ['one', 'two', 'three', 'four', 'five', 'six', 'seven']) {
    const answer = client.ask(ask({ words, until: clock.now() + 30_000 }).question);
    await clock.pass(11_000);
    await answer;
  }
  assert.deepEqual(
    targets.map(({ target }) => circuits.of(target).state.is),
    ['closed', 'closed'],
  );
});

test('a target that is not allowed any more does not answer from memory either', async () => {
  const { client, barred } = house([scripted('only', { says: 'hello' })]);
  await client.ask(ask().question);
  barred.set('only', 'not-allowed');
  assert.equal((await client.ask(ask().question)).freshness, 'offline');
});

/** A house whose targets cost a dollar for a million tokens. */
function counted(sources: readonly Scripted[], more: Partial<Parts> = {}) {
  const { clock, window } = machine();
  const ledger = window();
  const budget: Parts['budget'] = {
    ledger,
    workspace: () => 'here',
    priceOf: () => price,
    onExceeded: () => 'degrade',
    upperFactor: () => 1,
  };
  const limiters = new Limiters(clock, () => ({ requestsPerMinute: 100, tokensPerMinute: 1e9, concurrent: 1 }));
  const { client } = house(sources, { clock, budget, limiters, ...more });
  return { clock, ledger, client };
}

test('who waits for a place holds nothing of the budget', async () => {
  const { client, ledger } = counted([scripted('only', 'hangs')]);
  const [first, second] = [ask({ words: 'one' }), ask({ words: 'two' })];
  const ends = [failureOf(client.ask(first.question))];
  await settle();
  const alone = today(ledger);
  ends.push(failureOf(client.ask(second.question)));
  await settle();
  assert.deepEqual([today(ledger), (alone[1] ?? 0) > 0], [alone, true]);
  for (const { stop } of [second, first]) stop.abort(new Failure('cancelled'));
  await Promise.all(ends);
});

test('each try is reserved and settled for itself', async () => {
  const { client, ledger, clock } = counted([scripted('only', 'server', { says: 'hello' })]);
  const answer = client.ask(ask().question);
  await clock.pass(5_000);
  await answer;
  await settle();
  assert.equal(ledger.overview()[0]?.attempts, 2);
});

test('a test that the user asked for costs too', async () => {
  const target = scripted('only', { says: 'hello' });
  const { client, ledger } = counted([target]);
  await client.tryOnce(target.target, ask().question);
  await settle();
  assert.deepEqual(today(ledger), [15, 0]);
});

test('a question is trimmed once, however often it is tried', async () => {
  const target = scripted('only', 'server', { says: 'hello' });
  const { client, clock } = counted([target], { room: { windowOf: () => 2_000, upperFactor: () => 1 } });
  const sections = [
    { kind: 'text', name: 'file', role: 'user', text: 'many words '.repeat(5_000), priority: 10 },
    { kind: 'text', name: 'question', role: 'user', text: 'what is this?', priority: 95 },
  ] as const;
  const { question, notes } = ask({ request: { template: 'test@1', parts: sections } });
  const answer = client.ask(question);
  await clock.pass(5_000);
  await answer;
  assert.deepEqual([target.calls.length, notes.filter(({ kind }) => kind === 'trimmed').length], [2, 1]);
});
