import assert from 'node:assert/strict';
import { test } from 'node:test';
import { otherMakers } from '../../../src/core/routing/otherMakers.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { targetOf } from '../../support/scripted.ts';

const idsBeside = (first: Target, ...others: readonly Target[]): readonly string[] =>
  otherMakers([first, ...others], first).map(({ id }) => id);

const claude = targetOf('claude', { provider: 'anthropic', model: 'claude-opus-5-5' });

test('another model of the same provider, or at the same address, is no other maker', () => {
  const haiku = targetOf('haiku', { provider: 'anthropic', model: 'claude-haiku-5-5' });
  const beside = targetOf('beside', { origin: claude.origin, model: 'something' });
  const gpt = targetOf('gpt', { provider: 'openai', model: 'gpt-6-astra' });
  assert.deepEqual(idsBeside(claude, haiku, beside, gpt), ['gpt']);
});

// https://github.com/can1357/oh-my-pi/issues/1912: by provider and id alone a model is asked about itself through a proxy
test('the same make behind a proxy or under another name is no other maker', () => {
  const proxied = targetOf('proxied', { model: 'anthropic/claude-sonnet-4.5:beta' });
  const asGpt = targetOf('as-gpt', { model: 'openai/gpt-6-luna' });
  assert.deepEqual(idsBeside(claude, proxied, asGpt), ['as-gpt']);
});

test('of two models that nobody knows the same name is the same make, whatever its day', () => {
  const first = targetOf('first', { model: 'house-model-20260101' });
  const same = targetOf('same', { model: 'us/house-model' });
  const other = targetOf('other', { model: 'house-model-large' });
  assert.deepEqual(idsBeside(first, same, other), ['other']);
});

test('a name that only begins like a known one is another', () => {
  const gpt = targetOf('gpt', { provider: 'openai', model: 'o3' });
  const oracle = targetOf('oracle', { model: 'oracle-1' });
  assert.deepEqual(idsBeside(gpt, oracle, targetOf('four', { model: 'o4-mini' })), ['oracle']);
});
