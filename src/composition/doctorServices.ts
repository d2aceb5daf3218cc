import type { Journal } from '../core/journal/journal.ts';
import type { BudgetLimit } from '../core/model/note.ts';
import { retirementOf } from '../core/budget/retiredModels.ts';
import type { Target } from '../core/model/target.ts';
import type { BudgetBook } from '../editor/budget/budgets.ts';
import { DoctorView } from '../editor/doctor/doctorView.ts';
import { hostFacts, otherExtensions, versionFacts } from '../editor/doctor/editorFacts.ts';
import { networkSettings, writeTargets, writtenSettings } from '../editor/settings/readSettings.ts';
import { findTargets } from '../editor/setup/findTargets.ts';
import { neededByHeldBack } from '../interaction/doctor/checks/neededByHeldBack.ts';
import { checkBudget } from '../interaction/doctor/checks/checkBudget.ts';
import { checkEnvironment } from '../interaction/doctor/checks/checkEnvironment.ts';
import { checkExtensions } from '../interaction/doctor/checks/checkExtensions.ts';
import { checkHost } from '../interaction/doctor/checks/checkHost.ts';
import { checkKeys } from '../interaction/doctor/checks/checkKeys.ts';
import { checkNetwork } from '../interaction/doctor/checks/checkNetwork.ts';
import { checkServers } from '../interaction/doctor/checks/checkServers.ts';
import { checkStorage } from '../interaction/doctor/checks/checkStorage.ts';
import { checkTargets, type HeldBecause } from '../interaction/doctor/checks/checkTargets.ts';
import { checkVersions } from '../interaction/doctor/checks/checkVersions.ts';
import { takesProxy } from '../interaction/doctor/found/proxy.ts';
import { moveKeys } from '../interaction/doctor/moveKeys.ts';
import { runDoctor, type DoctorCheck } from '../interaction/doctor/runDoctor.ts';
import type { User } from '../interaction/platform/user.ts';
import { chainOf } from '../interaction/settings/chain.ts';
import type { ListModels } from '../interaction/setup/lookUpModels.ts';
import { hasNetwork } from '../libraries/network.ts';
import { scanSecrets as scan } from '../libraries/secrets.ts';
import { folderHealth } from '../storage/folderHealth.ts';
import { isReadableFile } from '../storage/isReadableFile.ts';
import { createServerProbes } from './doctorProbes.ts';
import type { WindowServices } from './windowServices.ts';

/** What of the window the doctor looks at. */
export type DoctorWindow = Pick<
  WindowServices,
  'channel' | 'circuits' | 'clock' | 'consent' | 'context' | 'currentTargets' | 'keys' | 'knowledge' | 'rehearsals'
>;

/** What it looks at besides. */
export interface DoctorSources {
  readonly user: User;
  readonly book: Pick<BudgetBook, 'now' | 'refresh'>;
  readonly journal: Pick<Journal, 'entries'>;
  readonly listModels: ListModels;
}

/** The doctor: loaded with the first time that somebody asks for it. */
export function openDoctor(window: DoctorWindow, sources: DoctorSources): DoctorView {
  const { channel, clock, keys, knowledge } = window;
  const { user } = sources;
  return new DoctorView({
    user,
    look: signal =>
      runDoctor(checksOf(window, sources), {
        clock,
        signal,
        onError: (area, error) => channel.warn(`check of setup: ${area}: ${String(error)}`),
      }),
    moveKeys: () => moveKeys({ user, keys, knowledge, writeTargets, written: writtenSettings }),
  });
}

function checksOf(window: DoctorWindow, sources: DoctorSources): readonly DoctorCheck[] {
  const { context, currentTargets, keys, knowledge, rehearsals } = window;
  const { extension } = context;
  const environment = process.env;
  const now = {
    isLocalOnly: currentTargets.settings.privacy.localOnly,
    isRehearsing: rehearsals.current !== undefined,
  };
  const host = hostFacts(extension, process, now);
  const network = networkSettings();
  return [
    { area: 'targets', look: signal => checkTargets(targetFacts(window, sources, signal)) },
    {
      area: 'servers',
      look: signal =>
        lookAtServers({ ...host, takesProxy: target => takesProxy(target, network, environment) }, window, signal),
    },
    {
      area: 'keys',
      look: () => checkKeys({ written: writtenSettings(), scan, knowledge, isRemote: host.remoteName !== undefined }),
    },
    { area: 'budget', look: () => lookAtBudget(window, sources) },
    {
      area: 'network',
      look: () =>
        checkNetwork({ settings: network, environment, hasNetwork: hasNetwork(), isReadable: isReadableFile }),
    },
    {
      area: 'environment',
      look: () => checkEnvironment({ environment, knowledge, hasKey: origin => keys.hasKey(origin) }),
    },
    { area: 'host', look: () => checkHost(host) },
    { area: 'versions', look: () => checkVersions(versionFacts(extension, process)) },
    { area: 'storage', look: signal => checkStorage(storageFacts(window, signal)) },
    { area: 'extensions', look: () => checkExtensions(otherExtensions()) },
  ];
}

function listedIn({ currentTargets }: DoctorWindow): readonly Target[] {
  const { settings, automatic } = currentTargets;
  return settings.targets.length > 0 ? settings.targets : automatic;
}

function targetFacts(window: DoctorWindow, { listModels }: DoctorSources, signal: AbortSignal) {
  const { clock, context, currentTargets, knowledge } = window;
  const { settings, targets: chain } = currentTargets;
  return {
    chain,
    listed: listedIn(window),
    isAutomatic: settings.targets.length === 0,
    setting: settings.chain,
    isLocalOnly: settings.privacy.localOnly,
    problems: settings.problems,
    heldBy: (target: Target) => heldBy(target, window),
    retirementOf: (target: Target) => retirementOf(target, clock.wall()),
    findHere: () => {
      const access = context.languageModelAccessInformation;
      return findTargets({ access, clock, knowledge, listModels, signal });
    },
  };
}

function heldBy(target: Target, { circuits }: DoctorWindow): HeldBecause | undefined {
  const { is } = circuits.of(target).state;
  if (is === 'paused') return 'paused';
  if (is !== 'closed') return 'circuit';
  return circuits.cooldowns.of(target) === undefined ? undefined : 'cooldown';
}

/** What is known of the window besides its servers. */
interface Reach {
  readonly isTrusted: boolean;
  readonly isLocalOnly: boolean;
  readonly takesProxy: (target: Target) => boolean;
}

async function lookAtServers(reach: Reach, window: DoctorWindow, signal: AbortSignal) {
  const { clock, consent, currentTargets, keys } = window;
  // also those that only the setting localOnly keeps from being asked: it is said that they were not looked at
  const { targets } = chainOf({ targets: listedIn(window), chain: currentTargets.settings.chain, localOnly: false });
  await consent.look(targets);
  const facts = {
    ...createServerProbes({ clock, keys }),
    ...reach,
    clock,
    targets,
    isConfirmed: (target: Target) => consent.isConfirmed(target),
    keyNames: (origin: string) => keys.kept().flatMap(kept => (kept.origin === origin ? [kept.name] : [])),
  };
  return checkServers(facts, signal);
}

async function lookAtBudget({ currentTargets }: DoctorWindow, { book, journal }: DoctorSources) {
  await book.refresh();
  const { warnAt, onExceeded } = currentTargets.settings.budget;
  const neededFor = (which: BudgetLimit) => neededByHeldBack(journal.entries, which);
  return checkBudget({ spending: book.now(), warnAt, onExceeded, neededFor });
}

function storageFacts({ context, keys }: DoctorWindow, signal: AbortSignal) {
  const { globalStorageUri, storageUri } = context;
  const user = { folder: 'user' as const, look: () => folderHealth(globalStorageUri.fsPath, signal) };
  const workspace = storageUri && {
    folder: 'workspace' as const,
    look: () => folderHealth(storageUri.fsPath, signal),
  };
  return { folders: workspace ? [user, workspace] : [user], readKeyStore: () => keys.tryStore() };
}
