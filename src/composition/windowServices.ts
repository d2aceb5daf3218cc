import * as vscode from 'vscode';
import { Circuits } from '../core/resilience/circuits.ts';
import type { Clock } from '../core/model/clock.ts';
import { watchedMs } from '../core/metrics/alertRules.ts';
import { Activity } from '../core/status/activity.ts';
import { SlowTargets } from '../core/status/slowTargets.ts';
import { BudgetSnapshot } from '../interaction/budget/budgetSnapshot.ts';
import { createConsent, type Consent } from '../interaction/targets/consent.ts';
import { CurrentTargets } from '../interaction/targets/currentTargets.ts';
import { Rehearsals } from '../interaction/faultInjection/rehearsals.ts';
import { scope, workspaceId } from '../editor/asking/scope.ts';
import { createKeys, type Keys, type Listening } from '../interaction/targets/keyStore.ts';
import { readSettings } from '../editor/settings/readSettings.ts';
import type { Confirm } from '../interaction/platform/user.ts';
import type { Knowledge } from '../interaction/settings/targetEntry.ts';
import type { KeptCounts } from '../interaction/kept/keptBadges.ts';
import { DeferredCount } from '../interaction/status/deferredCount.ts';
import { hasNetwork } from '../libraries/network.ts';
import { createServerOwners } from '../libraries/serverOwners.ts';
import { sha256 } from '../libraries/sha256.ts';
import { systemClock } from '../libraries/systemClock.ts';
import { checkBaseUrl } from '../providers/http/address.ts';
import { providerFacts } from '../providers/providerFacts.ts';

/** What lives as long as the window, whether or not anything was asked: small, and made without waiting. */
export interface WindowServices extends Readonly<Record<keyof KeptCounts, DeferredCount>> {
  readonly context: vscode.ExtensionContext;
  readonly channel: vscode.LogOutputChannel;
  readonly clock: Clock;
  readonly knowledge: Knowledge;
  readonly keys: Keys & Listening;
  readonly consent: Consent;
  readonly circuits: Circuits;
  readonly rehearsals: Rehearsals;
  readonly activity: Activity;
  readonly slowTargets: SlowTargets;
  readonly currentTargets: CurrentTargets;
  /** What is used of the budget, as far as is known without reading a file. */
  readonly budgetSnapshot: BudgetSnapshot;
  /** Which workspace this is and whether it is trusted, as an opaque string. */
  readonly workspace: () => string;
  /** Which workspace this is, trusted or not. */
  readonly workspaceId: () => string;
}

/** Makes them; asks nothing and waits for nothing. */
export function createWindowServices(context: vscode.ExtensionContext): WindowServices {
  const { globalState: memento, secrets } = context;
  const clock = systemClock;
  const channel = vscode.window.createOutputChannel('Steadfast', { log: true });
  const knowledge: Knowledge = { providers: providerFacts, checkAddress: checkBaseUrl };
  const workspace = () => scope(sha256);
  const keys = createKeys(secrets, memento, clock);
  const servers = { ...createServerOwners(), isRemote: () => vscode.env.remoteName !== undefined };
  const consent = createConsent({ memento, clock, workspace, servers, ask: confirm });
  const currentTargets: CurrentTargets = new CurrentTargets({
    knowledge,
    keys,
    consent,
    circuits: () => circuits,
    read: () => readSettings(channel, knowledge),
  });
  const circuits = new Circuits(clock, () => currentTargets.settings.circuitBreaker, hasNetwork);
  const rehearsals = new Rehearsals();
  const activity = new Activity(clock);
  const slowTargets = new SlowTargets(clock, watchedMs);
  const budgetSnapshot = new BudgetSnapshot(context.workspaceState, clock);
  return {
    context,
    channel,
    clock,
    knowledge,
    keys,
    consent,
    circuits,
    rehearsals,
    activity,
    slowTargets,
    currentTargets,
    ...countsIn(context.workspaceState),
    budgetSnapshot,
    workspace,
    workspaceId: () => workspaceId(sha256),
  };
}

const countsIn = (state: vscode.Memento): Record<keyof KeptCounts, DeferredCount> => ({
  deferredCount: new DeferredCount(state, 'questions.waiting'),
  unansweredCount: new DeferredCount(state, 'questions.unanswered'),
  reviewCount: new DeferredCount(state, 'answers.waiting'),
});

const confirm: Confirm = async confirmation => {
  const { vscodeUser } = await import('../editor/platform/vscodeUser.ts');
  return vscodeUser.confirm(confirmation);
};
