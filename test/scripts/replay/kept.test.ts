import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { bundleOf, unzipped } from '../../../scripts/replay/bundle/readBundle.ts';
import { replayBundle } from '../../../scripts/replay/replayBundle.ts';
import { keptBundles } from './keptBundles.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/bundles');

suite('this client decides as the one did that was recorded, when', () => {
  for (const [file, name] of Object.entries(keptBundles))
    test(name, async () => {
      const { counts, differences } = await replayBundle(bundleOf(unzipped(readFileSync(path.join(folder, file)))));
      assert.deepEqual(differences, []);
      assert.ok(counts.replayed > 0);
    });
});
