import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { runLaneProcess, type LaneProcess } from '../../../scripts/lanes/laneProcess.ts';
import { endFamily } from '../../../scripts/support/endFamily.ts';
import { listProcesses } from '../../../scripts/support/processes.ts';
import { onlyWith } from '../../support/onlyWith.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-lane-'));
after(() => rmSync(root, { recursive: true }));
const script = path.join(import.meta.dirname, 'support/scriptedLane.ts');
const minute = 60_000;

/** Plays the scripted lane; `deaf` is the process that it leaves behind, if any. */
function play(act: string, more: Partial<LaneProcess> = {}) {
  const pidFile = path.join(mkdtempSync(path.join(root, 'played-')), 'pid');
  const limits = { limitMs: minute, setUpLimitMs: minute, graceMs: 200, signal: new AbortController().signal };
  return {
    result: runLaneProcess({ command: [script, act, pidFile], ...limits, ...more }),
    deaf: () => Number(readFileSync(pidFile, 'utf8')),
    started: async () => {
      while (!existsSync(pidFile)) await pause(20);
    },
  };
}

/** Whether this process runs: one that has ended may still have its number for a while. */
const isRunning = async (pid: number): Promise<boolean> => (await listProcesses()).some(process => process.pid === pid);

test('a lane that comes to its end tells how it ended', async () => {
  assert.deepEqual(await play('ends').result, { code: 0, words: '3 passed' });
});

test('a lane that dies without a word has failed, whatever its exit code', async () => {
  assert.deepEqual(await play('dies without a word').result, {
    code: 125,
    words: 'its process ended with 0 before its tests did',
  });
});

test('tests that never end are ended, named, and leave no process behind', onlyWith('POSIX'), async () => {
  const { result, deaf } = play('never ends', { limitMs: 1_000 });
  assert.deepEqual(await result, {
    code: 124,
    words: 'its tests were not done after 1 s; still running: node deafProcess.ts',
  });
  assert.equal(await isRunning(deaf()), false);
});

test('a set-up that never ends has a limit of its own', onlyWith('POSIX'), async () => {
  const { result, deaf } = play('never sets up', { setUpLimitMs: 6_000, limitMs: 1 });
  assert.deepEqual(await result, {
    code: 124,
    words: 'its set-up was not done after 6 s; still running: node deafProcess.ts',
  });
  assert.equal(await isRunning(deaf()), false);
});

test('who interrupts a lane ends all that it started', onlyWith('POSIX'), async () => {
  const stop = new AbortController();
  const { result, deaf, started } = play('never ends', { signal: stop.signal });
  await started();
  stop.abort();
  assert.equal((await result).code, 130);
  assert.equal(await isRunning(deaf()), false);
});

test('a test that never ends and a before that leaves a server open hold up nobody', async context => {
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env; // a run inside of a run would play nothing
  const player = path.join(import.meta.dirname, 'support/playHangingTests.ts');
  const child = spawn(process.execPath, [player], {
    env: { ...env, STEADFAST_OPEN_ENDS_MS: '500' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  context.after(() => endFamily(child.pid ?? 0, 200)); // if it should not end by itself
  const output = (await child.stdout.toArray()).join('');
  assert.match(output, /result \{"code":1,"words":"1 passed, 2 failed","failed":\["never ends \(/);
  assert.match(output, /open ends: after its tests this file left open: .*TCPServerWrap/);
  assert.match(output, /never ends[^]*test timed out after 1000ms/);
});
