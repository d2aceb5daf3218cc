import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultThresholds } from '../../../src/core/routing/complexity.ts';
import { createRoute } from '../../../src/core/routing/router.ts';
import { tiered } from '../../../src/core/routing/strategies/tiered.ts';
import { strategiesWith, strategyNames, type StrategyName } from '../../../src/core/routing/strategies/all.ts';
import type { Note } from '../../../src/core/model/note.ts';
import { house } from '../../support/house.ts';
import { ask, scripted, type QuestionChanges } from '../../support/scripted.ts';

const prices: Readonly<Record<string, number>> = { dear: 25, free: 0 };

/** Asks one question of targets with these ids by a strategy; gives the house, and how to ask. */
function chainOf(ids: readonly string[], strategy: StrategyName = 'ordered') {
  const paces = new Map([['dear', { firstTokenMs: 1_000, msPerToken: 20 }]]);
  const route = createRoute({
    ...{
      strategy: () => strategiesWith({ tiered, learned: tiered })[strategy],
      setFor: () => undefined,
      thresholds: () => defaultThresholds,
    },
    paceOf: id => ({
      ...{ usual: paces.get(id), latest: paces.get(id), isStale: false, cachedShare: 0 },
      failureShare: id === 'dear' ? 0.25 : 0.02,
    }),
    priceOf: ({ id }) => (prices[id] === undefined ? undefined : { input: prices[id], output: prices[id] }),
    room: { windowOf: () => undefined, upperFactor: () => 1 },
    isReady: () => true,
    chance: () => 0.99,
  });
  const targets = ids.map(id => scripted(id, { says: 'hello' }));
  const world = house(targets, { route, caching: () => false });
  const routed = async (changes: QuestionChanges = {}) => {
    const { question, notes } = ask({ sampling: { maxOutputTokens: 400 }, ...changes });
    await world.client.ask(question);
    return notes.find((note): note is Extract<Note, { kind: 'routed' }> => note.kind === 'routed');
  };
  return { ...world, paces, routed };
}

// "not clear how Auto chooses the model that it does, and why": microsoft/vscode#321602
for (const strategy of strategyNames)
  test(`${strategy}: every one that could be asked is told with its time, its cost and how it failed, as they were then`, async () => {
    const { routed, paces } = chainOf(['dear', 'plain', 'free'], strategy);
    const note = await routed();
    paces.clear(); // what is learnt later changes nothing
    const dear = note?.options.find(({ target }) => target === 'dear');
    assert.partialDeepStrictEqual(dear, { expectedMs: 3_000, failureShare: 0.25 });
    assert.ok(dear?.costUsd !== undefined && dear.costUsd > 0.0025 && dear.costUsd < 0.003);
    assert.deepEqual(note?.options.map(({ target }) => target).sort(), ['dear', 'free', 'plain']);
  });

// "displays $0 ... users assume the model is free": anomalyco/opencode#29971; 0 is a price: mozilla-ai/otari#490
test('a price that is not known is none, and one of nothing is one', async () => {
  const note = await chainOf(['plain', 'free']).routed();
  assert.deepEqual(
    note?.options.map(option => ['costUsd' in option, option.costUsd]),
    [
      [false, undefined],
      [true, 0],
    ],
  );
});

test('who could not be asked is told with the reason, and for how long, as far as that is known', async () => {
  const { routed, circuits, clock, client, barred } = chainOf(['one', 'two', 'three', 'four']);
  const [one, two] = client.targets;
  if (one) circuits.of(one).adopt({ is: 'open', until: clock.now() + 40_000 }, 0);
  if (two) circuits.of(two).pause();
  barred.set('three', 'no-key');
  const note = await routed();
  assert.deepEqual(
    note?.options.map(({ held, heldMs }) => [held, heldMs]),
    [
      ['circuit-open', 40_000],
      ['paused-by-user', undefined],
      ['no-key', undefined],
      [undefined, undefined],
    ],
  );
});

test('of many the first five are told, and how many more there were', async () => {
  const ids = Array.from({ length: 20 }, (_, at) => `t${at}`);
  const note = await chainOf(ids).routed();
  assert.deepEqual([note?.options.map(({ target }) => target), note?.others], [ids.slice(0, 5), 15]);
});

test('only those are told that the question may go to, and where there is one alone nothing is', async () => {
  const { routed } = chainOf(['one', 'two', 'three']);
  const note = await routed({ only: ['two', 'three'] });
  assert.deepEqual([note?.target, note?.options.map(({ target }) => target)], ['two', ['two', 'three']]);
  assert.equal(await routed({ only: ['two'] }), undefined);
  assert.equal(await chainOf(['one']).routed(), undefined);
});

// "429 triggers instant fallback with no Retry-After consulted": superagent-ai/superagent#1145; caura-ai/caura#861
for (const [retryAfterMs, expected] of [
  [2_000, { kind: 'retry', delayMs: 2_200, insteadOf: { target: 'second' } }],
  [60_000, { kind: 'fallback', from: 'first', to: 'second', waitMs: 60_000 }],
] as const)
  test(`a server that wants ${retryAfterMs / 1_000} s: what was done is noted with what it was chosen over`, async () => {
    const first = scripted('first', { fails: 'rate-limited', details: { retryAfterMs } }, { says: 'now' });
    const { client, clock } = house([first, scripted('second', { says: 'two' })]);
    const { question, notes } = ask();
    const end = client.ask(question);
    await clock.pass(5_000);
    await end;
    assert.partialDeepStrictEqual(
      notes.find(({ kind }) => kind === expected.kind),
      expected,
    );
  });

test('whoever is asked next is told with its time, where one waits for another', async () => {
  const { routed, client, clock } = chainOf(['first', 'dear']);
  assert.ok(await routed());
  const world = house(
    [scripted('first', { fails: 'rate-limited', details: { retryAfterMs: 1_000 } }, { says: 'now' }), scripted('dear')],
    {
      route: (question, targets) =>
        client.routeOf(question).flatMap((each, at) => (targets[at] ? [{ ...each, target: targets[at] }] : [])),
    },
  );
  const { question, notes } = ask({ sampling: { maxOutputTokens: 400 } });
  const end = world.client.ask(question);
  await world.clock.pass(5_000 + clock.now());
  await end;
  assert.partialDeepStrictEqual(
    notes.find(({ kind }) => kind === 'retry'),
    { insteadOf: { target: 'dear', expectedMs: 3_000 } },
  );
});
