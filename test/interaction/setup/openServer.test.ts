import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { openServer } from '../../../src/interaction/setup/openServer.ts';
import { serverOf } from '../../../src/interaction/settings/targetEntry.ts';
import { knowledge } from '../../support/knowledge.ts';
import { canary, setupWorld } from './setupWorld.ts';

const origin = 'http://127.0.0.1:4000';
const facts = knowledge.providers.find(each => each.name === 'openai-compatible');
assert.ok(facts);
const local = serverOf(facts, { baseUrl: `${origin}/v1` }, knowledge.checkAddress);
const wants = (wanted: string) => (key: string | undefined) =>
  key === wanted ? ['llama'] : new Failure('auth', { status: 401 });

test('a server on this machine that wants a key is asked for one', async () => {
  const house = setupWorld({ types: canary });
  house.models[origin] = wants(canary);
  const opened = await openServer(local, house);
  assert.deepEqual(
    [opened?.server.auth, opened?.listed.models, house.user.prompts],
    ['bearer', ['llama'], ['It is saved in VS Code’s secret storage and sent only to 127.0.0.1:4000.']],
  );
});

test('a server on this machine whose key is saved is asked with it, and the user is not', async () => {
  const house = setupWorld();
  await house.keys.set(origin, canary);
  const listModels: typeof house.listModels = async server =>
    server.auth === 'bearer' ? ['llama'] : Promise.reject(new Failure('auth', { status: 401 }));
  const opened = await openServer(local, { ...house, listModels });
  assert.deepEqual([opened?.server.auth, house.user.saw], ['bearer', []]);
});

test('a saved key that is rejected now is asked for anew, with the reason', async () => {
  const house = setupWorld({ types: canary });
  await house.keys.set(origin, 'sk-old');
  house.models[origin] = wants(canary);
  const opened = await openServer({ ...local, auth: 'bearer' }, house);
  assert.deepEqual([opened?.listed.models, house.user.prompts], [['llama'], ['(auth)']]);
});

test('a server that does not answer is open all the same: it may be started later', async () => {
  const opened = await openServer(local, setupWorld());
  assert.deepEqual([opened?.listed.models, opened?.listed.trouble?.kind], [[], 'server-not-running']);
});
