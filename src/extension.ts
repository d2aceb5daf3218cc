import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { Circuits } from './core/circuits.ts';
import { createClient, type Client } from './core/client.ts';
import type { Entry } from './core/layers/record.ts';
import { maskText } from './core/maskText.ts';
import { Answers } from './core/memory/answers.ts';
import { Activity } from './core/statusFeed.ts';
import type { Target } from './core/target.ts';
import { createConsent } from './editor/consent.ts';
import { registerDataCommands } from './editor/dataCommands.ts';
import { registerDesk } from './editor/desk.ts';
import { editorUser as user } from './editor/editorUser.ts';
import { isIgnored } from './editor/ignoreFiles.ts';
import { registerIncidents } from './editor/incidents.ts';
import type { NotificationLevel } from './editor/incidentTeller.ts';
import { registerLightbulb } from './editor/lightbulb.ts';
import { LiveClient } from './editor/liveClient.ts';
import { createLog, registerShowLog } from './editor/log.ts';
import { offlinePhrases } from './editor/offlineWords.ts';
import { openKept } from './editor/openKept.ts';
import { scope } from './editor/scope.ts';
import { createKeys } from './editor/secrets.ts';
import { isEnabledFor, muteNotifications, onDidChangeSettings, readSettings } from './editor/settings.ts';
import { registerSetup } from './editor/setup/setup.ts';
import type { ListModels } from './editor/setup/chooseModel.ts';
import { registerStatus } from './editor/status.ts';
import type { ProviderFacts } from './editor/targets/targetEntry.ts';
import { parse } from './libraries/parse.ts';
import { scanSecrets as scan } from './libraries/secrets.ts';
import { sha256 as hash } from './libraries/sha256.ts';
import { systemClock as clock } from './libraries/systemClock.ts';
import { checkBaseUrl as checkAddress } from './providers/address.ts';
import { findProvider, providers } from './providers/all.ts';
import { offlineAnswer } from './providers/offline.ts';
import type { Ports, Provider } from './providers/provider.ts';
import { createFiles } from './storage/files.ts';

/** Registers everything and asks nothing: no request, no SDK, no awaited read before the user acts. */
export function activate(context: vscode.ExtensionContext): void {
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
  const channel = vscode.window.createOutputChannel('Steadfast', { log: true });
  const { globalState, storageUri = context.globalStorageUri } = context;
  const workspace = () => scope(hash);
  const keys = createKeys(context.secrets, globalState, clock);
  const consent = createConsent({ memento: globalState, clock, workspace, ask: user.confirm });
  const circuits = new Circuits(clock, () => live.settings.circuitBreaker);
  const answers = new Answers(clock, () => live.settings.cache);
  const activity = new Activity(clock);
  const ports: Ports = { clock, key: endpoint => keys.keyFor(endpoint) };
  const knowledge = { providers: providers.map(factsOf), checkAddress };
  const labelOf = (id: string): string => live.labelOf(id);
  const journal = journalTo(channel, labelOf, () => live.settings.notifications);
  const live: LiveClient = new LiveClient({
    knowledge,
    keys,
    consent,
    circuits,
    read: () => readSettings(channel, knowledge),
    build: (targets, now) => buildClient(targets, now, { circuits, answers, ports, journal }),
  });
  const shared = { clock, user, keys, consent, circuits, activity, labelOf, client: () => live.client };
  context.subscriptions.push(
    channel,
    keys,
    onDidChangeSettings(() => live.refresh()),
    keys.onDidChange(origin => live.keyChanged(origin)),
    registerStatus({ ...shared, ...live.status }),
    registerLightbulb(isEnabledFor),
    registerDesk({
      ...shared,
      ...openKept(
        createFiles(storageUri.fsPath, trouble => channel.warn(`storage: ${trouble}`)),
        clock,
      ),
      extensionUri: context.extensionUri,
      newId: () => crypto.randomUUID(),
      thresholds: () => live.thresholds,
      totalMs: taskClass => live.settings.timeouts[taskClass].totalMs,
      confirm: targets => consent.confirm(targets),
      scope: workspace,
      mask: text => maskText(text, scan),
      ignored: isIgnored,
      isOn: isEnabledFor,
    }),
    ...registerSetup({ ...shared, live, knowledge, environment: process.env, listModels: listModelsWith(ports) }),
    ...registerDataCommands({
      ...shared,
      mementos: [globalState, context.workspaceState],
      folders: [context.globalStorageUri, storageUri],
      forget: () => answers.clear(),
    }),
    registerShowLog(channel),
  );
}

interface ClientParts {
  readonly circuits: Circuits;
  readonly answers: Answers;
  readonly ports: Ports;
  readonly journal: (entry: Entry) => void;
}

/** The client for these targets. What the settings say is looked up at each question. */
function buildClient(targets: readonly Target[], live: LiveClient, { ports, ...lasting }: ClientParts): Client {
  return createClient({
    ...lasting,
    clock,
    hash,
    sources: targets.flatMap(target => {
      const provider = findProvider(target.provider);
      return provider ? [{ target, ask: provider.createAsk(target, ports) }] : [];
    }),
    redaction: { scan, enabled: () => live.settings.privacy.redactSecrets },
    judgement: { parse },
    offline: offlineAnswer(offlinePhrases),
    barred: target => live.barred(target),
    limits: (_target, taskClass) => live.settings.timeouts[taskClass],
    retrying: () => live.settings.retry,
    caching: () => live.settings.cache.isEnabled,
  });
}

/** Every question ends in the log, and in a notification when it is the first of an incident. */
function journalTo(channel: vscode.LogOutputChannel, labelOf: (id: string) => string, level: () => NotificationLevel) {
  const log = createLog(channel);
  const tell = registerIncidents({ clock, log: channel, labelOf, level, mute: muteNotifications });
  return (entry: Entry): void => {
    log.journal(entry);
    tell(entry);
  };
}

const listModelsWith =
  (ports: Ports): ListModels =>
  async (server, signal) =>
    (await findProvider(server.provider)?.listModels(server, ports, signal)) ?? [];

const factsOf = ({
  name,
  label,
  keyVariable,
  defaultBaseUrl: baseUrl,
  defaultAuth: auth,
}: Provider): ProviderFacts => ({
  name,
  label,
  auth,
  ...(keyVariable !== undefined && { keyVariable }),
  ...(baseUrl !== undefined && { baseUrl }),
});
