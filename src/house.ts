import type * as vscode from 'vscode';
import { Circuits } from './core/circuits.ts';
import { openClients, totalMs, type Clients } from './clients.ts';
import { maskText } from './core/maskText.ts';
import { registerDataCommands } from './editor/dataCommands.ts';
import { Desk } from './editor/desk.ts';
import { editorUser as user } from './editor/editorUser.ts';
import { isIgnored } from './editor/ignoreFiles.ts';
import { registerShowLog } from './editor/log.ts';
import { createStatusFeed } from './editor/status.ts';
import { registerRehearsal } from './editor/rehearsalCommands.ts';
import { registerStatusMenu } from './editor/statusMenu.ts';
import { openKept, type Kept } from './editor/openKept.ts';
import { isEnabledFor } from './editor/settings.ts';
import type { ListModels } from './editor/setup/chooseModel.ts';
import { findTargets } from './editor/setup/findTargets.ts';
import { registerSetup } from './editor/setup/setup.ts';
import type { Foundation } from './foundation.ts';
import { scanSecrets as scan } from './libraries/secrets.ts';
import { findProvider } from './providers/all.ts';
import type { Ports } from './providers/provider.ts';
import { createFiles } from './storage/files.ts';

/** Everything that is needed to ask: loaded with the first command, not with the window. */
export function openHouse(foundation: Foundation): Desk {
  const { context, channel, live } = foundation;
  const rooms = furnish(foundation);
  const desk = createDesk(foundation, rooms);
  context.subscriptions.push(
    desk,
    rooms.client,
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
    ...registerDataCommands({
      ...foundation,
      user,
      mementos: [context.globalState, context.workspaceState],
      folders: [context.globalStorageUri, storageOf(foundation)],
      stopAll: () => desk.stopAll(),
      forget: async () => {
        desk.stopAll();
        rooms.answers.clear();
        await Promise.all([rooms.kept.recent.clear(), rooms.kept.review.clear(), desk.forgetQuestions()]);
      },
    }),
  );
  return desk;
}

/** What several parts of the house share. */
interface Rooms extends Clients {
  readonly kept: Kept;
  readonly listModels: ListModels;
}

function furnish(foundation: Foundation): Rooms {
  const { channel, clock, keys } = foundation;
  const ports: Ports = { clock, key: endpoint => keys.keyFor(endpoint) };
  const files = createFiles(storageOf(foundation).fsPath, trouble => channel.warn(`storage: ${trouble}`));
  return {
    ...openClients(foundation, ports),
    kept: openKept(files, clock),
    listModels: async (server, signal) =>
      (await findProvider(server.provider)?.listModels(server, ports, signal)) ?? [],
  };
}

function createDesk(foundation: Foundation, { client, kept, listModels }: Rooms): Desk {
  const { context, channel, live, workspace, consent } = foundation;
  return new Desk({
    ...foundation,
    ...kept,
    user,
    log: channel,
    feed: createStatusFeed(foundation),
    level: () => live.settings.notifications,
    client: () => client.now,
    labelOf: id => live.labelOf(id),
    extensionUri: context.extensionUri,
    newId: () => crypto.randomUUID(),
    thresholds: () => live.thresholds,
    totalMs: taskClass => totalMs(foundation, taskClass),
    confirm: targets => consent.confirm(targets),
    scope: workspace,
    findTargets: async signal => {
      const access = context.languageModelAccessInformation;
      if (live.settings.targets.length === 0)
        live.adopt(await findTargets({ ...foundation, access, listModels, signal }));
    },
    mask: text => maskText(text, scan),
    ignored: isIgnored,
    isOn: isEnabledFor,
  });
}

/** The workspace's own folder; an empty window has none and uses the user's. */
const storageOf = ({ context }: Foundation): vscode.Uri => context.storageUri ?? context.globalStorageUri;
