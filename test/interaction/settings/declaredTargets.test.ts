import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knowledge } from '../../support/knowledge.ts';
import type { Target } from '../../../src/core/model/target.ts';
import type { SettingProblem } from '../../../src/interaction/settings/settingProblem.ts';
import { automaticTargets } from '../../../src/interaction/settings/automaticTargets.ts';
import { chainOf } from '../../../src/interaction/settings/chain.ts';
import { declaredTargets } from '../../../src/interaction/settings/declaredTargets.ts';
import { chainWith, withTargets } from '../../../src/interaction/settings/withTargets.ts';

const opus = { provider: 'anthropic', model: 'claude-opus-5-5' };
const luna = { provider: 'openai', model: 'gpt-6-luna' };
const llama = { provider: 'openai-compatible', model: 'llama-4', baseUrl: 'http://127.0.0.1:11434/v1' };

function declare(...entries: readonly unknown[]) {
  const problems: Omit<SettingProblem, 'key'>[] = [];
  const targets = declaredTargets(entries, knowledge, problem => problems.push(problem));
  return {
    targets,
    problems: problems.map(({ at, code, found, reason }) => [at, code, found, reason].join(' ').trim()),
  };
}

const idsOf = (targets: readonly Target[]) => targets.map(({ id }) => id);
const idsIn = (entries: readonly unknown[]) => idsOf(declare(...entries).targets);

test('an entry of provider and model is a whole target', () => {
  assert.deepEqual(declare(opus).targets, [
    {
      id: 'anthropic/claude-opus-5-5',
      label: 'Claude Opus 5.5',
      provider: 'anthropic',
      model: 'claude-opus-5-5',
      origin: 'https://api.anthropic.com',
      baseUrl: 'https://api.anthropic.com',
      class: 'complex',
      auth: 'api-key',
      loopback: false,
      parameters: {},
    },
  ]);
});

test('a target at an address of its own is called by its host, and needs no key on this machine', () => {
  const [target] = declare(llama).targets;
  assert.deepEqual(
    [target?.id, target?.origin, target?.loopback, target?.auth],
    ['127.0.0.1:11434/llama-4', 'http://127.0.0.1:11434', true, 'none'],
  );
});

test('what an entry says about itself holds', () => {
  const said = {
    id: 'big',
    label: 'Big',
    class: 'simple',
    auth: 'bearer',
    parameters: { top_k: 3 },
    maxOutputTokens: 99,
  } as const;
  const [target] = declare({ ...llama, ...said }).targets;
  assert.deepEqual({ ...target, ...said }, target);
});

test('the query of an address stays with it', () => {
  const azure = {
    provider: 'openai-compatible',
    model: 'm',
    baseUrl: 'https://x.example/openai/?api-version=2026-01-01',
  };
  assert.equal(declare(azure).targets[0]?.baseUrl, 'https://x.example/openai?api-version=2026-01-01');
});

test('models of other extensions have an origin of their own and no key', () => {
  const [target] = declare({ provider: 'vscode-lm', model: 'copilot/gpt' }).targets;
  assert.deepEqual([target?.origin, target?.auth, target?.loopback], ['vscode-lm:', 'none', false]);
});

test('entries that cannot be used are left out by name, the others stay', () => {
  const { targets, problems } = declare(
    opus,
    { provider: 'opnai', model: 'x' },
    { provider: 'openai' },
    { ...llama, baseUrl: 'http://evil.example/v1' },
    { provider: 'openai-compatible', model: 'no-address' },
    { ...opus, label: 'again' },
    { ...luna, id: 'auto' },
    { ...luna, class: 'huge' },
    { ...luna, model: 7 },
    { ...luna, maxOutputTokens: 0 },
    { ...luna, parameters: { stream: false } },
    'gpt',
    { ...luna, price: { input: -1, output: 2 } },
    { ...luna, price: { input: 1 } },
    { ...luna, contextWindow: '8k' },
    luna,
  );
  assert.deepEqual(idsOf(targets), ['anthropic/claude-opus-5-5', 'openai/gpt-6-luna']);
  assert.deepEqual(problems, [
    '[1].provider unknown-provider text',
    '[2].model missing-field nothing',
    '[3].baseUrl bad-address text insecure',
    '[4].baseUrl missing-field nothing',
    '[5] duplicate-id text',
    '[6].id reserved-id text',
    '[7].class not-a-choice text',
    '[8].model wrong-type number',
    '[9].maxOutputTokens out-of-range number',
    '[10].parameters.stream out-of-range text',
    '[11] wrong-type text',
    '[12].price.input out-of-range number',
    '[13].price.output missing-field nothing',
    '[14].contextWindow wrong-type text',
  ]);
});

test('a key that somebody wrote into an entry is not repeated, nor is a password in an address', () => {
  const { problems } = declare(
    { ...luna, apiKey: 'sk-canary' },
    { ...luna, baseUrl: 'http://user:sk-canary@evil.example/v1?key=sk-canary' },
    { ...luna, id: 'x', model: { key: 'sk-canary' } },
  );
  assert.equal(problems.length, 3);
  assert.ok(!problems.join().includes('sk-canary'), problems.join());
});

test('without a list the strongest models with a key come first, then the cheaper ones, then what was found', () => {
  const others = declare(llama).targets;
  const targets = automaticTargets({ ...knowledge, hasKey: () => true, others });
  assert.deepEqual(idsOf(targets), [
    'anthropic/claude-opus-5-5',
    'openai/gpt-6-astra',
    'anthropic/claude-haiku-5-5',
    'openai/gpt-6-luna',
    '127.0.0.1:11434/llama-4',
  ]);
});

test('a provider without a key is not chosen automatically', () => {
  const hasKey = (origin: string) => origin === 'https://api.openai.com';
  assert.deepEqual(idsOf(automaticTargets({ ...knowledge, hasKey, others: [] })), [
    'openai/gpt-6-astra',
    'openai/gpt-6-luna',
  ]);
});

const { targets } = declare({ ...opus, id: 'a' }, { ...luna, id: 'b' }, { ...llama, id: 'c' });
const chain = (user: readonly string[], workspace?: readonly string[], localOnly = false) => {
  const { targets: chosen, unknown } = chainOf({ targets, chain: { user, workspace }, localOnly });
  return [idsOf(chosen).join(' '), ...unknown];
};

test('auto is every target that the chain does not name, in order', () => {
  assert.deepEqual(chain(['auto']), ['a b c']);
  assert.deepEqual(chain(['c', 'auto']), ['c a b']);
  assert.deepEqual(chain(['auto', 'a']), ['b c a']);
});

test('a chain without auto leaves the others out', () => {
  assert.deepEqual(chain(['b']), ['b']);
});

test('a chain that names nothing known asks nobody', () => {
  assert.deepEqual(chain(['gone']), ['', 'gone']);
});

test('a workspace may leave out and reorder, not add', () => {
  assert.deepEqual(chain(['a', 'b'], ['b']), ['b']);
  assert.deepEqual(chain(['a', 'b'], ['b', 'auto']), ['b a']);
  assert.deepEqual(chain(['a', 'b'], ['c']), ['']);
  assert.deepEqual(chain(['a', 'b'], ['auto', 'evil']), ['a b', 'evil']);
});

test('local only leaves this machine', () => {
  assert.deepEqual(chain(['auto'], undefined, true), ['c']);
});

test('a target named twice is asked once', () => {
  assert.deepEqual(chain(['a', 'a', 'auto', 'auto']), ['a b c']);
});

const add = (stored: unknown, added: readonly (typeof opus)[], place: 'first' | 'last') =>
  withTargets({ stored, added, place, automatic: [], knowledge });
const haiku = { provider: 'anthropic', model: 'claude-haiku-5-5' };

test('a new target stands beside the others of its server', () => {
  assert.deepEqual(add([opus, luna], [haiku], 'first'), [haiku, opus, luna]);
  assert.deepEqual(add([opus, luna], [haiku], 'last'), [opus, haiku, luna]);
});

test('a new server is asked before this machine, and this machine last', () => {
  assert.deepEqual(add([luna, llama], [opus], 'last'), [luna, opus, llama]);
  assert.deepEqual(add([luna], [llama], 'last'), [luna, llama]);
});

test('a target that is already listed is replaced', () => {
  assert.deepEqual(add([opus, luna], [{ ...luna }], 'first'), [opus, luna]);
});

test('entries that cannot be used stay as the user wrote them', () => {
  const broken = { provider: 'opnai', model: 'x' };
  assert.deepEqual(add([broken, luna], [opus], 'last'), [broken, luna, opus]);
});

test('the first listed target brings the automatic ones along, but takes the place of those of its server', () => {
  const automatic = automaticTargets({ ...knowledge, hasKey: () => true, others: [] });
  assert.deepEqual(idsIn(withTargets({ stored: [], added: [llama], place: 'last', automatic, knowledge })), [
    ...idsOf(automatic),
    '127.0.0.1:11434/llama-4',
  ]);
  assert.deepEqual(idsIn(withTargets({ stored: undefined, added: [haiku], place: 'first', automatic, knowledge })), [
    'anthropic/claude-haiku-5-5',
    'openai/gpt-6-astra',
    'openai/gpt-6-luna',
  ]);
});

test('of more targets than anybody chooses among the first are used, and the list is complained about once', () => {
  const many = Array.from({ length: 250 }, (_, at) => ({ ...luna, model: `model-${at}` }));
  const { targets, problems } = declare(...many);
  assert.equal(targets.length, 200);
  assert.deepEqual(problems, ['[200] out-of-range object']);
});

const added = [{ ...llama, id: 'mine' }];
const chains: readonly (readonly [
  stored: unknown,
  place: 'first' | 'last',
  expected: readonly unknown[] | undefined,
])[] = [
  [undefined, 'last', undefined],
  [['auto'], 'last', undefined],
  [['mine', 'other'], 'last', undefined],
  [[], 'last', ['mine']],
  [['other'], 'last', ['other', 'mine']],
  [['other', 7], 'first', ['mine', 'other', 7]],
  ['auto', 'last', undefined],
];

for (const [stored, place, expected] of chains) {
  test(`what is added ${place} to the chain ${JSON.stringify(stored)} is asked`, () => {
    assert.deepEqual(chainWith({ stored, added, place, knowledge }), expected);
  });
}
