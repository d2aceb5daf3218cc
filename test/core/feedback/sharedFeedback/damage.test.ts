import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { feedbackWindow, idsKnown, said } from '../feedbackScene.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-feedback-damage-'));
after(() => rmSync(root, { recursive: true, force: true }));

const periodMs = 1e12;
const words = 12;

/** The file of a window in which something was said of twelve answers. */
async function filledFile(): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const folder = mkdtempSync(path.join(root, 'filled-'));
  const { log, feedback } = feedbackWindow(folder, periodMs);
  for (let each = 0; each < words; each += 1) await feedback.give(`answer-${each}`, said());
  log.close();
  const [name = ''] = readdirSync(folder);
  return { name, bytes: readFileSync(path.join(folder, name)) };
}

async function knownIn(name: string, bytes: Buffer): Promise<number> {
  const folder = mkdtempSync(path.join(root, 'damaged-'));
  writeFileSync(path.join(folder, name), bytes);
  return (await idsKnown(folder, periodMs)).length;
}

test('where a file was cut, what is whole is known', async () => {
  const { name, bytes } = await filledFile();
  let before = 0;
  for (let length = 0; length <= bytes.length; length += 97) {
    const known = await knownIn(name, bytes.subarray(0, length));
    assert.ok(known >= before && known <= words, `${length} bytes: ${known}`);
    before = known;
  }
  assert.equal(await knownIn(name, bytes), words);
});

test('where a byte was changed, at most the words of two lines are lost, and none is made up', async () => {
  const { name, bytes } = await filledFile();
  for (let index = 0; index < bytes.length; index += 61) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
    const known = await knownIn(name, changed);
    assert.ok(known >= words - 2 && known <= words, `byte ${index}: ${known}`);
  }
});
