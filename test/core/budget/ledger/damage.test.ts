import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { filledFile, opened } from './ledgerDamaged.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-ledger-damage-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** Every so many bytes; the bench takes every one. */
const step = 41;

test('F179 a ledger that was cut anywhere opens and counts what is whole, no more and no less', async () => {
  const folder = path.join(root, 'cut');
  const bytes = await filledFile(folder, 20_000);
  for (let length = 0; length <= bytes.length; length += step)
    assert.equal(await opened(folder, bytes.subarray(0, length)), 'right', `${length} bytes`);
});

test('F179 a ledger with any byte changed opens and counts what is whole, no more and no less', async () => {
  const folder = path.join(root, 'changed');
  const bytes = await filledFile(folder, 20_000);
  for (let index = 0; index < bytes.length; index += step) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
    assert.equal(await opened(folder, changed), 'right', `byte ${index}`);
  }
});
