import { Circuits } from '../core/resilience/circuits.ts';
import { createDashboard, type OpenedServices } from './dashboardServices.ts';
import { openJournal, type JournalServices } from './journalServices.ts';
import { openLearning, type LearningServices } from './routingServices.ts';
import { openLedgerServices, type LedgerServices } from './ledgerServices.ts';
import { registerDiagnostics } from './registerDiagnostics.ts';
import { createClients, type Clients } from './clientFactory.ts';
import { createAssistant } from './createAssistant.ts';
import { registerBudgets, type BudgetBook } from '../editor/budget/budgets.ts';
import { notifyLedgerTrouble } from '../editor/budget/ledgerNotifier.ts';
import { registerDataCommands } from '../editor/data/dataCommands.ts';
import type { Assistant } from '../editor/assistant.ts';
import { vscodeUser as user } from '../editor/platform/vscodeUser.ts';
import { registerShowLog } from '../editor/platform/log.ts';
import { createStatusFeed } from '../editor/status/statusFeed.ts';
import { registerRehearsal } from '../editor/faultInjection/rehearsalCommands.ts';
import { registerStatusMenu } from '../editor/status/statusMenu.ts';
import type { ListModels } from '../interaction/setup/lookUpModels.ts';
import { warnOfUncheckedCertificates } from '../interaction/platform/certificateWarning.ts';
import { registerSetup } from '../editor/setup/setup.ts';
import { registerUsageExport } from './usageServices.ts';
import { openStores, type StoredServices } from './storedServices.ts';
import { storageOf } from './storageOf.ts';
import { openTaskModels, type TaskModels } from './taskModelServices.ts';
import type { WindowServices } from './windowServices.ts';
import { findProvider } from '../providers/all.ts';
import { openFeedback, type FeedbackServices } from '../editor/feedback/openFeedback.ts';
import type { Ports } from '../core/model/provider.ts';
import { localSharing } from './sharedServices.ts';

/** Everything that is needed to ask: loaded with the first command, not with the window. */
export function openAssistant(windowServices: WindowServices): OpenedServices {
  const { clock, context, channel } = windowServices;
  warnOfUncheckedCertificates(process.env, user);
  const services = openServices(windowServices);
  const { journalServices, learningServices, ledgerServices } = services;
  const budgets = openBudgets(windowServices, ledgerServices.book);
  const assistant = createAssistant(windowServices, services, budgets.overBudgetPolicy);
  const dashboard = createDashboard(windowServices, services);
  context.subscriptions.push(
    assistant,
    dashboard,
    services.client,
    ledgerServices,
    learningServices,
    services.feedback,
    journalServices,
    budgets.all,
    registerShowLog(channel),
    registerUsageExport({ clock, journalServices, ledgerServices }, user),
    ...targetCommands(windowServices, services),
    ...dataCommands(windowServices, services, assistant),
    ...registerDiagnostics(windowServices, { user, journalServices, ledgerServices, listModels: services.listModels }),
  );
  return { assistant, dashboard };
}

/** What several parts of the assistant share. */
interface Services extends Clients, StoredServices {
  readonly ledgerServices: LedgerServices;
  readonly learningServices: LearningServices;
  readonly journalServices: JournalServices;
  readonly listModels: ListModels;
  readonly taskModels: TaskModels;
  readonly feedback: FeedbackServices;
}

function openServices(windowServices: WindowServices): Services {
  const { activity, channel, circuits, clock, context, keys, currentTargets, rehearsals, slowTargets, workspaceId } =
    windowServices;
  const ports: Ports = { clock, key: endpoint => keys.keyFor(endpoint) };
  const sharing = localSharing(windowServices);
  const ledgerServices = openLedgerServices({ channel, clock, currentTargets, sharing }, trouble =>
    notifyLedgerTrouble(trouble, currentTargets.settings, user),
  );
  const journalServices = openJournal({
    activity,
    channel,
    circuits,
    clock,
    context,
    currentTargets,
    slowTargets,
    workspaceId,
    ledgerServices,
  });
  const { journal } = journalServices;
  const learningServices = openLearning({ channel, clock, currentTargets, sharing, ledgerServices });
  const parts = { activity, channel, circuits, clock, context, currentTargets, rehearsals, sharing, journal };
  const feedback = openFeedback({ clock, user, sharing, log: channel });
  const clients = createClients({ ...parts, learningServices, demoted: feedback.demoted }, ports, ledgerServices);
  return {
    ...clients,
    ...openStores(windowServices),
    taskModels: openTaskModels(windowServices, () => clients.client.now.targets),
    ledgerServices,
    learningServices,
    feedback,
    journalServices,
    listModels: async (server, signal, key) => {
      const withKey = key === undefined ? ports : { ...ports, key: () => Promise.resolve(key) };
      return (await findProvider(server.provider)?.listModels(server, withKey, signal)) ?? [];
    },
  };
}

/** What is used of the budget is read as soon as the assistant is open. */
function openBudgets({ budgetSnapshot, channel: log, currentTargets }: WindowServices, book: BudgetBook) {
  void book.refresh();
  return registerBudgets({
    book,
    budgetSnapshot,
    log,
    user,
    level: () => currentTargets.settings.notifications,
    settings: () => currentTargets.settings.budget,
    problems: () => currentTargets.settings.problems,
  });
}

/** What is done to targets: those of the status menu, rehearsals, and what makes or tries a target or a key. */
function targetCommands(windowServices: WindowServices, { client, listModels, taskModels }: Services) {
  const { activity, circuits, clock, consent, currentTargets, keys, knowledge, rehearsals } = windowServices;
  const feed = createStatusFeed(windowServices);
  return [
    taskModels.register(),
    registerStatusMenu({ activity, circuits, feed, rehearsals, user, targets: () => currentTargets.targets }),
    registerRehearsal({
      circuits,
      clock,
      rehearsals,
      user,
      labelOf: id => currentTargets.labelOf(id),
      makeCircuits: () => new Circuits(clock, () => currentTargets.settings.circuitBreaker),
      targets: () => currentTargets.targets.filter(target => !currentTargets.barred(target)),
    }),
    ...registerSetup({
      clock,
      consent,
      currentTargets,
      keys,
      knowledge,
      listModels,
      user,
      client: () => client.real,
      environment: process.env,
    }),
  ];
}

function dataCommands(
  windowServices: WindowServices,
  { answers, checkpoints, feedback, historyStores, journalServices, learningServices }: Services,
  assistant: Assistant,
) {
  const { consent, context, keys } = windowServices;
  const { recent, review, decided, asking, dismissed } = historyStores;
  return registerDataCommands({
    consent,
    keys,
    user,
    mementos: [context.globalState, context.workspaceState],
    folders: [context.globalStorageUri, storageOf(windowServices)],
    stopAll: () => assistant.stopAll(),
    clearCache: () => answers.clear(),
    forget: async () => {
      assistant.stopAll();
      const lists = [recent, review, decided, asking, dismissed].map(list => list.clear());
      const stores = [answers, checkpoints, journalServices].map(store => store.clear());
      const forgotten = [assistant.forgetQuestions(), learningServices.learning.forget(), feedback.forget()];
      await Promise.all([...stores, ...lists, ...forgotten]);
    },
  });
}
