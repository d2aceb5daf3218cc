import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { before, suite, test } from 'node:test';

// Played by laneProcess.test.ts only: what must not hold up a run.

test('never ends', async () => {
  await new Promise(resolve => setInterval(resolve.bind(undefined, undefined), 2 ** 30));
});

suite('a suite', () => {
  before(async () => {
    createServer().listen(0, '127.0.0.1');
    throw new Error('this before fails, and leaves its server open');
  });
  test('is never played', () => assert.fail('it was'));
});

test('is well', () => assert.ok(true));
