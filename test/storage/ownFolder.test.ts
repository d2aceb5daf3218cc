import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { AnswerSegments } from '../../src/storage/answerSegments.ts';
import { FileLog } from '../../src/storage/fileLog.ts';
import { createFiles } from '../../src/storage/files.ts';
import { byDay } from '../../src/storage/period.ts';
import { onlyWith } from '../support/onlyWith.ts';
import { VirtualClock } from '../support/virtualClock.ts';
import { kept } from './answerSegments/answerScene.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-own-'));
after(() => rmSync(root, { recursive: true, force: true }));

const clock = new VirtualClock();
const onTrouble = (): undefined => undefined;

/** Each of those that write into a folder of theirs. */
const writers: readonly (readonly [what: string, write: (folder: string) => Promise<unknown>])[] = [
  ['a list', folder => createFiles(folder, onTrouble).write('a.json', 'text')],
  [
    'a log',
    async folder => {
      const log = new FileLog({ folder, name: 'log', period: byDay, keep: 3, clock, carryOver: () => [], onTrouble });
      await log.append({ kind: 'word', text: 'one' });
      log.close();
    },
  ],
  ['an answer', folder => new AnswerSegments({ folder, clock, maxBytes: () => 1e6, onTrouble }).append(kept('a'))],
];

const modeOf = (folder: string): number => statSync(folder).mode & 0o777;

for (const [what, write] of writers) {
  test(`${what} makes its folder for the user alone`, onlyWith('POSIX'), async () => {
    const folder = path.join(mkdtempSync(path.join(root, 'scene-')), 'own');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    await write(folder);
    assert.equal(modeOf(folder), 0o700);
    rmSync(folder, { recursive: true });
    await write(folder).then(() => assert.equal(modeOf(folder), 0o700));
  });

  test(`${what} is written through a link, and the mode of the folder behind it stays`, onlyWith('POSIX'), async () => {
    const scene = mkdtempSync(path.join(root, 'scene-'));
    const [folder, others] = [path.join(scene, 'own'), path.join(scene, 'others')];
    mkdirSync(others);
    chmodSync(others, 0o755);
    symlinkSync(others, folder);
    await write(folder);
    assert.equal(modeOf(others), 0o755);
    assert.equal(readdirSync(others).length, 1);
    assert.equal(statSync(path.join(others, readdirSync(others)[0] ?? '')).mode & 0o777, 0o600);
  });
}
