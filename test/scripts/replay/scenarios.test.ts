import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { replayBundle } from '../../../scripts/replay/replayBundle.ts';
import { scenarios } from './scenarios.ts';

suite('the same is decided again when', () => {
  for (const [name, play] of Object.entries(scenarios))
    test(name, async () => {
      const { counts, differences } = await replayBundle(await play());
      assert.deepEqual(differences, []);
      assert.ok(counts.replayed > 0 && counts.otherSettings === 0);
    });
});
