import type { JournalEntry } from '../../../src/core/journal/journalEntry.ts';
import { Metrics } from '../../../src/core/metrics/metrics.ts';
import { stats } from '../../../src/core/metrics/stats.ts';
import type { Mask } from '../../../src/core/secrets/maskText.ts';
import { collectBundle } from '../../../src/interaction/bundle/collectBundle.ts';
import { DashboardViews } from '../../../src/interaction/dashboard/dashboardViews.ts';
import { pace } from '../../../src/interaction/platform/pace.ts';
import { usageCsvHead, usageCsvLines } from '../../../src/interaction/usage/usageCsv.ts';
import { bundleSources } from '../../interaction/bundle/bundleSources.ts';
import { dashboardSources } from '../../support/journal/journalEntries.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

/** All that people are told of these entries, by the name of the place. */
export async function toldOfJournal(
  entries: readonly JournalEntry[],
  log: readonly string[],
  mask: Mask,
): Promise<readonly (readonly [string, string])[]> {
  const metrics = new Metrics();
  for (const entry of entries) metrics.add(entry);
  const now = Date.now();
  const all = { all: { from: 0, to: Infinity } };
  const dashboard = new DashboardViews(dashboardSources(entries)).view('month', now);
  const questions = entries.flatMap(entry => (entry.kind === 'question' ? [usageCsvLines(entry)] : []));
  const bundle = await collectBundle(
    bundleSources({
      readEntries: async () => entries,
      readLog: async () => log.join('\n'),
      hiding: async () => ({ keys: [], places: { home: '', user: '', folders: [] }, mask, pace }),
    }),
    { clock: new VirtualClock(), signal: new AbortController().signal, words: '', onError: raise },
  );
  return [
    ['metrics', JSON.stringify(stats({ metrics, now, stretches: all, pricesFrom: '' }))],
    ['dashboard', JSON.stringify(dashboard)],
    ['usage.csv', [usageCsvHead(), ...questions].join('')],
    ...bundle.files.map(({ text }) => ['bundle', text] as const),
  ];
}

const raise = (name: string, error: unknown): never => {
  throw new Error(`a file of the bundle is missing: ${name}`, { cause: error });
};
