import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { deleteData } from '../../../src/interaction/data/deleteData.ts';
import { sayFailure } from '../../../src/interaction/platform/sayFailure.ts';
import { createKeys } from '../../../src/interaction/targets/keyStore.ts';
import { addTarget } from '../../../src/interaction/setup/addTarget.ts';
import { detectLocal } from '../../../src/interaction/setup/detectLocal.ts';
import { importKeys } from '../../../src/interaction/setup/importKeys.ts';
import { removeKey } from '../../../src/interaction/setup/removeKey.ts';
import { setKey } from '../../../src/interaction/setup/setKey.ts';
import { testTarget } from '../../../src/interaction/setup/testTarget.ts';
import { declaredTargets } from '../../../src/interaction/settings/declaredTargets.ts';
import type { TargetEntry } from '../../../src/interaction/settings/entryFields.ts';
import type { Server } from '../../../src/interaction/settings/targetEntry.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { knowledge } from '../../support/knowledge.ts';
import { MemoryMemento } from '../../support/memoryMemento.ts';
import { MemorySecrets, originsOf } from '../../support/memorySecrets.ts';
import { type Reply, ScriptedUser } from '../../support/scriptedUser.ts';
import type { Answer } from '../../../src/core/model/answer.ts';

const canary = 'sk-canary-0123456789';
const anthropic = 'https://api.anthropic.com';

/** Everything the commands work with; models are listed from `models` by origin, other origins do not answer. */
function world(...replies: readonly Reply[]) {
  const user = new ScriptedUser(...replies);
  const secrets = new MemorySecrets();
  const memento = new MemoryMemento();
  const clock = new VirtualClock();
  const saved: (readonly [readonly TargetEntry[], string])[] = [];
  const models: Record<string, readonly string[] | Failure> = {};
  const listed: Target[] = [];
  const chosen: string[] = [];
  const chose = (servers: readonly { readonly origin: string }[]) => {
    chosen.push(...servers.map(({ origin }) => origin));
    return Promise.resolve();
  };
  return {
    user,
    chosen,
    consent: { chose },
    memento,
    clock,
    saved,
    models,
    listed,
    knowledge,
    keys: createKeys(secrets, memento, clock),
    environment: {},
    targets: () => listed,
    listModels: ({ origin }: Server) => {
      const found = models[origin] ?? new Failure('server-not-running');
      return found instanceof Failure ? Promise.reject(found) : Promise.resolve(found);
    },
    saveTargets: (added: readonly TargetEntry[], place: string) => {
      saved.push([added, place]);
      return Promise.resolve();
    },
    describe: (failure: Failure) => `(${failure.kind})`,
  };
}

const declared = (...entries: readonly unknown[]): readonly Target[] =>
  declaredTargets(entries, knowledge, problem => assert.fail(JSON.stringify(problem)));

test('a key is kept, and the chosen model becomes a target before the others of its server', async () => {
  const house = world({ picks: 'Anthropic' }, { types: canary }, { picks: 'claude-sonnet-5-5' });
  house.models[anthropic] = ['claude-sonnet-5-5', 'claude-haiku-5-5'];
  await setKey(house);
  assert.equal(await house.keys.keyFor({ origin: anthropic, auth: 'api-key' }), canary);
  assert.deepEqual(house.saved, [[[{ provider: 'anthropic', model: 'claude-sonnet-5-5' }], 'first']]);
});

test('nothing the user is shown holds any of the key', async () => {
  const house = world({ picks: 'Anthropic' }, { types: `${canary} ` }, { picks: 'claude-haiku-5-5' });
  house.models[anthropic] = ['claude-haiku-5-5'];
  await setKey(house);
  assert.ok(!JSON.stringify([house.user.saw, house.user.lists, house.saved]).includes('canary'));
});

test('turning away from the models keeps the key and leaves the targets as they are', async () => {
  const house = world({ picks: 'Anthropic' }, { types: canary }, 'turns away');
  house.models[anthropic] = ['claude-haiku-5-5'];
  await setKey(house);
  assert.deepEqual([originsOf(house.keys), house.saved], [[anthropic], []]);
});

test('the models that would be chosen automatically stand first, and no embeddings', async () => {
  const house = world({ picks: 'OpenAI' }, { types: canary }, 'turns away');
  house.models['https://api.openai.com'] = [
    'text-embedding-3',
    'gpt-5',
    'gpt-10',
    'gpt-6-luna',
    'gpt-6-astra',
    'whisper-1',
  ];
  await setKey(house);
  assert.deepEqual(house.user.lists[1], ['gpt-6-astra', 'gpt-6-luna', 'gpt-5', 'gpt-10', 'Another model…']);
});

test('when the models cannot be listed that is said, and one may be typed', async () => {
  const house = world({ picks: 'Anthropic' }, { types: canary }, { types: ' ' }, { types: ' claude-next ' });
  house.models[anthropic] = new Failure('auth');
  await setKey(house);
  assert.ok(house.user.saw.includes('The models of api.anthropic.com could not be listed. (auth)'));
  assert.deepEqual(house.saved[0]?.[0], [{ provider: 'anthropic', model: 'claude-next' }]);
});

test('cancelling the list of models is no failure and adds nothing', async () => {
  const house = world({ picks: 'Anthropic' }, { types: canary });
  house.models[anthropic] = new Failure('cancelled');
  await setKey(house);
  assert.deepEqual([originsOf(house.keys), house.saved], [[anthropic], []]);
});

test('what is obviously no key is refused with its reason while it is typed', async () => {
  const wrong = ['', `export OPENAI_API_KEY=${canary}`, `Bearer ${canary}`, 'sk-…abcd', 'sk-ключ', 'k'.repeat(5_000)];
  const house = world({ picks: 'Anthropic' }, ...wrong.map(types => ({ types })), 'turns away');
  await setKey(house);
  const said = house.user.saw.filter(
    line => !line.startsWith('API key for') && line !== 'Which provider or server is the API key for?',
  );
  assert.deepEqual([new Set(said).size, originsOf(house.keys)], [wrong.length, []]);
});

test('a key for an unknown host is kept only after the host was confirmed', async () => {
  const elsewhere: Reply[] = [{ picks: 'Another server…' }, { types: 'https://llm.example/v1' }];
  const wary = world(...elsewhere, { agrees: false });
  await setKey(wary);
  assert.ok(wary.user.saw.some(line => line.startsWith('Save an API key for llm.example?')));
  assert.deepEqual(originsOf(wary.keys), []);

  const bold = world(...elsewhere, { agrees: true }, { types: canary }, { types: 'm' });
  await setKey(bold);
  assert.deepEqual(originsOf(bold.keys), ['https://llm.example']);
  assert.deepEqual(bold.saved[0]?.[0], [
    { provider: 'openai-compatible', model: 'm', baseUrl: 'https://llm.example/v1' },
  ]);
});

test('of the address of a function the base URL is offered, and taken when it is picked', async () => {
  const replies: readonly Reply[] = [
    { picks: 'Another server…' },
    { types: 'https://llm.example/v1/chat/completions' },
    { picks: 'https://llm.example/v1' },
    { agrees: true },
    { types: canary },
    { types: 'm' },
  ];
  const house = world(...replies);
  await setKey(house);
  assert.deepEqual(house.user.lists[1], ['https://llm.example/v1', 'https://llm.example/v1/chat/completions']);
  assert.equal(house.saved[0]?.[0][0]?.baseUrl, 'https://llm.example/v1');
});

test('an address without a path may stay as it was typed', async () => {
  const bare = 'http://127.0.0.1:8080';
  const house = world({ picks: 'OpenAI-compatible' }, { types: bare }, { picks: bare }, { picks: 'm' }, 'turns away');
  house.models[bare] = ['m'];
  await addTarget(house);
  assert.deepEqual(house.user.lists[1], [`${bare}/v1`, bare]);
});

test('an address that may not be used is refused while it is typed', async () => {
  const house = world({ picks: 'Another server…' }, { types: 'http://llm.example/v1' }, 'turns away');
  await setKey(house);
  assert.ok(house.user.saw.includes('(bad-address)'));
});

test('a button may name the origin it wants a key for, if it is a known one', async () => {
  const known = world({ types: canary }, 'turns away');
  known.models[anthropic] = ['claude-haiku-5-5'];
  await setKey(known, anthropic);
  assert.deepEqual(originsOf(known.keys), [anthropic]);

  for (const hostile of ['https://evil.example', { toString: () => anthropic }, null, 7]) {
    const house = world('turns away');
    await setKey(house, hostile);
    assert.deepEqual(house.user.saw, ['Which provider or server is the API key for?']);
  }
});

test('servers of listed targets that want a key are offered too, each once', async () => {
  const house = world('turns away');
  const remote = { provider: 'openai-compatible', baseUrl: 'https://llm.example/v1' };
  house.listed.push(
    ...declared({ ...remote, model: 'a' }, { ...remote, model: 'b' }, { provider: 'anthropic', model: 'c' }),
  );
  await setKey(house);
  assert.deepEqual(house.user.lists[0], ['Anthropic', 'OpenAI', 'OpenAI-compatible', 'Another server…']);
});

test('a second key is added beside the first, by a name, and used after it', async () => {
  const house = world(
    { picks: 'Anthropic' },
    { picks: 'Add another key…' },
    { types: ' team ' },
    { types: `${canary}2` },
  );
  await house.keys.set(anthropic, canary);
  await setKey(house);
  assert.deepEqual(
    house.keys.kept().map(({ name }) => name),
    ['', 'team'],
  );
  assert.equal(await house.keys.keyFor({ origin: anthropic, auth: 'api-key', keyNames: ['team'] }), `${canary}2`);
  assert.match(house.user.saw.at(-1) ?? '', /“team” for api\.anthropic\.com is saved. It is used when a key before it/);
  assert.deepEqual([house.saved, house.user.unused], [[], []]);
});

test('the saved key is replaced when that is picked, and a named one by its name', async () => {
  const house = world({ picks: 'Anthropic' }, { picks: 'Replace the key “team”' }, { types: `${canary}3` });
  await house.keys.set(anthropic, canary);
  await house.keys.set(anthropic, `${canary}2`, 'team');
  await setKey(house);
  assert.equal(await house.keys.keyFor({ origin: anthropic, auth: 'api-key', keyNames: ['team'] }), `${canary}3`);
  assert.deepEqual(house.user.lists[1], ['Replace the saved key', 'Replace the key “team”', 'Add another key…']);
});

test('what cannot be a name is refused while it is typed: a key above all, which is repeated nowhere', async () => {
  const wrong = ['', 'team', 'a/b', '-x', 'n'.repeat(25), canary, `${canary}abcdefghijklmnopqrstuvwxyz`];
  const house = world(
    { picks: 'Anthropic' },
    { picks: 'Add another key…' },
    ...wrong.map(types => ({ types })),
    'turns away',
  );
  await house.keys.set(anthropic, canary);
  await house.keys.set(anthropic, canary, 'team');
  await setKey(house);
  assert.deepEqual([house.keys.kept().length, house.user.unused], [2, []]);
  assert.ok(house.user.saw.includes('This looks like an API key. Type a name; the key is asked for next.'));
  assert.ok(!JSON.stringify([house.user.saw, house.user.lists]).includes('canary'));
});

test('a key with a name is removed by its name', async () => {
  const house = world({ picks: 'api.anthropic.com (“team”)' });
  await house.keys.set(anthropic, canary);
  await house.keys.set(anthropic, canary, 'team');
  await removeKey(house);
  assert.deepEqual(house.keys.kept(), [{ origin: anthropic, name: '' }]);
});

test('removing a key asks which one, and says so when there is none', async () => {
  const house = world({ picks: 'api.anthropic.com' });
  await house.keys.set(anthropic, canary);
  await removeKey(house);
  await removeKey(house);
  assert.deepEqual(house.user.saw.slice(-2), ['The API key for api.anthropic.com is removed.', 'No API key is saved.']);
});

test('keys of the environment are offered by name and kept only when picked', async () => {
  const environment = { ANTHROPIC_API_KEY: canary, OPENAI_API_KEY: `${canary}2`, OTHER_API_KEY: canary };
  const house = { ...world({ picks: ['OPENAI_API_KEY'] }), environment };
  await importKeys(house);
  assert.deepEqual(house.user.lists, [['ANTHROPIC_API_KEY', 'OPENAI_API_KEY']]);
  assert.deepEqual(originsOf(house.keys), ['https://api.openai.com']);
  assert.ok(!house.user.saw.join().includes('canary'));
});

test('an environment without a usable key says what was looked for', async () => {
  const house = { ...world(), environment: { OPENAI_API_KEY: ' ' } };
  await importKeys(house);
  assert.match(house.user.saw[0] ?? '', /ANTHROPIC_API_KEY, OPENAI_API_KEY/);
});

test('a target is added step by step', async () => {
  const house = world(
    { picks: 'OpenAI-compatible' },
    { types: 'https://llm.example/v1' },
    { picks: 'api-key' },
    { agrees: true },
    { types: canary },
    { picks: 'big' },
    { picks: 'Strong, for hard questions' },
  );
  house.models['https://llm.example'] = ['big'];
  await addTarget(house);
  const entry = {
    provider: 'openai-compatible',
    model: 'big',
    baseUrl: 'https://llm.example/v1',
    auth: 'api-key',
    class: 'complex',
  };
  assert.deepEqual(house.saved, [[[entry], 'last']]);
});

test('a target on this machine needs neither a key nor a confirmation', async () => {
  const house = world(
    { picks: 'OpenAI-compatible' },
    { types: 'http://127.0.0.1:11434/v1' },
    { picks: 'llama-4' },
    { picks: 'For most questions' },
  );
  house.models['http://127.0.0.1:11434'] = ['llama-4'];
  await addTarget(house);
  const entry = { provider: 'openai-compatible', model: 'llama-4', baseUrl: 'http://127.0.0.1:11434/v1' };
  assert.deepEqual([house.saved, house.user.unused], [[[[entry], 'last']], []]);
});

test('turning away at any step adds nothing', async () => {
  const steps: readonly Reply[] = [{ picks: 'Anthropic' }, { types: canary }, { picks: 'claude-haiku-5-5' }];
  for (const count of steps.keys()) {
    const house = world(...steps.slice(0, count), 'turns away');
    house.models[anthropic] = ['claude-haiku-5-5'];
    await addTarget(house);
    assert.deepEqual(house.saved, [], `after ${count} steps`);
  }
});

const answer: Answer = {
  text: 'yes',
  from: 'anthropic/claude-haiku-5-5',
  model: 'claude-haiku-5-5-20261001',
  usage: { inputTokens: 1, outputTokens: 1, cachedInputTokens: 0, exact: true },
  freshness: 'live',
  ageMs: 0,
  finish: 'stop',
  degraded: [],
};

test('a test of a target says who answered, where, and after how long', async () => {
  const house = world({ picks: 'Claude Haiku 5.5' });
  house.listed.push(...declared({ provider: 'anthropic', model: 'claude-haiku-5-5' }));
  const ask = () => {
    house.clock.jump(1_234);
    return Promise.resolve(answer);
  };
  await testTarget({ ...house, test: ask });
  assert.equal(
    house.user.saw.at(-1),
    'Claude Haiku 5.5 works: claude-haiku-5-5-20261001 at api.anthropic.com answered in 1.2 s.',
  );
});

test('a target that fails its test says why', async () => {
  const house = world();
  house.listed.push(...declared({ provider: 'anthropic', model: 'claude-haiku-5-5' }));
  const fails = () => Promise.reject(new Failure('auth'));
  await sayFailure(house, () => testTarget({ ...house, test: fails }, 'anthropic/claude-haiku-5-5'));
  assert.deepEqual(house.user.saw, ['(auth)']);
});

test('a test without any target says what to do', async () => {
  const house = world();
  await testTarget({ ...house, test: () => Promise.resolve(answer) });
  assert.match(house.user.saw[0] ?? '', /Set an API key or add a target/);
});

test('a bug is not taken for a failure', async () => {
  await assert.rejects(
    sayFailure(world(), () => Promise.reject(new TypeError('bug'))),
    TypeError,
  );
});

test('local models are found where they usually are, and added when picked', async () => {
  const house = world({ picks: ['llama-4', 'qwen'] });
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
  const house = world({ picks: ['llama-4'] });
  house.models['http://127.0.0.1:11434'] = ['llama-4'];
  house.models['http://127.0.0.1:1234'] = ['qwen'];
  await detectLocal(house);
  assert.deepEqual(house.chosen, ['http://127.0.0.1:11434']);
});

test('a machine without models says where was looked', async () => {
  const house = world();
  await detectLocal(house);
  assert.match(house.user.saw[0] ?? '', /Ollama \(127\.0\.0\.1:11434\), LM Studio .*1234\), llama\.cpp .*8080\)/);
});

test('a server that accepts and is silent is waited for one second, and its request is aborted', async () => {
  const house = world();
  const signals: AbortSignal[] = [];
  const silent = (_server: Server, signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<never>(() => undefined);
  };
  const looked = detectLocal({ ...house, listModels: silent });
  await house.clock.pass(1_000);
  await looked;
  assert.deepEqual(
    signals.map(({ aborted }) => aborted),
    [true, true, true],
  );
  assert.equal(house.clock.waiting, 0);
});

test('a server that runs is found also where the machine is so busy that its answer takes most of a second', async () => {
  const house = world({ picks: ['llama'] });
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

test('all data is deleted only after a yes, and what was deleted is said', async () => {
  const house = world({ agrees: false }, { agrees: true });
  await house.keys.set(anthropic, canary);
  await house.memento.update('consent', {});
  const forgotten: string[] = [];
  const data = {
    ...house,
    mementos: [house.memento],
    forget: () => void forgotten.push('memory'),
    deleteFolders: () => Promise.resolve(1),
  };
  await deleteData(data);
  assert.deepEqual([originsOf(house.keys), forgotten], [[anthropic], []]);
  await deleteData(data);
  await setImmediate();
  assert.equal(house.user.saw.at(-1), 'Deleted: API keys (1), records (1), folders (1).');
  assert.deepEqual([originsOf(house.keys), house.memento.keys(), forgotten], [[], [], ['memory']]);
});

test('what cannot be deleted is named, and the rest is deleted nevertheless', async () => {
  const house = world({ agrees: true });
  await house.memento.update('consent', {});
  const deleteFolders = () => Promise.reject(new Error('EBUSY'));
  await deleteData({ ...house, mementos: [house.memento], forget: () => undefined, deleteFolders });
  assert.equal(house.user.saw.at(-1), 'Could not be deleted: folders (EBUSY)');
  assert.deepEqual(house.memento.keys(), []);
});
