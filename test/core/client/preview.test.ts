import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRoute } from '../../../src/core/routing/router.ts';
import { defaultThresholds } from '../../../src/core/routing/complexity.ts';
import { unknownPace } from '../../../src/core/resilience/paceRecord.ts';
import { cheapest } from '../../../src/core/routing/strategies/cheapest.ts';
import type { Note } from '../../../src/core/model/note.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { house } from '../../support/house.ts';
import { ask, scripted } from '../../support/scripted.ts';

/** One with a price, one whose price is not known, and one on this machine; the second has no key. */
function world() {
  const sources = [
    scripted('priced', { says: 'yes' }),
    scripted('unpriced', { says: 'yes' }),
    scripted('here', { says: 'yes' }),
  ].map((source, at) => ({ ...source, target: { ...source.target, loopback: at === 2 } }));
  const priceOf = ({ id }: Target) => (id === 'priced' ? { input: 3, output: 15 } : undefined);
  const route = createRoute({
    strategy: () => cheapest,
    setFor: () => undefined,
    thresholds: () => defaultThresholds,
    paceOf: id => (id === 'priced' ? { ...unknownPace, usual: { firstTokenMs: 400, msPerToken: 1 } } : unknownPace),
    priceOf,
    room: { windowOf: () => undefined, upperFactor: () => 1 },
    isReady: () => true,
    chance: () => 0.99,
  });
  const { client, barred } = house(sources, { route });
  barred.set('unpriced', 'no-key');
  return client;
}

test('what is expected of each before it is asked is what is told of the answer afterwards', async () => {
  const client = world();
  const before = await client.preview(ask().question);
  const { question, notes } = ask();
  await client.ask(question);
  const told = notes.find((note): note is Extract<Note, { kind: 'routed' }> => note.kind === 'routed');
  assert.deepEqual(
    before.toSorted((one, other) => one.place - other.place).map(({ expected }) => expected),
    told?.options,
  );
});

test('each keeps its place of the chain in the list, and says in which it would be asked', async () => {
  const previews = await world().preview(ask().question);
  assert.deepEqual(
    previews.map(({ target, place }) => [target.id, place]),
    [
      ['priced', 1],
      ['unpriced', 2],
      ['here', 0],
    ],
  );
});

test('a price that is not known is none; what runs on this machine costs nothing; what holds one back is told', async () => {
  const [priced, unpriced, here] = await world().preview(ask().question);
  assert.ok((priced?.expected.costUsd ?? 0) > 0);
  assert.deepEqual(
    [unpriced?.expected.costUsd, unpriced?.expected.held, here?.expected.costUsd],
    [undefined, 'no-key', 0],
  );
});
