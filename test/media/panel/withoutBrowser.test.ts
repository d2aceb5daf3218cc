import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { onlyWith } from '../../support/onlyWith.ts';

/** Plays a test file of the panel with another browser, without a lane around it, and waits for its process to end by itself. */
async function playWith(browser: string, context: TestContext) {
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env; // inside of a run, a file reports in another form
  const file = path.join(import.meta.dirname, 'reading.test.ts');
  const child = spawn(process.execPath, [file], {
    env: { ...env, CHROMIUM: browser },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  context.after(() => child.kill('SIGKILL')); // if it should not end by itself
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const output = (await child.stdout.toArray()).join('');
  const [code] = await ended;
  return { code, output };
}

test('where there is no browser, a file of panel tests fails and ends, and says what is missing', async context => {
  const { code, output } = await playWith('/nowhere/chromium', context);
  assert.equal(code, 1);
  assert.match(output, /CHROMIUM names \/nowhere\/chromium, which does not exist/);
});

test(
  'where the browser does not start, a file of panel tests closes its server and ends',
  onlyWith('POSIX'),
  async context => {
    const { code, output } = await playWith('/bin/false', context);
    assert.equal(code, 1);
    assert.match(output, /browser has been closed|Failed to launch/);
  },
);
