import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { bundleOf, unzipped, type Bundle } from '../../../scripts/replay/bundle/readBundle.ts';
import { replayBundle } from '../../../scripts/replay/replayBundle.ts';
import { bundleSettings } from '../../../src/interaction/bundle/bundleSettings.ts';
import { collectBundle } from '../../../src/interaction/bundle/collectBundle.ts';
import { pace } from '../../../src/interaction/platform/pace.ts';
import { zip } from '../../../src/libraries/zip.ts';
import { bundleSources, settingsOf } from '../../interaction/bundle/bundleSources.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { scenarios } from './scenarios.ts';

/** What the editor writes of the same journal and settings. */
async function exported({ entries, settings }: Bundle): Promise<Bundle> {
  const usual = settingsOf();
  const { budget, cache, ...others } = settings;
  const whole = { ...usual, ...others, budget: { ...usual.budget, ...budget }, cache: { ...usual.cache, ...cache } };
  const sources = bundleSources({
    settings: () => bundleSettings(whole, settings.targets, usual),
    readEntries: async () => entries,
  });
  const clock = new VirtualClock();
  const signal = new AbortController().signal;
  const raise = (name: string, error: unknown): never => assert.fail(`${name}: ${String(error)}`);
  const { files, madeAt } = await collectBundle(sources, { clock, signal, words: 'It was slow.', onError: raise });
  return bundleOf(unzipped(Buffer.from(await zip(files, madeAt, pace))));
}

suite('what the editor exports is replayed to the same decisions when', () => {
  for (const [name, play] of Object.entries(scenarios))
    test(name, async () => {
      const played = await play();
      const bundle = await exported(played);
      const { counts, differences } = await replayBundle(bundle);
      assert.deepEqual([differences, bundle.entries.length], [[], played.entries.length]);
      assert.ok(counts.replayed > 0 && counts.otherSettings === 0);
    });
});
