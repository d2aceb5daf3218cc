import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { base, CheckpointWorld } from './checkpointWorld.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-checkpoints-'));
after(() => rmSync(root, { recursive: true, force: true }));
const script = path.join(import.meta.dirname, 'checkpointWriter.ts');

/** A window applies, types and takes back for a while, and is killed in the middle of it. */
async function killed(folder: string, round: number, livedMs: number): Promise<void> {
  const window = spawn(process.execPath, [script, folder, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(window, 'exit');
  await once(window.stdout, 'data');
  await pause(livedMs);
  window.kill('SIGKILL');
  await gone;
}

test('of windows that were killed at any moment all that was applied is taken back, and all that was typed stays', async () => {
  for (const [round, livedMs] of [3, 17, 29, 44, 61, 90].entries()) {
    const folder = mkdtempSync(path.join(root, 'window-'));
    const world = new CheckpointWorld(folder);
    world.text = base;
    await killed(folder, 1, livedMs);
    await killed(folder, 2, 95 - livedMs);
    const typed = world.text.split('\n').filter(line => line.startsWith('typed'));
    const stays = await new CheckpointWorld(folder).takeBack('all');
    assert.deepEqual([stays, world.text], [0, [base, ...typed].join('\n')], `round ${round}`);
  }
});
