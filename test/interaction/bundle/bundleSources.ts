import type { BundleSources } from '../../../src/interaction/bundle/collectBundle.ts';
import { maskText } from '../../../src/core/secrets/maskText.ts';
import { bundleSettings } from '../../../src/interaction/bundle/bundleSettings.ts';
import { checkedSettings } from '../../../src/interaction/settings/checkedSettings.ts';
import { pace } from '../../../src/interaction/platform/pace.ts';
import { scanSecrets as scan } from '../../../src/libraries/secrets.ts';
import { questionEntry } from '../../core/journal/entries.ts';
import { knowledge } from '../../support/knowledge.ts';

/** Settings as a user has written them; without any, as they are from the beginning. */
export const settingsOf = (written: Readonly<Record<string, unknown>> = {}) =>
  checkedSettings(key => ({ user: written[key], workspace: undefined }), knowledge);

/** A machine on which nothing is wrong; what a test wants otherwise is given. */
export const bundleSources = (more: Partial<BundleSources> = {}): BundleSources => ({
  about: () => ({ version: '0.1.0', vscode: '1.105.0', remote: undefined }),
  settings: () => bundleSettings(settingsOf(), [], settingsOf()),
  lookAtSetup: async () => ({
    format: 1,
    madeAt: '2026-01-01T00:00:00.000Z',
    tookMs: 5,
    isCancelled: false,
    findings: [],
  }),
  standing: () => ['Claude: ready'],
  readStats: async () => ({ format: 1, stretches: {} }),
  readEntries: async () => [questionEntry()],
  readLog: async () => 'attempt id=q1 target=claude outcome=answered\n',
  labelOf: target => target,
  hiding: async () => ({
    keys: ['practice-key-1'],
    places: { home: '/home/ada', user: 'ada', folders: [] },
    mask: text => maskText(text, { scan }),
    pace,
  }),
  ...more,
});
