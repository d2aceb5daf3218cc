import type { Assistant } from '../editor/assistant.ts';
import { Dashboard } from '../editor/dashboard/dashboard.ts';
import { monthPace } from '../interaction/dashboard/sums/monthPace.ts';
import { stateIn, type JournalServices } from './journalServices.ts';
import type { LedgerServices } from './ledgerServices.ts';
import type { WindowServices } from './windowServices.ts';

/** What a person meets once something was asked for. */
export interface OpenedServices {
  readonly assistant: Assistant;
  readonly dashboard: Dashboard;
}

/** What of the window the dashboard is made from. */
type DashboardWindow = Pick<WindowServices, 'circuits' | 'clock' | 'context' | 'currentTargets' | 'workspaceId'>;

interface Known {
  readonly journalServices: Pick<JournalServices, 'entries' | 'metrics' | 'onDidChange' | 'refresh'>;
  readonly ledgerServices: Pick<LedgerServices, 'book'>;
}

/** The dashboard of this window, over the journal and the ledger. */
export function createDashboard(window: DashboardWindow, known: Known): Dashboard {
  const { circuits, clock, context, currentTargets, workspaceId } = window;
  const { entries, metrics, onDidChange, refresh } = known.journalServices;
  const { book } = known.ledgerServices;
  return new Dashboard({
    clock,
    refresh,
    extensionUri: context.extensionUri,
    sources: {
      ...{ entries, metrics },
      labelOf: id => currentTargets.labelOf(id),
      circuitOf: stateIn(circuits, { currentTargets }),
      spending: () => book.now(),
      workspace: workspaceId,
      forecast: monthPace(book.recentDays),
    },
    onDidChange: listener => {
      const ends = [onDidChange(listener), book.onDidChange(listener), currentTargets.onDidChange(listener)];
      return () => ends.forEach(end => end());
    },
  });
}
