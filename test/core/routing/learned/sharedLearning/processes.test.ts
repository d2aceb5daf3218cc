import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { answersKnown } from './learningWindow.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-learned-processes-'));
const all: ChildProcess[] = [];
after(() => {
  for (const child of all) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

/** Windows are killed and replaced so often. */
const kills = 6;

for (const [name, periodMs] of Object.entries({ 'on one file': 1e12, 'with a new file every half second': 500 }))
  test(`what windows that are killed at any moment have learnt is known to the next one, each answer once, ${name}`, async () => {
    const place = mkdtempSync(path.join(root, 'crowd-'));
    const [folder, acknowledged] = [path.join(place, 'data'), path.join(place, 'acknowledged.txt')];
    writeFileSync(acknowledged, '');
    const lines = () => readFileSync(acknowledged, 'utf8').split('\n').length - 1;
    const script = path.join(import.meta.dirname, 'learningWriter.ts');
    const add = (): ChildProcess => {
      const child = spawn(process.execPath, [script, folder, acknowledged, String(periodMs)], {
        stdio: ['pipe', 'ignore', 'inherit'],
      });
      all.push(child);
      return child;
    };
    let windows = [add(), add(), add()];
    for (let killed = 0; killed < kills; killed += 1) {
      const seen = lines();
      while (lines() < seen + 20) await pause(5);
      const [oldest, ...others] = windows;
      assert.equal(oldest?.exitCode, null, 'it has ended by itself');
      const gone = once(oldest, 'exit');
      oldest.kill('SIGKILL');
      await gone;
      windows = [...others, add()];
    }
    for (const window of windows) window.kill('SIGKILL');
    await Promise.all(
      windows.map(async window => window.exitCode ?? window.signalCode ?? (await once(window, 'exit'))),
    );
    const known = await answersKnown(folder, periodMs);
    // what was written when its window was killed is known too, though nobody was told
    assert.ok(known >= lines() && known <= lines() + all.length, `${known} known of ${lines()}`);
  });
