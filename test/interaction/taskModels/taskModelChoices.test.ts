import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tasks } from '../../../src/core/model/purpose.ts';
import type { TargetStatus } from '../../../src/core/status/targetStatus.ts';
import { answererChoices, taskChoices } from '../../../src/interaction/taskModels/taskModelChoices.ts';
import { targetOf } from '../../support/scripted.ts';
import { taskModelWorld } from './taskModelWorld.ts';

const lines = (choices: readonly { readonly label: string; readonly description?: string }[]) =>
  choices.map(({ label, description }) => `${label}: ${description}`);

test('every task says what is set for it, and the others that the strategy decides', () => {
  const { parts } = taskModelWorld({ user: { explain: 'claude', fix: 'complex' }, workspace: { docs: 'gpt' } });
  const told = lines(taskChoices(parts));
  assert.equal(told.length, tasks.length);
  assert.deepEqual(
    told.filter(line => !line.endsWith(': by strategy')),
    ['Explain: claude', 'Fix: Strong, for hard questions', 'Add Documentation: gpt · set by this workspace'],
  );
});

// https://github.com/microsoft/vscode/issues/319131, https://github.com/zed-industries/zed/pull/29136: a model was set and another one silently used
test('what is set and does not hold is told as that, without what stands there', () => {
  const { parts } = taskModelWorld({
    chain: [targetOf('claude')],
    listed: [targetOf('claude'), { ...targetOf('gpt'), label: 'GPT' }],
    user: { explain: 'sk-secret-0815', fix: 'gpt', docs: 7 },
  });
  assert.deepEqual(
    lines(taskChoices(parts)).filter(line => !line.endsWith(': by strategy')),
    [
      'Explain: by strategy · what you have set names none of your models',
      'Fix: GPT (not in your chain now)',
      'Add Documentation: by strategy · what you have set names none of your models',
    ],
  );
});

test('who may answer: by strategy, by strength, or one of the chain with its strength and price', () => {
  const claude = { ...targetOf('claude'), class: 'complex', price: { input: 5, output: 25 } } as const;
  const local = { ...targetOf('local'), class: 'simple', loopback: true } as const;
  const { parts } = taskModelWorld({
    chain: [claude, local, { ...targetOf('odd'), class: 'simple' }],
    user: { fix: 'claude' },
  });
  assert.deepEqual(lines(answererChoices('fix', parts)), [
    'By Strategy: by how difficult the question is',
    'Small and fast: local, odd',
    'For most questions: none in your chain: the next in strength is asked',
    'Strong, for hard questions: claude',
    'claude: set now · Strong, for hard questions · a million tokens: $5.00 in, $25.00 out',
    'local: Small and fast · on this machine',
    'odd: Small and fast · price unknown',
  ]);
});

test('one that cannot be asked now says why, and can be picked', () => {
  const resting: TargetStatus = {
    ...{ id: 'gpt', label: 'gpt', condition: 'no-key', loopback: false },
    ...{ restMs: Infinity, lastFailure: undefined, p50Ms: undefined },
  };
  const { parts } = taskModelWorld({ statuses: [resting] });
  const gpt = answererChoices('fix', parts).find(({ label }) => label === 'gpt');
  assert.deepEqual(gpt?.value, { setting: { target: 'gpt' } });
  assert.match(gpt?.description ?? '', /no (?:API )?key/i);
});

test('of two models of one name each says its id', () => {
  const chain = ['a/claude', 'b/claude'].map(id => ({ ...targetOf(id), label: 'Claude' }));
  const told = lines(answererChoices('fix', taskModelWorld({ chain }).parts)).slice(-2);
  assert.deepEqual(
    told.map(line => line.split(' · ').at(-1)),
    ['a/claude', 'b/claude'],
  );
});

test('one that is set and not in the chain is listed, so that one sees what stands there', () => {
  const { parts } = taskModelWorld({
    chain: [targetOf('claude')],
    listed: [targetOf('claude'), targetOf('gpt')],
    user: { fix: 'gpt' },
  });
  assert.equal(
    lines(answererChoices('fix', parts)).at(-1),
    'gpt: set now · not in your chain now, so the strategy decides',
  );
});

test('a setting of any shape makes a list', () => {
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`task${at}`, 'claude']));
  const inherited: unknown = JSON.parse('{"__proto__":{"fix":"gpt"}}');
  for (const user of [null, [], 'fix', 7, true, many, inherited, { fix: null }, { fix: {} }]) {
    const { parts } = taskModelWorld({ user });
    assert.equal(taskChoices(parts).length, tasks.length);
    assert.equal(answererChoices('fix', parts).length, 6);
  }
});
