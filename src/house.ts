import * as vscode from 'vscode';
import { createClient, type Client, type Parts } from './core/client.ts';
import type { Entry } from './core/layers/record.ts';
import { maskText } from './core/maskText.ts';
import { Limiters, type RateLimit } from './core/limiters.ts';
import { Answers } from './core/memory/answers.ts';
import type { Rehearsal } from './core/rehearsal.ts';
import type { Target } from './core/target.ts';
import { registerDataCommands } from './editor/dataCommands.ts';
import { Desk } from './editor/desk.ts';
import { editorUser as user } from './editor/editorUser.ts';
import { isIgnored } from './editor/ignoreFiles.ts';
import { followRehearsals } from './editor/followRehearsals.ts';
import { registerIncidents } from './editor/incidents.ts';
import { createLog, registerShowLog } from './editor/log.ts';
import { offlinePhrases } from './editor/offlineWords.ts';
import { createStatusFeed } from './editor/status.ts';
import { registerRehearsal } from './editor/rehearsalCommands.ts';
import { wordsInRehearsal } from './editor/rehearsalWords.ts';
import { registerStatusMenu } from './editor/statusMenu.ts';
import { openKept, type Kept } from './editor/openKept.ts';
import { isEnabledFor, muteNotifications } from './editor/settings.ts';
import type { ListModels } from './editor/setup/chooseModel.ts';
import { findTargets } from './editor/setup/findTargets.ts';
import { registerSetup } from './editor/setup/setup.ts';
import type { Foundation } from './foundation.ts';
import { parse } from './libraries/parse.ts';
import { scanSecrets as scan } from './libraries/secrets.ts';
import { sha256 } from './libraries/sha256.ts';
import { findProvider } from './providers/all.ts';
import { offlineAnswer } from './providers/offline.ts';
import type { Ports } from './providers/provider.ts';
import { rehearsedFetch } from './providers/rehearsedFetch.ts';
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
    registerRehearsal({ ...foundation, user, targets: () => live.targets.filter(target => !live.barred(target)) }),
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
      forget: async () => {
        rooms.answers.clear();
        await Promise.all([rooms.kept.recent.clear(), rooms.kept.review.clear()]);
      },
    }),
  );
  return desk;
}

/** A server on this machine is asked as much as it takes. */
const unlimited: RateLimit = { requestsPerMinute: Infinity, tokensPerMinute: Infinity, concurrent: Infinity };

/** What several parts of the house share. */
interface Rooms {
  readonly answers: Answers;
  readonly kept: Kept;
  readonly client: CurrentClient;
  readonly listModels: ListModels;
}

/** The client of now; made anew when settings or keys change, while questions under way keep the one they began with. */
interface CurrentClient extends vscode.Disposable {
  /** Speaks to the real world, whatever is rehearsed. */
  readonly real: Client;
  readonly now: Client;
}

function furnish(foundation: Foundation): Rooms {
  const { channel, clock, live, keys, rehearsals } = foundation;
  const ports: Ports = { clock, key: endpoint => keys.keyFor(endpoint) };
  const answers = new Answers(clock, () => live.settings.cache);
  const journal = journalTo(foundation);
  const measures = () => new Limiters(clock, ({ loopback }) => (loopback ? unlimited : live.settings.rateLimit));
  const limiters = measures();
  const build = () => buildClient(foundation, ports, { answers, limiters, journal });
  let real = build();
  const stop = live.onDidChange(() => (real = build()));
  const rehearsing = followRehearsals(
    rehearsals,
    listener => live.onDidChange(listener),
    // its incidents are told apart from the real ones, of which the first is told too
    rehearsal => {
      const lasting = { answers, limiters: measures(), journal: rehearsal.journal(journalTo(foundation)) };
      return buildClient(foundation, ports, lasting, rehearsal);
    },
  );
  const files = createFiles(storageOf(foundation).fsPath, trouble => channel.warn(`storage: ${trouble}`));
  return {
    answers,
    kept: openKept(files, clock),
    client: {
      get real() {
        return real;
      },
      get now() {
        return rehearsing.now ?? real;
      },
      dispose: () => {
        stop();
        rehearsing.dispose();
      },
    },
    listModels: async (server, signal) =>
      (await findProvider(server.provider)?.listModels(server, ports, signal)) ?? [],
  };
}

function createDesk(foundation: Foundation, { client, kept, listModels }: Rooms): Desk {
  const { context, live, workspace, consent } = foundation;
  return new Desk({
    ...foundation,
    ...kept,
    client: () => client.now,
    labelOf: id => live.labelOf(id),
    extensionUri: context.extensionUri,
    newId: () => crypto.randomUUID(),
    thresholds: () => live.thresholds,
    totalMs: taskClass => live.settings.timeouts[taskClass].totalMs,
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

/** The client for the targets of now. What the settings say is looked up at each question. */
function buildClient(
  { clock, live, circuits, activity }: Foundation,
  ports: Ports,
  lasting: Pick<Parts, 'answers' | 'limiters' | 'journal'>,
  rehearsal?: Rehearsal,
): Client {
  const portsOf = (target: Target): Ports =>
    rehearsal ? { ...ports, fetch: rehearsedFetch({ rehearsal, target, words: wordsInRehearsal }) } : ports;
  const client = createClient({
    clock,
    circuits: rehearsal?.circuits ?? circuits,
    ...lasting,
    hash: sha256,
    sources: live.targets.flatMap(target => {
      const provider = findProvider(target.provider);
      return provider ? [{ target, ask: provider.createAsk(target, portsOf(target)) }] : [];
    }),
    redaction: { scan, enabled: () => live.settings.privacy.redactSecrets },
    judgement: { parse },
    offline: offlineAnswer(offlinePhrases),
    barred: target => live.barred(target),
    limits: (_target, taskClass) => live.settings.timeouts[taskClass],
    retrying: () => live.settings.retry,
    caching: () => live.settings.cache.isEnabled,
    hedgeAfterMs: ({ id }) => (live.settings.hedge ? activity.p95FirstTokenMs(id) : undefined),
    ...(vscode.env.remoteName !== undefined && { emptyCode: 'remote' }),
  });
  return rehearsal ? { ...client, ask: rehearsal.mark(client.ask) } : client;
}

/** Every question ends in the log, and in a notification when it is the first of an incident. */
function journalTo({ channel, clock, live }: Foundation): (entry: Entry) => void {
  const log = createLog(channel);
  const tell = registerIncidents({
    clock,
    log: channel,
    labelOf: id => live.labelOf(id),
    level: () => live.settings.notifications,
    mute: muteNotifications,
  });
  return entry => {
    log.journal(entry);
    tell(entry);
  };
}
