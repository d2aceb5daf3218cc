import assert from 'node:assert/strict';
import { test } from 'node:test';
import { house } from '../../support/house.ts';
import { ask, scripted } from '../../support/scripted.ts';

const list = {
  check: (value: unknown) => (Array.isArray(value) ? undefined : 'It is not a list.'),
  predefined: '[]',
};
const data = { watched: true, offline: false, expects: { form: 'prose', language: '', code: '', json: list } } as const;

test('a target that does not hold to the form twice makes way for the next one, and its circuit stays whole', async () => {
  const sources = [scripted('first', { says: 'no' }), scripted('second', { says: '[1]' })];
  const { client, circuits } = house(sources);
  const answer = await client.ask(ask(data).question);
  assert.deepEqual([answer.from, answer.text, answer.degraded], ['second', '[1]', []]);
  assert.deepEqual([sources[0]?.calls.length, sources.every(({ target }) => circuits.admits(target))], [2, true]);
});

test('only when none of them holds to it the predefined response stands in', async () => {
  const sources = [scripted('first', { says: 'no' }), scripted('second', { says: 'neither' })];
  const answer = await house(sources).client.ask(ask(data).question);
  assert.deepEqual([answer.text, answer.degraded], ['[]', ['predefined']]);
  assert.deepEqual(
    sources.map(({ calls }) => calls.length),
    [2, 2],
  );
});

test('an older answer in the form goes before the predefined one', async () => {
  const { client, clock } = house([scripted('first', { says: '[1]' }, { says: 'no' })]);
  await client.ask(ask(data).question);
  await clock.pass(4_000_000);
  const answer = await client.ask(ask({ ...data, until: clock.now() + 30_000 }).question);
  assert.deepEqual([answer.text, answer.degraded], ['[1]', ['stale']]);
});

test('a target that failed in the midst of its JSON is asked again: nobody has seen the half', async () => {
  const { client, clock } = house([scripted('first', { fails: 'truncated', afterText: '[1' }, { says: '[1]' })]);
  const answer = client.ask(ask(data).question);
  await clock.pass(5_000);
  assert.equal((await answer).text, '[1]');
});
