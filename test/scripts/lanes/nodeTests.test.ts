import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeTests, type Summary } from '../../../scripts/lanes/nodeTests.ts';
import { notForThisSystem } from '../../support/onlyWith.ts';

const summary = (more: Partial<Summary>): Summary => ({
  ...{ tests: 3, passed: 3, todo: 0, success: true, skipped: [], failed: [], failedIn: new Set() },
  ...more,
});

const foreign = { name: 'a full disk', reason: `${notForThisSystem}mounts` };

test('a run in which every test passed is a success', () => {
  assert.deepEqual(judgeTests(summary({})), { code: 0, words: '3 passed, 0 failed' });
});

test('tests that are not for this system are counted, and named with their reason', context => {
  const lines = context.mock.method(console, 'log', () => undefined).mock;
  assert.deepEqual(judgeTests(summary({ passed: 2, skipped: [foreign] })), {
    code: 0,
    words: '2 passed, 0 failed, 1 not for this system',
  });
  assert.deepEqual(
    lines.calls.map(({ arguments: [line] }) => line as unknown),
    [`  ${notForThisSystem}mounts: a full disk`],
  );
});

test('a test that is skipped for any other reason fails the run', context => {
  context.mock.method(console, 'log', () => undefined);
  const skipped = [foreign, { name: 'a slow one', reason: 'true' }];
  assert.deepEqual(judgeTests(summary({ passed: 1, skipped })), {
    code: 1,
    words: '1 passed, 0 failed, 1 skipped without need, 1 not for this system',
  });
});

test('a hook that failed fails the run, though each test is well', () => {
  assert.equal(judgeTests(summary({ success: false })).code, 1);
});

test('what failed is handed on by name', () => {
  const failed = ['adds (test/add.test.ts): 1 !== 2'];
  assert.deepEqual(judgeTests(summary({ passed: 2, success: false, failed })).failed, failed);
});

test('the files in which something failed are handed on, so that they can be played once more', () => {
  const failedIn = new Set(['test/add.test.ts']);
  assert.deepEqual(judgeTests(summary({ passed: 2, success: false, failedIn })).failedIn, ['test/add.test.ts']);
});

test('where of one failure the file is not known, none is handed on', () => {
  const failedIn = new Set(['test/add.test.ts', '']);
  assert.equal(judgeTests(summary({ passed: 1, success: false, failedIn })).failedIn, undefined);
});

test('no test at all is a failure', () => {
  assert.deepEqual(judgeTests(summary({ tests: 0, passed: 0 })), { code: 123, words: 'no test ran' });
});
