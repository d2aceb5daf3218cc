import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { startProgram } from '../../../scripts/support/lifeline.ts';
import { onlyWith } from '../../support/onlyWith.ts';

const talker = `process.on('SIGTERM', () => process.exit()); console.log(process.pid); setInterval(() => {}, 1000);`;
const options = onlyWith('POSIX');

/** Resolves when the process is gone; the test's own time limit is the bound. */
async function gone(pid: number): Promise<void> {
  while (isThere(pid)) await setTimeout(20);
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // there is no such process
  }
}

test('a program ends when it is stopped', options, async () => {
  const program = startProgram([process.execPath, '-e', talker], process.env);
  const [pid] = (await once(program.child.stdout, 'data')) as [Buffer];
  await program.stop();
  assert.equal(isThere(Number(pid)), false);
});

test('a program ends when who started it is killed without a word', options, async () => {
  const lifeline = path.join(import.meta.dirname, '../../../scripts/support/lifeline.ts');
  const starter = `
    import { startProgram } from ${JSON.stringify(lifeline)};
    startProgram([process.execPath, '-e', ${JSON.stringify(talker)}], process.env).child.stdout.pipe(process.stdout);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', starter], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
  parent.kill('SIGKILL');
  await gone(Number(pid));
  assert.equal(isThere(Number(pid)), false);
});
