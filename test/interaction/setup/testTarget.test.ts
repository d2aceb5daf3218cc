import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { sayFailure } from '../../../src/interaction/platform/sayFailure.ts';
import { testTarget } from '../../../src/interaction/setup/testTarget.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import { declared, setupWorld } from './setupWorld.ts';

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

test('a model that is called as it answers is named once', async () => {
  const house = setupWorld({ picks: 'Claude Haiku 5.5' });
  house.listed.push(...declared({ provider: 'anthropic', model: 'claude-haiku-5-5' }));
  await testTarget({ ...house, test: () => Promise.resolve({ ...answer, model: 'Claude Haiku 5.5' }) });
  assert.match(
    house.user.saw.at(-1) ?? '',
    /^Claude Haiku 5\.5 works: it answered at api\.anthropic\.com in [\d.]+ s\.$/,
  );
});

test('a test of a target says who answered, where, and after how long', async () => {
  const house = setupWorld({ picks: 'Claude Haiku 5.5' });
  house.listed.push(...declared({ provider: 'anthropic', model: 'claude-haiku-5-5' }));
  const ask = () => {
    house.clock.jump(1_234);
    return Promise.resolve(answer);
  };
  await testTarget({ ...house, test: ask });
  assert.equal(
    house.user.saw.at(-1),
    'Claude Haiku 5.5 works: it answered at api.anthropic.com in 1.2 s, as claude-haiku-5-5-20261001.',
  );
});

test('a target that fails its test says why', async () => {
  const house = setupWorld();
  house.listed.push(...declared({ provider: 'anthropic', model: 'claude-haiku-5-5' }));
  const fails = () => Promise.reject(new Failure('auth'));
  await sayFailure(house, () => testTarget({ ...house, test: fails }, 'anthropic/claude-haiku-5-5'));
  assert.deepEqual(house.user.saw, ['(auth)']);
});

test('a test without any target says what to do', async () => {
  const house = setupWorld();
  await testTarget({ ...house, test: () => Promise.resolve(answer) });
  assert.match(house.user.saw[0] ?? '', /Set an API key or add a model/);
});

test('a bug is not taken for a failure', async () => {
  await assert.rejects(
    sayFailure(setupWorld(), () => Promise.reject(new TypeError('bug'))),
    TypeError,
  );
});
