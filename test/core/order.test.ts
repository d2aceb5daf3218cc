import assert from 'node:assert/strict';
import { test } from 'node:test';
import { house } from '../support/house.ts';
import { ask, failureOf, scripted } from '../support/scripted.ts';

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
  const target = scripted('only', 'server', 'server', 'server', 'server', 'server', { says: 'back' });
  const { clock, client } = house([target], { claim: async () => undefined });
  const askFor = async (words: string, ms: number) => {
    const answer = client.ask(ask({ words, until: clock.now() + 30_000 }).question);
    await clock.pass(ms);
    await answer;
  };
  await askFor('one', 10_000);
  await askFor('two', 70_000);
  await askFor('three', 10_000);
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
