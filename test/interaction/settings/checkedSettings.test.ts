import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedSettings } from '../../../src/interaction/settings/checkedSettings.ts';
import type { SettingKey } from '../../../src/interaction/settings/settingKeys.ts';
import type { SettingProblem } from '../../../src/interaction/settings/settingProblem.ts';
import { settingProblemText } from '../../../src/interaction/settings/settingProblemText.ts';
import { knowledge } from '../../support/knowledge.ts';

type Written = Partial<Record<SettingKey, unknown>>;

const read = (user: Written, workspace: Written = {}) =>
  checkedSettings(key => ({ user: user[key], workspace: workspace[key] }), knowledge);
const codes = (problems: readonly SettingProblem[]) => problems.map(({ key, at, code }) => `${key}${at}: ${code}`);

test('without any setting the defaults hold, in milliseconds', () => {
  const { timeouts, retry, circuitBreaker, budget, cache, confidence, privacy, notifications } = read({});
  assert.deepEqual(timeouts.standard, { connectMs: 5_000, firstTokenMs: 30_000, idleMs: 30_000, totalMs: 35_000 });
  assert.deepEqual(timeouts.inline, { connectMs: 2_000, firstTokenMs: 3_000, idleMs: 3_000, totalMs: 7_000 });
  assert.deepEqual(retry, { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 30_000 });
  assert.deepEqual(circuitBreaker, {
    failureThreshold: 5,
    windowMs: 60_000,
    recoveryMs: 60_000,
    maxRecoveryMs: 300_000,
  });
  assert.deepEqual(cache, {
    isEnabled: true,
    maxEntries: 1_000,
    maxBytes: 33_554_432,
    ttlMs: 3_600_000,
    persist: true,
    similarThreshold: 0.85,
  });
  const spending = { dayTokens: 200_000, monthTokens: 1_000_000, monthUsd: 0, warnAt: 0.8, onExceeded: 'degrade' };
  assert.deepEqual(budget, spending);
  assert.deepEqual(confidence, { autoThreshold: 0.8, reviewThreshold: 0.5, onDoubt: 'escalate', noteInCode: false });
  assert.deepEqual([privacy, notifications], [{ localOnly: false, redactSecrets: true }, 'important']);
});

test('a value of the wrong kind is replaced by its default and named', () => {
  const { retry, cache, privacy, notifications, problems } = read({
    'retry.maxRetries': '3',
    'retry.baseDelayMs': Number.NaN,
    'cache.enabled': 'yes',
    'privacy.localOnly': 1,
    notifications: 'loud',
    chain: 'auto',
    timeouts: [],
    targets: {},
  });
  assert.deepEqual([retry.maxRetries, retry.baseDelayMs, cache.isEnabled, privacy.localOnly], [3, 500, true, false]);
  assert.equal(notifications, 'important');
  assert.deepEqual(codes(problems).sort(), [
    'cache.enabled: wrong-type',
    'chain: wrong-type',
    'notifications: not-a-choice',
    'privacy.localOnly: wrong-type',
    'retry.baseDelayMs: wrong-type',
    'retry.maxRetries: wrong-type',
    'targets: wrong-type',
    'timeouts: wrong-type',
  ]);
});

test('a number out of range becomes the nearest one in range', () => {
  const { retry, circuitBreaker, problems } = read({ 'retry.maxRetries': 99, 'circuitBreaker.failureThreshold': -1 });
  assert.deepEqual([retry.maxRetries, circuitBreaker.failureThreshold], [5, 1]);
  assert.deepEqual(codes(problems), [
    'retry.maxRetries: out-of-range',
    'circuitBreaker.failureThreshold: out-of-range',
  ]);
});

test('time limits that are left out keep their default; unknown ones are named', () => {
  const { timeouts, problems } = read({
    timeouts: { standard: { firstTokenSeconds: 2.5, idleSeconds: 'x', patience: 1 }, tests: {} },
  });
  assert.deepEqual(timeouts.standard, { connectMs: 5_000, firstTokenMs: 2_500, idleMs: 30_000, totalMs: 35_000 });
  assert.deepEqual(codes(problems).sort(), [
    'timeouts.standard.idleSeconds: wrong-type',
    'timeouts.standard.patience: unknown-field',
    'timeouts.tests: unknown-field',
  ]);
});

test('a longest wait below the first one is raised to it', () => {
  const { retry, circuitBreaker, problems } = read({ 'retry.maxDelayMs': 100, 'circuitBreaker.recoverySeconds': 400 });
  assert.deepEqual([retry.maxDelayMs, circuitBreaker.maxRecoveryMs], [500, 400_000]);
  assert.deepEqual(codes(problems), [
    'retry.maxDelayMs: contradiction',
    'circuitBreaker.maxRecoverySeconds: contradiction',
  ]);
});

test('what only the user may set is never taken from a workspace', () => {
  const target = { provider: 'openai', model: 'gpt-6-luna', baseUrl: 'https://evil.example/v1' };
  const hostile: Written = {
    targets: [target],
    'retry.maxRetries': 5,
    'retry.baseDelayMs': 9_000,
    'circuitBreaker.failureThreshold': 100,
    'cache.enabled': false,
    'cache.maxEntries': 1,
    'cache.ttlMinutes': 'never',
    'budget.monthlyUsd': 1_000,
    'budget.onExceeded': 'ask',
    timeouts: { standard: { totalSeconds: 600 } },
    notifications: 'none',
  };
  assert.deepEqual(read({}, hostile), read({}));
});

test('a workspace may raise the thresholds, not lower them', () => {
  const user = { 'confidence.autoThreshold': 0.8, 'confidence.reviewThreshold': 0.6 };
  const lowered = read(user, { 'confidence.autoThreshold': 0, 'confidence.reviewThreshold': 0 });
  const raised = read(user, { 'confidence.autoThreshold': 0.95, 'confidence.reviewThreshold': 0.7 });
  assert.deepEqual(lowered.confidence, {
    autoThreshold: 0.8,
    reviewThreshold: 0.6,
    onDoubt: 'escalate',
    noteInCode: false,
  });
  assert.deepEqual(raised.confidence, {
    autoThreshold: 0.95,
    reviewThreshold: 0.7,
    onDoubt: 'escalate',
    noteInCode: false,
  });
});

test('a workspace may lower a budget, not raise it and not take it away', () => {
  const user = { 'budget.workspaceDailyTokens': 5_000, 'budget.warnAt': 0.7 };
  const spent = (workspace: Written) => {
    const { dayTokens, monthTokens, warnAt } = read(user, workspace).budget;
    return [dayTokens, monthTokens, warnAt];
  };
  const raised = { 'budget.workspaceDailyTokens': 9_000, 'budget.workspaceMonthlyTokens': 5e9, 'budget.warnAt': 1 };
  const lowered = { 'budget.workspaceDailyTokens': 900, 'budget.workspaceMonthlyTokens': 800, 'budget.warnAt': 0.5 };
  const removed = { 'budget.workspaceDailyTokens': 0, 'budget.workspaceMonthlyTokens': 0 };
  assert.deepEqual(spent(raised), [5_000, 1_000_000, 0.7]);
  assert.deepEqual(spent(lowered), [900, 800, 0.5]);
  assert.deepEqual(spent(removed), [5_000, 1_000_000, 0.7]);
});

test('a workspace may set a budget where the user has set none', () => {
  const { budget } = read({ 'budget.workspaceDailyTokens': 0 }, { 'budget.workspaceDailyTokens': 700 });
  assert.equal(budget.dayTokens, 700);
});

test('a review threshold above the other one raises it', () => {
  const { confidence, problems } = read({}, { 'confidence.reviewThreshold': 0.9 });
  assert.deepEqual(confidence, { autoThreshold: 0.9, reviewThreshold: 0.9, onDoubt: 'escalate', noteInCode: false });
  assert.deepEqual(codes(problems), ['confidence.autoThreshold: contradiction']);
});

test('of two answers about privacy the stricter holds, whoever gave it', () => {
  const loose: Written = { 'privacy.localOnly': false, 'privacy.redactSecrets': false };
  const strict: Written = { 'privacy.localOnly': true, 'privacy.redactSecrets': true };
  const strictly = { localOnly: true, redactSecrets: true };
  assert.deepEqual(read(strict, loose).privacy, strictly);
  assert.deepEqual(read(loose, strict).privacy, strictly);
  assert.deepEqual(read(loose).privacy, { localOnly: false, redactSecrets: false });
});

test('a workspace whose value is of the wrong kind changes nothing', () => {
  const { confidence, privacy, problems } = read({}, { 'confidence.autoThreshold': 'high', 'privacy.localOnly': 'no' });
  assert.deepEqual([confidence.autoThreshold, privacy.localOnly, problems.length], [0.8, false, 2]);
});

test('both chains are kept apart, and an id that nobody has is named', () => {
  const targets = [{ provider: 'openai', model: 'gpt-6-luna' }];
  const { chain, problems } = read({ targets, chain: ['openai/gpt-6-luna', 'gone'] }, { chain: ['auto', 'other'] });
  assert.deepEqual(chain, { user: ['openai/gpt-6-luna', 'gone'], workspace: ['auto', 'other'] });
  assert.deepEqual(
    problems.map(({ code, at }) => `${code}: ${at}`),
    ['unknown-target: [1]', 'unknown-target: [1]'],
  );
});

test('of a chain that goes on for ever the beginning is used, and that is told', () => {
  const long = Array.from({ length: 201 }, (_, at) => `id${at}`);
  const { chain, problems } = read({ chain: long }, { chain: long });
  assert.deepEqual([chain.user.length, chain.workspace?.length], [200, 200]);
  assert.deepEqual(codes(problems), ['chain[200]: out-of-range']);
});

test('a budget below its least value is not taken for no limit, which 0 is', () => {
  const wrong = { 'budget.workspaceDailyTokens': -1, 'budget.workspaceMonthlyTokens': 0.3, 'budget.monthlyUsd': -5 };
  const { budget, problems } = read(wrong, { 'budget.workspaceDailyTokens': -1 });
  assert.deepEqual([budget.dayTokens, budget.monthTokens, budget.monthUsd], [200_000, 1_000_000, 0]);
  assert.equal(problems.length, 4);
  const none = read({ 'budget.workspaceDailyTokens': 0, 'budget.monthlyUsd': 0.3 });
  assert.deepEqual([none.budget.dayTokens, none.budget.monthUsd, none.problems], [0, 0.3, []]);
});

test('the log names the setting, the place, and what holds instead', () => {
  const { problems } = read({ targets: [{ provider: 'opnai', model: 'x' }], 'retry.maxRetries': 99 });
  assert.deepEqual(problems.map(settingProblemText), [
    'steadfast.targets[0].provider: There is no provider with this name. The model is ignored.',
    'steadfast.retry.maxRetries: This value is out of range. The nearest allowed value is used instead.',
  ]);
});

test('a workspace may keep doubtful answers from being followed up, and not the other way round', () => {
  const onDoubt = (mine: unknown, theirs?: unknown) =>
    read({ 'confidence.onDoubt': mine }, { 'confidence.onDoubt': theirs }).confidence.onDoubt;
  assert.deepEqual([onDoubt(undefined), onDoubt('disclaim')], ['escalate', 'disclaim']);
  assert.deepEqual([onDoubt('escalate', 'disclaim'), onDoubt('disclaim', 'escalate')], ['disclaim', 'disclaim']);
  const { confidence, problems } = read({}, { 'confidence.onDoubt': 'never' });
  assert.deepEqual([confidence.onDoubt, codes(problems)], ['escalate', ['confidence.onDoubt: not-a-choice']]);
});
