// Over 200 lines with its comments: a row for every setting.
import { alertKinds, type AlertKind } from '../../core/journal/journalEntry.ts';
import type { NotificationLevel } from '../platform/notificationLevel.ts';
import type { OnDoubt } from '../../core/escalation/escalationParts.ts';
import type { RetryOptions } from '../../core/layers/retry.ts';
import type { RateLimit } from '../../core/resilience/limiters.ts';
import type { Target } from '../../core/model/target.ts';
import { chainOf, type ChainSetting } from './chain.ts';
import { declaredTargets } from './declaredTargets.ts';
import type { SettingKey, SettingLayers } from './settingKeys.ts';
import { instructionSwitches, instructionText } from './instructionSettings.ts';
import { routingSettings, type RoutingSettings } from './routingSettings.ts';
import type { Complain, SettingProblem } from './settingProblem.ts';
import { SettingReader } from './settingReader.ts';
import type { Knowledge } from './targetEntry.ts';
import { type TimeLimits, timeLimits } from './timeLimits.ts';
import type { BreakerOptions } from '../../core/resilience/circuitBreaker.ts';
import type { OnExceeded } from '../../core/budget/spending.ts';
import type { TaskClass } from '../../core/model/question.ts';

/** The settings as everything else sees them: whole, in range, in milliseconds, never changing. */
export interface Settings {
  /** What the user has listed; empty: the targets are chosen automatically. */
  readonly targets: readonly Target[];
  readonly chain: ChainSetting;
  readonly timeouts: Readonly<Record<TaskClass, TimeLimits>>;
  readonly retry: RetryOptions;
  readonly circuitBreaker: BreakerOptions;
  readonly rateLimit: RateLimit;
  /** What follows when a provider declines to answer: that is told, or another provider is asked. */
  readonly fallback: { readonly onRefusal: 'tell' | 'askNext' };
  /** Ask a second target when the first is slow. */
  readonly hedge: boolean;
  readonly routing: RoutingSettings;
  readonly budget: BudgetSettings;
  readonly cache: CacheSettings;
  /** Scores in [0, 1]; the review threshold is never above the other. */
  readonly confidence: ConfidenceSettings;
  readonly privacy: { readonly localOnly: boolean; readonly redactSecrets: boolean };
  readonly statusBar: StatusBarContent;
  readonly notifications: NotificationLevel;
  /** Alerts that are not to be told of. */
  readonly alertsOff: readonly AlertKind[];
  readonly journal: { readonly keepDays: number };
  /** What could not be used as it stood, and was replaced. */
  readonly problems: readonly SettingProblem[];
}

/** What may be used, and what happens when it is. */
export interface BudgetSettings {
  /** Tokens of one workspace in a day and in a month; 0: no limit. */
  readonly dayTokens: number;
  readonly monthTokens: number;
  /** Of all workspaces together; 0: no limit. */
  readonly monthUsd: number;
  /** A share, in (0, 1]. */
  readonly warnAt: number;
  readonly onExceeded: OnExceeded;
}

/** When an answer counts as doubtful, and what becomes of it then. */
export interface ConfidenceSettings {
  readonly autoThreshold: number;
  readonly reviewThreshold: number;
  /** Default 'escalate'. */
  readonly onDoubt: OnDoubt;
  /** Does a comment go along with doubtful code that the user takes? Default: no. */
  readonly noteInCode: boolean;
}

/** Whether and how answers are remembered. */
export interface CacheSettings {
  readonly isEnabled: boolean;
  readonly maxEntries: number;
  readonly maxBytes: number;
  readonly ttlMs: number;
  /** Keep answers on disk too. */
  readonly persist: boolean;
  /** How alike a question must be for its answer to be shown instead, in [0, 1]; 1: never. */
  readonly similarThreshold: number;
}

/** What stands beside the name of who answers, while all is well. */
export type StatusBarContent = 'budget' | 'tokens' | 'cost' | 'icon';

/** Makes the settings from what stands in the layers. Machine and application settings come from the user alone. */
export function checkedSettings(layers: (key: SettingKey) => SettingLayers, knowledge: Knowledge): Settings {
  const reader = new SettingReader(layers);
  const targets = declaredTargets(reader.mine('targets') ?? [], knowledge, problem =>
    reader.report('targets', problem),
  );
  const chain = readChain(reader, targets);
  const settings = {
    targets,
    chain,
    timeouts: timeLimits(reader),
    retry: readRetry(reader),
    circuitBreaker: readCircuitBreaker(reader),
    rateLimit: {
      requestsPerMinute: reader.number('rateLimit.requestsPerMinute'),
      tokensPerMinute: reader.number('rateLimit.tokensPerMinute'),
      concurrent: reader.number('rateLimit.concurrent'),
    },
    fallback: { onRefusal: reader.choice('fallback.onRefusal', ['tell', 'askNext'], 'tell') },
    hedge: reader.flag('hedge'),
    routing: routingSettings(reader, { targets, chain }),
    budget: readBudget(reader),
    cache: readCache(reader),
    confidence: readConfidence(reader),
    privacy: {
      localOnly: reader.flag('privacy.localOnly', either),
      redactSecrets: reader.flag('privacy.redactSecrets', either),
    },
    statusBar: reader.choice('statusBar.content', ['budget', 'tokens', 'cost', 'icon'], 'budget'),
    notifications: reader.choice('notifications', ['all', 'important', 'none'], 'important'),
    alertsOff: readAlertsOff(reader),
    journal: { keepDays: reader.number('journal.keepDays') },
  };
  reader.number('batch.size'); // read when there is something to ask in batches
  reader.number('prompt.maxInputTokens', lower); // read for each document; what is wrong with it is named here
  checkInstructions(reader); // read for each folder
  return { ...settings, problems: reader.problems };
}

function readAlertsOff(reader: SettingReader): readonly AlertKind[] {
  const { user = [] } = reader.lists('alerts.off');
  const isUnknown = user.some(name => !alertKinds.some(kind => kind === name && kind !== 'errors'));
  if (isUnknown) reader.report('alerts.off', { code: 'not-a-choice', at: '', found: 'list' });
  return alertKinds.filter(kind => user.includes(kind));
}

function checkInstructions(reader: SettingReader): void {
  const complainOf =
    (key: SettingKey): Complain =>
    problem =>
      reader.report(key, problem);
  const written = (key: SettingKey): readonly unknown[] => {
    const { user, workspace } = reader.layersOf(key);
    return [user, workspace];
  };
  instructionText(written('prompt.instructions'), complainOf('prompt.instructions'));
  instructionSwitches(written('prompt.instructionFiles'), complainOf('prompt.instructionFiles'));
}

const either = (mine: boolean, theirs: boolean): boolean => mine || theirs;
/** Of two budgets; 0 sets no limit. */
const lowerBudget = (mine: number, theirs: number): number =>
  mine > 0 && theirs > 0 ? lower(mine, theirs) : mine || theirs;
const lower = (mine: number, theirs: number): number => Math.min(mine, theirs);
const higher = (mine: number, theirs: number): number => Math.max(mine, theirs);

/** Nobody lists more in a chain; what stands behind them is left out. */
const mostNamed = 200;

/** While targets are automatic their ids are not known here, so nobody is told that one does not exist. */
function readChain(reader: SettingReader, targets: readonly Target[]): ChainSetting {
  const { user: mine = ['auto'], workspace: theirs } = reader.lists('chain');
  const chain = { user: mine.slice(0, mostNamed), workspace: theirs?.slice(0, mostNamed) };
  const { user, workspace } = chain;
  if (Math.max(mine.length, theirs?.length ?? 0) > mostNamed)
    reader.report('chain', { code: 'out-of-range', at: `[${mostNamed}]`, found: 'text' });
  if (targets.length === 0) return chain;
  const named = [...user.entries(), ...(workspace ?? []).entries()];
  const places = new Map(named.toReversed().map(([at, id]) => [id, at])); // of one that stands twice the first place
  for (const id of chainOf({ targets, chain, localOnly: false }).unknown)
    reader.report('chain', { code: 'unknown-target', at: `[${places.get(id)}]`, found: 'text' });
  return chain;
}

function readRetry(reader: SettingReader): RetryOptions {
  const baseDelayMs = reader.number('retry.baseDelayMs');
  const maxDelayMs = atLeast(baseDelayMs, 'retry.maxDelayMs', reader);
  return { maxRetries: reader.number('retry.maxRetries'), baseDelayMs, maxDelayMs };
}

function readBudget(reader: SettingReader): BudgetSettings {
  return {
    dayTokens: reader.number('budget.workspaceDailyTokens', lowerBudget),
    monthTokens: reader.number('budget.workspaceMonthlyTokens', lowerBudget),
    monthUsd: reader.number('budget.monthlyUsd'),
    warnAt: reader.number('budget.warnAt', lower),
    onExceeded: reader.choice('budget.onExceeded', ['degrade', 'ask', 'block'], 'degrade'),
  };
}

function readCache(reader: SettingReader): CacheSettings {
  return {
    isEnabled: reader.flag('cache.enabled'),
    maxEntries: reader.number('cache.maxEntries'),
    maxBytes: reader.number('cache.maxSizeMB') * 1024 * 1024,
    ttlMs: reader.number('cache.ttlMinutes') * 60_000,
    persist: reader.flag('cache.persist'),
    similarThreshold: reader.number('cache.similarThreshold'),
  };
}

function readCircuitBreaker(reader: SettingReader): BreakerOptions {
  const recoverySeconds = reader.number('circuitBreaker.recoverySeconds');
  const maxRecoverySeconds = atLeast(recoverySeconds, 'circuitBreaker.maxRecoverySeconds', reader);
  return {
    failureThreshold: reader.number('circuitBreaker.failureThreshold'),
    windowMs: reader.number('circuitBreaker.windowSeconds') * 1_000,
    recoveryMs: recoverySeconds * 1_000,
    maxRecoveryMs: maxRecoverySeconds * 1_000,
  };
}

function readConfidence(reader: SettingReader): ConfidenceSettings {
  const autoThreshold = reader.number('confidence.autoThreshold', higher);
  const reviewThreshold = reader.number('confidence.reviewThreshold', higher);
  const onDoubt = reader.tightened('confidence.onDoubt', { choices: ['escalate', 'disclaim'], strict: 'disclaim' });
  const noteInCode = reader.flag('confidence.noteInCode');
  if (reviewThreshold <= autoThreshold) return { autoThreshold, reviewThreshold, onDoubt, noteInCode };
  reader.report('confidence.autoThreshold', { code: 'contradiction', at: '', found: 'number' });
  return { autoThreshold: reviewThreshold, reviewThreshold, onDoubt, noteInCode };
}

function atLeast(
  minimum: number,
  key: 'retry.maxDelayMs' | 'circuitBreaker.maxRecoverySeconds',
  reader: SettingReader,
): number {
  const value = reader.number(key);
  if (value >= minimum) return value;
  reader.report(key, { code: 'contradiction', at: '', found: 'number' });
  return minimum;
}
