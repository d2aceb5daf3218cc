import * as vscode from 'vscode';
import { setImmediate as pause } from 'node:timers/promises';
import { Circuits } from '../core/resilience/circuits.ts';
import { openLedgerServices, type LedgerServices } from './ledgerServices.ts';
import { createClients, totalMs, type Clients } from './clientFactory.ts';
import { ExactCounts } from '../core/prompt/exactCounts.ts';
import { loadExactTokens } from '../libraries/exactTokens.ts';
import { maskText } from '../core/secrets/maskText.ts';
import type { StoreTrouble } from '../core/shared/store.ts';
import { registerBudgets } from '../editor/budget/budgets.ts';
import { notifyLedgerTrouble } from '../editor/budget/ledgerNotifier.ts';
import { registerDataCommands } from '../editor/data/dataCommands.ts';
import type { OverBudgetPolicy } from '../interaction/asking/withinBudget.ts';
import { AskService } from '../interaction/asking/askService.ts';
import { factsFor } from '../editor/asking/factsFor.ts';
import { Assistant } from '../editor/assistant.ts';
import { vscodeUser as user } from '../editor/platform/vscodeUser.ts';
import { isIgnored } from '../editor/asking/ignoreFiles.ts';
import { registerShowLog } from '../editor/platform/log.ts';
import { createStatusFeed } from '../editor/status/statusFeed.ts';
import { registerRehearsal } from '../editor/faultInjection/rehearsalCommands.ts';
import { registerStatusMenu } from '../editor/status/statusMenu.ts';
import { openHistoryStores, type HistoryStores } from '../editor/history/historyStores.ts';
import { isEnabledFor, maxInputTokensFor } from '../editor/settings/readSettings.ts';
import type { ListModels } from '../interaction/setup/chooseModel.ts';
import { findTargets } from '../editor/setup/findTargets.ts';
import { registerSetup } from '../editor/setup/setup.ts';
import type { WindowServices } from './windowServices.ts';
import { scanSecrets as scan } from '../libraries/secrets.ts';
import { findProvider } from '../providers/all.ts';
import type { Ports } from '../core/model/provider.ts';
import { createFiles } from '../storage/files.ts';

/** Everything that is needed to ask: loaded with the first command, not with the window. */
export function openAssistant(foundation: WindowServices): Assistant {
  const { context, channel, live } = foundation;
  const rooms = furnish(foundation);
  const budgets = openBudgets(foundation, rooms);
  const desk = createDesk(foundation, rooms, budgets.manners);
  context.subscriptions.push(
    desk,
    rooms.client,
    rooms.accounts,
    budgets.all,
    registerShowLog(channel),
    registerStatusMenu({ ...foundation, feed: createStatusFeed(foundation), targets: () => live.targets }),
    registerRehearsal({
      ...foundation,
      user,
      labelOf: id => live.labelOf(id),
      makeCircuits: () => new Circuits(foundation.clock, () => live.settings.circuitBreaker),
      targets: () => live.targets.filter(target => !live.barred(target)),
    }),
    ...registerSetup({
      ...foundation,
      ...rooms,
      user,
      client: () => rooms.client.real,
      environment: process.env,
    }),
    ...dataCommands(foundation, rooms, desk),
  );
  return desk;
}

function dataCommands(foundation: WindowServices, rooms: Rooms, desk: Assistant): readonly vscode.Disposable[] {
  const { context } = foundation;
  const { recent, review } = rooms.kept;
  return registerDataCommands({
    ...foundation,
    user,
    mementos: [context.globalState, context.workspaceState],
    folders: [context.globalStorageUri, storageOf(foundation)],
    stopAll: () => desk.stopAll(),
    clearCache: () => rooms.answers.clear(),
    forget: async () => {
      desk.stopAll();
      await Promise.all([rooms.answers.clear(), recent.clear(), review.clear(), desk.forgetQuestions()]);
    },
  });
}

/** What several parts of the house share. */
interface Rooms extends Clients {
  readonly kept: HistoryStores;
  readonly accounts: LedgerServices;
  readonly listModels: ListModels;
}

function furnish(foundation: WindowServices): Rooms {
  const { channel, clock, keys, live } = foundation;
  const ports: Ports = { clock, key: endpoint => keys.keyFor(endpoint) };
  const accounts = openLedgerServices(foundation, trouble => notifyLedgerTrouble(trouble, live.settings));
  const log = (trouble: StoreTrouble, name: string) => channel.warn(`storage: ${trouble}: ${name}`);
  const files = createFiles(storageOf(foundation).fsPath, log);
  return {
    ...createClients(foundation, ports, accounts),
    accounts,
    kept: openHistoryStores(files, clock, { log, level: () => live.settings.notifications }),
    listModels: async (server, signal) =>
      (await findProvider(server.provider)?.listModels(server, ports, signal)) ?? [],
  };
}

/** What is used of the budget is read as soon as the house is open. */
function openBudgets(foundation: WindowServices, { accounts: { book } }: Rooms) {
  const { channel: log, live } = foundation;
  void book.refresh();
  return registerBudgets({
    ...foundation,
    user,
    log,
    book,
    level: () => live.settings.notifications,
    settings: () => live.settings.budget,
    problems: () => live.settings.problems,
  });
}

function createDesk(
  foundation: WindowServices,
  { client, kept, listModels, accounts }: Rooms,
  budget: OverBudgetPolicy,
): Assistant {
  const { context, channel, live } = foundation;
  const counts = new ExactCounts({ load: loadExactTokens, pause, now: () => foundation.clock.now() });
  return new Assistant({
    ...foundation,
    ...kept,
    user,
    log: channel,
    feed: createStatusFeed(foundation),
    level: () => live.settings.notifications,
    askService: createAskService(foundation, { client, listModels, overBudgetPolicy: budget }),
    targets: () => client.now.targets,
    labelOf: id => live.labelOf(id),
    extensionUri: context.extensionUri,
    newId: () => crypto.randomUUID(),
    thresholds: () => live.thresholds,
    costOf: accounts.costOf,
    countExactly: text => counts.countExactly(text),
    mask: text => maskText(text, scan),
    ignored: isIgnored,
    isOn: isEnabledFor,
  });
}

interface AskingServices extends Pick<Rooms, 'client' | 'listModels'> {
  readonly overBudgetPolicy: OverBudgetPolicy;
}

function createAskService(foundation: WindowServices, services: AskingServices): AskService {
  const { context, clock, consent, live, workspace } = foundation;
  const { client, listModels, overBudgetPolicy } = services;
  return new AskService({
    clock,
    overBudgetPolicy,
    newId: () => crypto.randomUUID(),
    client: () => client.now,
    scope: workspace,
    totalMs: taskClass => totalMs(foundation, taskClass),
    maxInputTokens: ({ context, place }) => maxInputTokensFor(context.language, place && vscode.Uri.parse(place.uri)),
    findTargets: async signal => {
      const access = context.languageModelAccessInformation;
      if (live.settings.targets.length === 0)
        live.adopt(await findTargets({ ...foundation, access, listModels, signal }));
    },
    confirm: targets => consent.confirm(targets),
    facts: factsFor,
  });
}

/** The workspace's own folder; an empty window has none and uses the user's. */
const storageOf = ({ context }: WindowServices): vscode.Uri => context.storageUri ?? context.globalStorageUri;
