import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { detectLocal } from '../../../src/interaction/setup/detectLocal.ts';
import type { Server } from '../../../src/interaction/settings/targetEntry.ts';
import { setupWorld } from './setupWorld.ts';

test('local models are found where they usually are, and added when picked', async () => {
  const house = setupWorld({ picks: ['llama-4', 'qwen'] });
  house.models['http://127.0.0.1:11434'] = ['llama-4'];
  house.models['http://127.0.0.1:1234'] = ['qwen', 'other'];
  await detectLocal(house);
  assert.deepEqual(house.user.lists, [['llama-4', 'qwen', 'other']]);
  assert.deepEqual(
    house.saved[0]?.[0].map(({ baseUrl, model }) => `${baseUrl} ${model}`),
    ['http://127.0.0.1:11434/v1 llama-4', 'http://127.0.0.1:1234/v1 qwen'],
  );
});

test('local models that are picked are agreed to, those that are only found are not', async () => {
  const house = setupWorld({ picks: ['llama-4'] });
  house.models['http://127.0.0.1:11434'] = ['llama-4'];
  house.models['http://127.0.0.1:1234'] = ['qwen'];
  await detectLocal(house);
  assert.deepEqual(house.chosen, ['http://127.0.0.1:11434']);
});

test('a machine without models says where was looked', async () => {
  const house = setupWorld();
  await detectLocal(house);
  assert.match(house.user.saw[0] ?? '', /Ollama \(127\.0\.0\.1:11434\), LM Studio .*1234\), llama\.cpp .*8080\)/);
});

test('a server that accepts and is silent is waited for one second, twice, and its requests are aborted', async () => {
  const house = setupWorld();
  const signals: AbortSignal[] = [];
  const silent = (_server: Server, signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<never>(() => undefined);
  };
  const looked = detectLocal({ ...house, listModels: silent });
  await house.clock.pass(2_000);
  await looked;
  assert.deepEqual(
    signals.map(({ aborted }) => aborted),
    [true, true, true, true, true, true],
  );
  assert.equal(house.clock.waiting, 0);
});

test('a server that runs is found also where the machine is so busy that its answer takes most of a second', async () => {
  const house = setupWorld({ picks: ['llama'] });
  const listModels = ({ baseUrl }: Server) =>
    new Promise<readonly string[]>((resolve, reject) => {
      house.clock.after(900, () =>
        baseUrl.includes('11434') ? resolve(['llama']) : reject(new Failure('unreachable')),
      );
    });
  const looked = detectLocal({ ...house, listModels });
  await house.clock.pass(900);
  await looked;
  assert.deepEqual(house.user.lists, [['llama']]);
});

test('a local server that wants a key is asked for its models with the one that is typed, and sent it from then on', async () => {
  const house = setupWorld({ types: 'sk-local' }, { picks: ['qwen'] });
  house.models['http://127.0.0.1:1234'] = key => (key === 'sk-local' ? ['qwen'] : new Failure('auth', { status: 401 }));
  await detectLocal(house);
  const entry = { provider: 'openai-compatible', model: 'qwen', baseUrl: 'http://127.0.0.1:1234/v1', auth: 'bearer' };
  assert.deepEqual(
    [house.saved, house.user.prompts],
    [[[[entry], 'last']], ['It is saved in VS Code’s secret storage and sent only to 127.0.0.1:1234.']],
  );
});

test('in a remote window it is said which machine was searched, and how a server at home is reached', async () => {
  const house = setupWorld();
  await detectLocal({ ...house, remoteName: 'ssh-remote' });
  assert.match(house.user.saw[0] ?? '', /on the remote machine \(ssh-remote\), where this window runs.*ssh -R/);
});
