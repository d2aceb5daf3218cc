import type * as vscode from 'vscode';
import { setImmediate as pause } from 'node:timers/promises';
import { Circuits } from '../core/resilience/circuits.ts';
import { openLedgerServices, type LedgerServices } from './ledgerServices.ts';
import { createAskService } from './askingServices.ts';
import { createClients, type Clients } from './clientFactory.ts';
import { ExactCounts } from '../core/prompt/exactCounts.ts';
import { loadExactTokens } from '../libraries/exactTokens.ts';
import { DocumentScans } from '../core/secrets/documentScans.ts';
import { type Mask, maskText } from '../core/secrets/maskText.ts';
import type { StoreTrouble } from '../core/shared/store.ts';
import { registerBudgets, type BudgetBook } from '../editor/budget/budgets.ts';
import { notifyLedgerTrouble } from '../editor/budget/ledgerNotifier.ts';
import { registerDataCommands } from '../editor/data/dataCommands.ts';
import type { OverBudgetPolicy } from '../interaction/asking/withinBudget.ts';
import { Assistant } from '../editor/assistant.ts';
import { vscodeUser as user } from '../editor/platform/vscodeUser.ts';
import { registerShowLog } from '../editor/platform/log.ts';
import { createStatusFeed } from '../editor/status/statusFeed.ts';
import { registerRehearsal } from '../editor/faultInjection/rehearsalCommands.ts';
import { registerStatusMenu } from '../editor/status/statusMenu.ts';
import { openHistoryStores, type HistoryStores } from '../editor/history/historyStores.ts';
import { InstructionFiles } from '../editor/instructions/instructionFiles.ts';
import { isEnabledFor } from '../editor/settings/readSettings.ts';
import type { ListModels } from '../interaction/setup/lookUpModels.ts';
import { warnOfUncheckedCertificates } from '../interaction/platform/certificateWarning.ts';
import { Checkpoints } from '../interaction/checkpoints/checkpoints.ts';
import { pace } from '../interaction/platform/pace.ts';
import { registerSetup } from '../editor/setup/setup.ts';
import type { WindowServices } from './windowServices.ts';
import { sha256 } from '../libraries/sha256.ts';
import { scanSecrets as scan } from '../libraries/secrets.ts';
import { findProvider } from '../providers/all.ts';
import type { Ports } from '../core/model/provider.ts';
import { localSharing } from './sharedServices.ts';
import { createFiles } from '../storage/files.ts';
import { realPathOf } from '../storage/realPath.ts';

/** Everything that is needed to ask: loaded with the first command, not with the window. */
export function openAssistant(windowServices: WindowServices): Assistant {
  const { context, channel } = windowServices;
  warnOfUncheckedCertificates(process.env, user);
  const services = openServices(windowServices);
  const budgets = openBudgets(windowServices, services.ledgerServices.book);
  const assistant = createAssistant(windowServices, services, budgets.overBudgetPolicy);
  context.subscriptions.push(
    assistant,
    services.client,
    services.ledgerServices,
    budgets.all,
    registerShowLog(channel),
    ...targetCommands(windowServices, services),
    ...dataCommands(windowServices, services, assistant),
  );
  return assistant;
}

/** What several parts of the assistant share. */
interface Services extends Clients {
  readonly historyStores: HistoryStores;
  readonly checkpoints: Checkpoints;
  readonly scans: DocumentScans;
  readonly ledgerServices: LedgerServices;
  readonly listModels: ListModels;
}

function openServices(windowServices: WindowServices): Services {
  const { activity, channel, circuits, clock, context, keys, currentTargets, rehearsals } = windowServices;
  const ports: Ports = { clock, key: endpoint => keys.keyFor(endpoint) };
  const sharing = localSharing(windowServices);
  const ledgerServices = openLedgerServices({ channel, clock, currentTargets, sharing }, trouble =>
    notifyLedgerTrouble(trouble, currentTargets.settings, user),
  );
  const log = (trouble: StoreTrouble, name: string) => channel.warn(`storage: ${trouble}: ${name}`);
  const files = createFiles(storageOf(windowServices).fsPath, log);
  const historyStores = openHistoryStores(files, clock, {
    log,
    user,
    level: () => currentTargets.settings.notifications,
  });
  const scans = new DocumentScans(scan);
  return {
    ...createClients(
      { activity, channel, circuits, clock, context, currentTargets, rehearsals, sharing },
      ports,
      ledgerServices,
    ),
    ledgerServices,
    historyStores,
    scans,
    checkpoints: new Checkpoints({
      list: historyStores.applied,
      store: files,
      mask,
      findingsIn: (document, text) => scans.findingsIn(document, text),
      wall: () => clock.wall(),
      newId: () => crypto.randomUUID(),
      pace,
    }),
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
function targetCommands(windowServices: WindowServices, { client, listModels }: Services) {
  const { activity, circuits, clock, consent, currentTargets, keys, knowledge, rehearsals } = windowServices;
  const feed = createStatusFeed(windowServices);
  return [
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
  { answers, checkpoints, historyStores }: Services,
  assistant: Assistant,
) {
  const { consent, context, keys } = windowServices;
  const { recent, review, asking, dismissed } = historyStores;
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
      const lists = [recent, review, asking, dismissed].map(list => list.clear());
      await Promise.all([answers.clear(), checkpoints.clear(), ...lists, assistant.forgetQuestions()]);
    },
  });
}

function createAssistant(
  windowServices: WindowServices,
  { checkpoints, client, historyStores, ledgerServices, listModels, scans }: Services,
  overBudgetPolicy: OverBudgetPolicy,
): Assistant {
  const { activity, channel: log, clock, context, currentTargets, deferredCount } = windowServices;
  const instructionScans = new DocumentScans(scan, mostScannedInstructions);
  const instructionFiles = new InstructionFiles((document, text) => instructionScans.findingsIn(document, text));
  const counts = new ExactCounts({ load: loadExactTokens, pause, now: () => clock.now() });
  return new Assistant({
    ...historyStores,
    checkpoints,
    activity,
    clock,
    deferredCount,
    log,
    user,
    askService: createAskService(windowServices, { client, instructionFiles, listModels, overBudgetPolicy }),
    feed: createStatusFeed(windowServices),
    level: () => currentTargets.settings.notifications,
    targets: () => client.now.targets,
    labelOf: id => currentTargets.labelOf(id),
    extensionUri: context.extensionUri,
    newId: () => crypto.randomUUID(),
    thresholds: () => currentTargets.thresholds,
    costOf: ledgerServices.costOf,
    countExactly: text => counts.countExactly(text),
    mask,
    findingsIn: (document, text) => scans.findingsIn(document, text),
    hash: sha256,
    isOn: isEnabledFor,
    realPathOf,
    beginInstructions: uri => instructionFiles.begin(uri),
  });
}

const mask: Mask = (text, known) => maskText(text, { scan, pace }, known);

/** More instruction files than one question takes along. */
const mostScannedInstructions = 50;

/** The workspace's own folder; an empty window has none and uses the user's. */
const storageOf = ({ context }: Pick<WindowServices, 'context'>): vscode.Uri =>
  context.storageUri ?? context.globalStorageUri;
