import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { failureLine } from '../../../src/interaction/text/failureLine.ts';
import { enterKey } from '../../../src/interaction/setup/enterKey.ts';
import { serverOf, type Server } from '../../../src/interaction/settings/targetEntry.ts';
import { knowledge } from '../../support/knowledge.ts';
import { originsOf } from '../../support/memorySecrets.ts';
import { anthropic, canary, setupWorld } from './setupWorld.ts';

const rejected = new Failure('auth', { status: 401 });

function server(name: string): Server {
  const facts = knowledge.providers.find(each => each.name === name);
  assert.ok(facts);
  return serverOf(facts, {}, knowledge.checkAddress);
}

test('a key is tried before it is kept: a rejected one is asked for again with the reason', async () => {
  const house = setupWorld({ types: 'sk-wrong' }, { types: ` ${canary} ` });
  house.models[anthropic] = key => (key === canary ? ['claude-haiku-5-5'] : rejected);
  const listed = await enterKey(server('anthropic'), house);
  assert.deepEqual(listed?.models, ['claude-haiku-5-5']);
  assert.equal(house.user.prompts[1], 'The key was not saved. (auth)');
  assert.equal(await house.keys.keyFor({ origin: anthropic, auth: 'api-key' }), canary);
});

test('of a rejected key nothing is kept when the user turns away', async () => {
  const house = setupWorld({ types: 'sk-wrong' }, 'turns away');
  house.models[anthropic] = rejected;
  assert.equal(await enterKey(server('anthropic'), house), undefined);
  assert.deepEqual(originsOf(house.keys), []);
});

test('a key that replaces a good one and is rejected leaves the good one', async () => {
  const house = setupWorld({ types: 'sk-wrong' }, 'turns away');
  await house.keys.set(anthropic, canary);
  house.models[anthropic] = rejected;
  await enterKey(server('anthropic'), house);
  assert.equal(await house.keys.keyFor({ origin: anthropic, auth: 'api-key' }), canary);
});

for (const kind of ['unreachable', 'server', 'not-found', 'not-the-api', 'certificate', 'silent'] as const)
  test(`a key that cannot be tried (${kind}) is kept after a question`, async () => {
    const [saves, leaves] = [true, false].map(agrees => setupWorld({ types: canary }, { agrees }));
    assert.ok(saves && leaves);
    for (const house of [saves, leaves]) {
      house.models[anthropic] = new Failure(kind);
      await enterKey(server('anthropic'), house);
    }
    assert.deepEqual([originsOf(saves.keys), originsOf(leaves.keys)], [[anthropic], []]);
    assert.equal(
      saves.user.saw[1],
      `Save the API key for api.anthropic.com untested? It could not be tested. (${kind})`,
    );
  });

test('of a provider whose own host cannot be found the network is told, and no address to correct', async () => {
  const told = async (trouble: Failure): Promise<string> => {
    const house = setupWorld({ types: canary }, { agrees: true });
    house.models[anthropic] = trouble;
    await enterKey(server('anthropic'), { ...house, describe: failure => failureLine(failure, id => id) });
    return house.user.saw[1] ?? '';
  };
  assert.match(await told(new Failure('unknown-host')), /There seems to be no network.*Check your network/);
  assert.doesNotMatch(await told(new Failure('connect-timeout')), /There seems to be no network/);
});

for (const kind of ['quota', 'rate-limited'] as const)
  test(`a server that says ${kind} has accepted the key`, async () => {
    const house = setupWorld({ types: canary });
    house.models[anthropic] = new Failure(kind);
    await enterKey(server('anthropic'), house);
    assert.deepEqual(originsOf(house.keys), [anthropic]);
  });

test('a restricted key that must not list the models is kept after a question', async () => {
  for (const details of [{ status: 403 }, { status: 401, said: 'Missing scopes: api.model.read' }]) {
    const house = setupWorld({ types: canary }, { agrees: true });
    house.models['https://api.openai.com'] = new Failure('auth', details);
    await enterKey(server('openai'), house);
    assert.deepEqual(originsOf(house.keys), ['https://api.openai.com']);
  }
});

test('cancelling the try keeps nothing', async () => {
  const house = setupWorld({ types: canary });
  house.models[anthropic] = new Failure('cancelled');
  assert.equal(await enterKey(server('anthropic'), house), undefined);
  assert.deepEqual(originsOf(house.keys), []);
});

test('nothing the user is shown holds any of a rejected key', async () => {
  const house = setupWorld({ types: canary }, 'turns away');
  house.models[anthropic] = rejected;
  await enterKey(server('anthropic'), house);
  assert.ok(!JSON.stringify([house.user.saw, house.user.prompts]).includes('canary'));
});
