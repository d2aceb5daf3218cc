import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { idsKnown } from '../feedbackScene.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-feedback-killed-'));
const all: ChildProcess[] = [];
after(() => {
  for (const child of all) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

for (const [name, periodMs] of Object.entries({ 'on one file': 1e12, 'with a new file every half second': 500 }))
  test(`what was said in windows that are killed at any moment is known to the next one, ${name}`, async () => {
    const place = mkdtempSync(path.join(root, 'crowd-'));
    const [folder, acknowledged] = [path.join(place, 'data'), path.join(place, 'acknowledged.txt')];
    writeFileSync(acknowledged, '');
    const kept = () => readFileSync(acknowledged, 'utf8').split('\n').slice(0, -1);
    const script = path.join(import.meta.dirname, 'feedbackWriter.ts');
    const add = (): ChildProcess => {
      const args = [script, folder, acknowledged, String(periodMs)];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
      all.push(child);
      return child;
    };
    let windows = [add(), add()];
    for (let killed = 0; killed < 4; killed += 1) {
      const seen = kept().length;
      while (kept().length < seen + 20) await pause(5);
      const [oldest, ...others] = windows;
      assert.equal(oldest?.exitCode, null, 'it has ended by itself');
      const gone = once(oldest, 'exit');
      oldest.kill('SIGKILL');
      await gone;
      windows = [...others, add()];
    }
    const ends = windows.map(window => once(window, 'exit'));
    for (const window of windows) window.kill('SIGKILL');
    await Promise.all(ends);
    const known = new Set(await idsKnown(folder, periodMs));
    assert.deepEqual(
      kept().filter(id => !known.has(id)),
      [],
    );
    assert.ok(known.size <= kept().length + all.length);
  });
