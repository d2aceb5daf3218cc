import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { onlyWith } from '../support/onlyWith.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-replace-'));
after(() => rmSync(root, { recursive: true, force: true }));
const options = onlyWith('mounts');
const child = path.join(import.meta.dirname, 'replacesHeldFile.ts');

/** What becomes of a file that is mounted upon, which nobody may rename to: as one that a virus scanner holds on Windows. */
function replaceHeld(letGo: 'soon' | 'later'): unknown {
  const file = path.join(mkdtempSync(path.join(root, 'held-')), 'kept.json');
  return JSON.parse(execFileSync('unshare', ['-m', process.execPath, child, file, letGo], { encoding: 'utf8' }));
}

test('F180 a file that is held for a moment gets its new text when it is let go', options, () => {
  assert.deepEqual(replaceHeld('soon'), { held: 'EBUSY', outcome: 'done', text: 'new', drafts: [] });
});

test('F180 a file that is held for long keeps its old text, and no draft is left', options, () => {
  assert.deepEqual(replaceHeld('later'), { held: 'EBUSY', outcome: 'EBUSY', text: 'old', drafts: [] });
});
