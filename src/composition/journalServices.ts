import * as vscode from 'vscode';
import { Journal } from '../core/journal/journal.ts';
import type { CircuitEntry, CircuitState, JournalEntry } from '../core/journal/journalEntry.ts';
import { Metrics } from '../core/metrics/metrics.ts';
import { recallPaces } from '../core/metrics/recallPaces.ts';
import type { Alerts } from '../core/metrics/alerts.ts';
import { usualTimes } from '../core/metrics/usualTimes.ts';
import { notifyJournalTrouble, watchJournal, type AlertServices } from '../editor/alerts/watchJournal.ts';
import { vscodeUser as user } from '../editor/platform/vscodeUser.ts';
import { turnOffAlert } from '../editor/settings/readSettings.ts';
import { circuitKey, type Circuits } from '../core/resilience/circuits.ts';
import { whenBudgetIsKept } from '../interaction/alerts/whenBudgetIsKept.ts';
import { DashboardEntries } from '../interaction/dashboard/sums/dashboardEntries.ts';
import { circuitLine } from '../interaction/platform/logLines.ts';
import { readJournal } from '../storage/journal/readJournal.ts';
import { JournalFiles } from '../storage/journal/journalFiles.ts';
import type { LedgerServices } from './ledgerServices.ts';
import type { WindowServices } from './windowServices.ts';

/** What is known of every question, and what they came to. */
export interface JournalServices extends vscode.Disposable {
  readonly journal: Journal;
  readonly metrics: Metrics;
  /** What the dashboard draws one by one. */
  readonly entries: DashboardEntries;
  /** What is wrong now. */
  readonly alerts: Pick<Alerts, 'active'>;
  /** Reads what other windows have entered, at first all that is kept; settles when the metrics know it. */
  readonly refresh: () => Promise<void>;
  /** Tells all that is kept, of this window too, oldest day first. Rejects with the errors of the system. */
  readonly readAll: (listener: (entry: JournalEntry) => void) => Promise<void>;
  /** Forgets all of it, in all windows. Rejects with a StoreError when some could not be removed. */
  readonly clear: () => Promise<void>;
  /** Calls back when the metrics have changed. The returned function ends that. */
  readonly onDidChange: (listener: () => void) => () => void;
}

/** What the journal is made from. */
type JournalSources = Pick<
  WindowServices,
  'activity' | 'channel' | 'circuits' | 'clock' | 'context' | 'currentTargets' | 'slowTargets' | 'workspaceId'
> & {
  readonly ledgerServices: Pick<LedgerServices, 'book' | 'costOf' | 'savingsOf'>;
};

/**
 * Opens the journal; nothing is read before somebody wants to see it, or questions go to who is fastest, which is known of the days
 * before alone; nothing is written before a question has ended.
 */
export function openJournal(sources: JournalSources): JournalServices {
  const { clock, circuits, ledgerServices, workspaceId } = sources;
  const { metrics, entries, take, takeRead, drop } = projections(sources);
  const forget = (): void => {
    journal.clear();
    drop();
  };
  const sink = openSink(sources, forget);
  const journal: Journal = new Journal({
    ...{ clock, sink, workspace: workspaceId, costOf: ledgerServices.costOf, savingsOf: ledgerServices.savingsOf },
    circuitOf: stateIn(circuits, sources),
  });
  const refresh = async (): Promise<void> => {
    journal.settle();
    await sink.read(takeRead);
  };
  readEarly(sources, refresh);
  const summing = { dispose: journal.onDidAdd(take) };
  const alerts = watchJournal(alertServices(sources, { journal, metrics, refresh }));
  const listening = vscode.Disposable.from(summing, alerts, { dispose: enterTransitions(journal, sources) });
  return {
    ...{ journal, metrics, entries, alerts, refresh },
    readAll: async listener => {
      journal.settle();
      await sink.flush();
      await readJournal(folderOf(sources), listener);
    },
    clear: () => {
      forget();
      return sink.clear();
    },
    onDidChange: listener => metrics.onDidChange(listener),
    dispose: () => {
      journal.settle();
      listening.dispose();
      sink.close();
    },
  };
}

/** Who is fastest has to be known before somebody wants to see it. */
function readEarly({ channel, currentTargets }: JournalSources, refresh: () => Promise<void>): void {
  if (currentTargets.settings.routing.strategy !== 'fastest') return;
  refresh().catch((error: unknown) => channel.warn(`journal: not read: ${error instanceof Error ? error.name : ''}`));
}

/** What the journal's entries, of all windows, amount to. */
function projections({ activity, clock }: Pick<JournalSources, 'activity' | 'clock'>) {
  const metrics = new Metrics();
  const entries = new DashboardEntries();
  const take = (entry: JournalEntry): void => {
    entries.add(entry); // before the metrics tell of the change
    metrics.add(entry);
  };
  const drop = (): void => {
    entries.clear();
    metrics.clear();
  };
  const takeRead = (entry: JournalEntry): void => {
    take(entry);
    recallPaces(entry, activity, clock.wall());
  };
  return { metrics, entries, take, takeRead, drop };
}

function openSink(
  { channel, clock, context, currentTargets, ledgerServices: { book } }: JournalSources,
  onCleared: () => void,
): JournalFiles {
  return new JournalFiles({
    folder: folderOf({ context }),
    clock,
    keepDays: () => currentTargets.settings.journal.keepDays,
    onTrouble: trouble => {
      channel.warn(`journal: ${trouble}`);
      const tell = () => notifyJournalTrouble(trouble, { user, level: () => currentTargets.settings.notifications });
      whenBudgetIsKept(book, clock, () => void tell());
    },
    onCleared,
  });
}

/** One for all windows of the machine. */
const folderOf = ({ context }: Pick<WindowServices, 'context'>): string =>
  vscode.Uri.joinPath(context.globalStorageUri, 'journal').fsPath;

function alertServices(
  { channel, clock, currentTargets, slowTargets, ledgerServices: { book } }: JournalSources,
  known: Pick<JournalServices, 'journal' | 'metrics' | 'refresh'>,
): AlertServices {
  return {
    clock,
    user,
    log: channel,
    journal: known.journal,
    labelOf: id => currentTargets.labelOf(id),
    level: () => currentTargets.settings.notifications,
    off: () => currentTargets.settings.alertsOff,
    turnOff: turnOffAlert,
    spending: () => ({ measures: book.now().measures, recent: book.recentDays() }),
    claimPace: book.claimPace,
    usualFirstTokenMs: usualTimes(clock, known),
    onSpeed: speed => slowTargets.learn(speed),
  };
}

/** How the circuit of a target stands in these circuits, by the target's id. */
export const stateIn =
  (circuits: Circuits, { currentTargets }: Pick<WindowServices, 'currentTargets'>) =>
  (id: string): CircuitState => {
    const target = currentTargets.targets.find(each => each.id === id);
    return target ? circuits.of(target).state.is : 'closed';
  };

/** Enters and logs each change of a circuit that this window has brought about, under the first target that it belongs to. */
function enterTransitions(journal: Journal, { channel, circuits, clock, currentTargets }: JournalSources): () => void {
  const states = new Map<string, CircuitState>();
  return circuits.onDidTransit((key, { state }) => {
    const target = currentTargets.targets.find(each => circuitKey(each) === key);
    const before = states.get(key) ?? 'closed';
    states.set(key, state.is);
    if (!target || before === state.is) return;
    const entry: CircuitEntry = { kind: 'circuit', at: clock.wall(), target: target.id, before, after: state.is };
    const { level, text } = circuitLine(entry);
    channel[level](text);
    journal.add(entry);
  });
}
