import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, type Ending } from '../../../scripts/editor/verdict.ts';

const well: Ending = { is: 'exited', code: 0 };
const badly: Ending = { is: 'exited', code: 1 };
const threePasses = { passes: 3, failures: 0, pending: 0, failed: [] };
const oneFailure = { passes: 2, failures: 1, pending: 0, failed: [] };
const nothing = { passes: 0, failures: 0, pending: 0, failed: [] };

test('a run in which every test passed is a success', () => {
  assert.deepEqual(judge(well, threePasses), { code: 0 });
});

test('an exit code of 0 without a verdict is not believed', () => {
  assert.equal(judge(well, undefined).code, 125);
});

test('a failing exit code without a verdict stays as it is', () => {
  assert.equal(judge(badly, undefined).code, 1);
});

test('a run without a single test is a failure', () => {
  assert.equal(judge(well, nothing).code, 123);
});

test('a silent run is a failure, whatever it wrote down before', () => {
  assert.equal(judge({ is: 'silent' }, threePasses).code, 124);
});

test('a failed test fails the run, even if VS Code says 0', () => {
  assert.equal(judge(well, oneFailure).code, 1);
});

test('a bad exit code after good tests fails the run', () => {
  assert.equal(judge(badly, threePasses).code, 1);
});
