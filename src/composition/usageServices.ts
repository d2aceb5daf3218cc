import type * as vscode from 'vscode';
import type { QuestionEntry } from '../core/journal/journalEntry.ts';
import { stats } from '../core/metrics/stats.ts';
import { registerUsageCommands } from '../editor/usage/usageCommands.ts';
import type { User } from '../interaction/platform/user.ts';
import { usageStretches } from '../interaction/usage/usageStretches.ts';
import type { StatusFeed } from '../interaction/status/followStatus.ts';
import { usageLists, type UsageLists } from '../interaction/usage/usageLists.ts';
import type { JournalServices } from './journalServices.ts';
import type { LedgerServices } from './ledgerServices.ts';
import type { WindowServices } from './windowServices.ts';

/** What the views of models and usage are read from. */
type UsageSources = Pick<WindowServices, 'clock' | 'currentTargets'> & {
  readonly feed: StatusFeed;
  readonly journalServices: Pick<JournalServices, 'metrics' | 'refresh'>;
  readonly ledgerServices: Pick<LedgerServices, 'book' | 'pricesFrom'>;
};

/** What the views of models and usage show. */
export function openUsage({ clock, currentTargets, feed, journalServices, ledgerServices }: UsageSources): UsageLists {
  const { metrics, refresh } = journalServices;
  const { book, pricesFrom } = ledgerServices;
  return usageLists({
    ...{ clock, feed, metrics, refresh, pricesFrom },
    labelOf: id => currentTargets.labelOf(id),
    spending: () => ({ ...book.now(), recent: book.recentDays() }),
  });
}

/** What usage is told from as data. */
type UsageDataSources = Pick<WindowServices, 'clock'> & {
  readonly journalServices: JournalServices;
  readonly ledgerServices: Pick<LedgerServices, 'pricesFrom'>;
};

/** All that is measured, as JSON, with what other windows have entered. */
export async function readStats({ clock, journalServices, ledgerServices }: UsageDataSources): Promise<object> {
  const { alerts, metrics, refresh } = journalServices;
  await refresh();
  const now = clock.wall();
  const { pricesFrom } = ledgerServices;
  return stats({ metrics, now, stretches: usageStretches(now), alerts: alerts.active, pricesFrom });
}

/** The commands that give usage away as data. */
export function registerUsageExport(sources: UsageDataSources, user: Pick<User, 'tell' | 'warn'>): vscode.Disposable {
  const { readAll } = sources.journalServices;
  return registerUsageCommands({
    user,
    readStats: () => readStats(sources),
    readQuestions: async () => {
      const questions: QuestionEntry[] = [];
      await readAll(entry => {
        if (entry.kind === 'question') questions.push(entry);
      });
      return questions.toSorted((one, other) => one.at - other.at);
    },
  });
}
