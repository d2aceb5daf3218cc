import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleSettings } from '../../../src/interaction/bundle/bundleSettings.ts';
import { settingsOf } from './bundleSources.ts';

const entry = {
  id: 'mine',
  provider: 'openai-compatible',
  model: 'one',
  baseUrl: 'https://gateway.example.com/team-path-7/v1',
  parameters: { user: 'ada-at-work', 'x-extra': 'value-7' },
};

test('of a target its id, model, host and limits are told, never the path of its address or a value that goes along', () => {
  const settings = settingsOf({ targets: [entry] });
  const told = bundleSettings(settings, settings.targets, settingsOf());
  const [target] = told.targets;
  assert.deepEqual(
    [target?.id, target?.model, target?.origin, target?.keys],
    ['mine', 'one', 'https://gateway.example.com', 1],
  );
  assert.deepEqual(target?.parameters, ['user', 'x-extra']);
  assert.doesNotMatch(JSON.stringify(told), /team-path-7|ada-at-work|value-7/);
});

test('a wrong setting is named, without its value', () => {
  const told = bundleSettings(settingsOf({ 'retry.maxRetries': 'wrong-7' }), [], settingsOf());
  assert.deepEqual(told.problems, [{ key: 'retry.maxRetries', code: 'wrong-type' }]);
  assert.doesNotMatch(JSON.stringify(told), /wrong-7/);
});

test('what the client goes by is in it, so that its questions can be asked again', () => {
  const { retry, circuitBreaker, timeouts, rateLimit, hedge } = bundleSettings(
    settingsOf({ hedge: true }),
    [],
    settingsOf(),
  );
  assert.deepEqual(retry, { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 30_000 });
  assert.deepEqual(
    [circuitBreaker.failureThreshold, timeouts.standard.connectMs, rateLimit.concurrent, hedge],
    [5, 5_000, 5, true],
  );
});

test('what differs from the default is named first', () => {
  const told = bundleSettings(settingsOf({ 'budget.workspaceDailyTokens': 4_000 }), [], settingsOf());
  assert.deepEqual(told.changed, [{ name: 'budget.dayTokens', value: 4_000, byDefault: 200_000 }]);
});
