import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unlessAborted } from '../../../src/core/model/clock.ts';
import { house } from '../../support/house.ts';
import { ask, scripted, type Scripted } from '../../support/scripted.ts';

const limits = () => ({ connectMs: 5_000, firstTokenMs: 30_000, idleMs: 30_000 });

/** A chain that answers at its end only, asked by three questions at once. */
async function askThrice(...chain: readonly Scripted[]) {
  const { clock, client, circuits } = house([...chain, scripted('last', { says: 'hello' })], { limits });
  const answers = ['one', 'two', 'three'].map(words =>
    client.ask(ask({ words, until: clock.now() + 35_000 }).question),
  );
  await clock.pass(35_000);
  for (const answer of answers) assert.equal((await answer).from, 'last');
  return circuits;
}

const silent = (id: string) => scripted(id, 'hangs');

/** Nothing is heard of it, not even that it took the connection. */
const unconnected = (id: string): Scripted => ({
  ...scripted(id),
  ask: ({ signal }) => unlessAborted(new Promise(() => undefined), signal),
});

test('who was given little time because others had taken it is not blamed for silence', async () => {
  const chain = [silent('first'), silent('second'), silent('third')];
  const circuits = await askThrice(...chain);
  assert.deepEqual(
    chain.map(({ target }) => circuits.of(target).state.is),
    ['open', 'closed', 'closed'],
  );
});

test('that two servers were given no time to be connected to does not mean that the network is gone', async () => {
  const circuits = await askThrice(silent('first'), silent('second'), unconnected('third'), unconnected('fourth'));
  assert.equal(circuits.cooldowns.connectivity.isOffline, false);
});
