import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routingSettings } from '../../../src/interaction/settings/routingSettings.ts';
import type { ChainSetting } from '../../../src/interaction/settings/chain.ts';
import { SettingReader } from '../../../src/interaction/settings/settingReader.ts';
import { targetOf } from '../../support/scripted.ts';

type Layers = Readonly<Record<string, { readonly user?: unknown; readonly workspace?: unknown }>>;

/** What stands in the layers, with two targets listed, and what was wrong with it. */
function read(
  layers: Layers,
  listed = ['claude', 'gpt'],
  chain: ChainSetting = { user: ['auto'], workspace: undefined },
) {
  const reader = new SettingReader(key => ({ user: layers[key]?.user, workspace: layers[key]?.workspace }));
  const settings = routingSettings(reader, { targets: listed.map(id => targetOf(id)), chain });
  return { ...settings, problems: reader.problems.map(({ key, code, at }) => `${key}${at}: ${code}`) };
}

test('a user’s strategy holds, and a trusted workspace may set its own', () => {
  const wish = (user?: unknown, workspace?: unknown) => read({ 'routing.strategy': { user, workspace } }).strategy;
  assert.deepEqual([wish('fastest'), wish('fastest', 'cheapest')], ['fastest', 'cheapest']);
});

test('until a strategy is set, questions go to who is right for them; a chain that somebody has written is asked as it stands', () => {
  const by = (user: readonly string[], workspace?: readonly string[]) => read({}, [], { user, workspace }).strategy;
  assert.deepEqual(
    [by(['auto']), by(['claude', 'auto']), by([]), by(['auto'], ['gpt'])],
    ['tiered', ...['ordered', 'ordered', 'ordered']],
  );
});

test('a strategy that nobody knows is named, and counts as none', () => {
  const { strategy, problems } = read({ 'routing.strategy': { user: 'learned-by-heart' } });
  assert.deepEqual([strategy, problems], ['tiered', ['routing.strategy: not-a-choice']]);
});

test('a task goes to a model by its id, or to how strong one shall be; the workspace’s wish goes before the user’s', () => {
  const { tasks, problems } = read({
    'routing.tasks': { user: { explain: 'claude', docs: 'simple' }, workspace: { docs: 'gpt' } },
  });
  assert.deepEqual(
    [...tasks, ...problems],
    [
      ['explain', { target: 'claude' }],
      ['docs', { target: 'gpt' }],
    ],
  );
});

test('what names no task or no model is named itself, and the rest holds', () => {
  const { tasks, problems } = read({
    'routing.tasks': {
      user: { explain: 'clod', dance: 'claude', fix: 7, 'sk-secret-0815': 'claude', docs: 'complex' },
    },
  });
  assert.deepEqual([...tasks.keys()], ['docs']);
  assert.deepEqual(problems, [
    'routing.tasks.explain: unknown-target',
    'routing.tasks.dance: unknown-field',
    'routing.tasks.fix: wrong-type',
    'routing.tasks: unknown-field', // it may be a key
  ]);
});

test('while targets are found automatically, any id may be one of theirs', () => {
  const { tasks } = read({ 'routing.tasks': { user: { explain: 'ollama/qwen' } } }, []);
  assert.deepEqual(tasks.get('explain'), { target: 'ollama/qwen' });
});

test('a threshold above the other one is drawn down to it, and that is named', () => {
  const { thresholds, problems } = read({ 'routing.mediumFrom': { user: 0.8 }, 'routing.complexFrom': { user: 0.5 } });
  assert.deepEqual([thresholds, problems], [{ medium: 0.8, complex: 0.8 }, ['routing.complexFrom: contradiction']]);
});

test('a task stands where it stands: behind ten thousand names that nobody knows it holds all the same', () => {
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`task${at}`, 'claude']));
  const { tasks } = read({ 'routing.tasks': { user: { ...many, explain: 'gpt' } } });
  assert.deepEqual([...tasks], [['explain', { target: 'gpt' }]]);
});

test('a setting with very many entries is read in part, and that is named once', () => {
  const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`task${at}`, 'claude']));
  const { problems } = read({ 'routing.tasks': { workspace: many } });
  assert.equal(problems.length, 51);
});
