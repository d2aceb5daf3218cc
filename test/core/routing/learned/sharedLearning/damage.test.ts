import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { answersKnown, keptNow, learningWindow } from './learningWindow.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-learned-damage-'));
after(() => rmSync(root, { recursive: true, force: true }));

const periodMs = 1e12;
const answers = 12;

/** The file of a window that has learnt from twelve answers. */
async function filledFile(): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const folder = mkdtempSync(path.join(root, 'filled-'));
  const { log, learning } = learningWindow(folder, periodMs);
  for (let each = 0; each < answers; each += 1) await learning.learn(`answer-${each}`, keptNow());
  log.close();
  const [name = ''] = readdirSync(folder);
  return { name, bytes: readFileSync(path.join(folder, name)) };
}

/** How many answers are known where this file lies. */
async function knownIn(name: string, bytes: Buffer): Promise<number> {
  const folder = mkdtempSync(path.join(root, 'damaged-'));
  writeFileSync(path.join(folder, name), bytes);
  return answersKnown(folder, periodMs);
}

test('where a file was cut, what is whole is known', async () => {
  const { name, bytes } = await filledFile();
  let before = 0;
  for (let length = 0; length <= bytes.length; length += 97) {
    const known = await knownIn(name, bytes.subarray(0, length));
    assert.ok(known >= before && known <= answers, `${length} bytes: ${known}`);
    before = known;
  }
  assert.equal(await knownIn(name, bytes), answers);
});

test('where a byte was changed, at most the answers of two lines are lost', async () => {
  const { name, bytes } = await filledFile();
  for (let index = 0; index < bytes.length; index += 61) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
    const known = await knownIn(name, changed);
    assert.ok(known >= answers - 2 && known <= answers, `byte ${index}: ${known}`);
  }
});

test('where a folder stands in its place, learning begins anew and goes on', async () => {
  const { name } = await filledFile();
  const folder = mkdtempSync(path.join(root, 'folder-'));
  mkdirSync(path.join(folder, name));
  const { log, learning } = learningWindow(folder, periodMs);
  await learning.learn('first', keptNow());
  log.close();
  assert.equal(await answersKnown(folder, periodMs), 1);
});
