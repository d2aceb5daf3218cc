import { defaultThresholds } from '../../core/routing/complexity.ts';
import type manifest from '../../../package.json';

type Group = (typeof manifest)['contributes']['configuration'][number];
type FullKey = KeyOfEach<Group['properties']>;
/** The keys of each member of a union. */
type KeyOfEach<Union> = Union extends unknown ? keyof Union : never;

/** Every setting of the manifest, without 'steadfast.': what is not contributed does not compile. */
export type SettingKey = FullKey extends `steadfast.${infer Rest}` ? Rest : never;

/** What different people have written for one setting; undefined: nothing. */
export interface SettingLayers {
  /** The user's own settings; in a remote window those of the machine too. */
  readonly user: unknown;
  /** A checked-in file may be behind this: it may tighten, never loosen. */
  readonly workspace: unknown;
}

/** What a number may be. */
export interface NumberRule {
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly isWhole: boolean;
  /** 0 sets no limit, so what is too small must not become 0. */
  readonly isLimit?: boolean;
}

const whole = (fallback: number, minimum: number, maximum: number): NumberRule => ({
  default: fallback,
  minimum,
  maximum,
  isWhole: true,
});
const real = (fallback: number, minimum: number, maximum: number): NumberRule => ({
  ...whole(fallback, minimum, maximum),
  isWhole: false,
});

const limit = (rule: NumberRule): NumberRule => ({ ...rule, isLimit: true });

/** Default and range of every number; the manifest says the same to VS Code. */
export const numberRules = {
  'retry.maxRetries': whole(3, 0, 5),
  'retry.baseDelayMs': whole(500, 50, 10_000),
  'retry.maxDelayMs': whole(30_000, 50, 300_000),
  'circuitBreaker.failureThreshold': whole(5, 1, 100),
  'circuitBreaker.windowSeconds': real(60, 1, 3_600),
  'circuitBreaker.recoverySeconds': real(60, 1, 3_600),
  'circuitBreaker.maxRecoverySeconds': real(300, 1, 86_400),
  'rateLimit.requestsPerMinute': whole(60, 1, 100_000),
  'rateLimit.tokensPerMinute': whole(90_000, 100, 1_000_000_000),
  'rateLimit.concurrent': whole(5, 1, 100),
  'budget.workspaceDailyTokens': limit(whole(200_000, 0, 1_000_000_000)),
  'budget.workspaceMonthlyTokens': limit(whole(1_000_000, 0, 10_000_000_000)),
  'budget.monthlyUsd': limit(real(0, 0, 1_000_000)),
  'budget.warnAt': real(0.8, 0.1, 1),
  'cache.maxEntries': whole(1_000, 1, 100_000),
  'cache.maxSizeMB': real(32, 1, 256),
  'cache.ttlMinutes': real(60, 1, 43_200),
  'cache.similarThreshold': real(0.85, 0.85, 1),
  'journal.keepDays': whole(40, 0, 366),
  'batch.size': whole(10, 1, 50),
  'routing.mediumFrom': real(defaultThresholds.medium, 0, 1),
  'routing.complexFrom': real(defaultThresholds.complex, 0, 1),
  'prompt.maxInputTokens': whole(8_000, 500, 2_000_000),
  'confidence.autoThreshold': real(0.8, 0, 1),
  'confidence.reviewThreshold': real(0.5, 0, 1),
} as const satisfies Partial<Record<SettingKey, NumberRule>>;

/** Default of every switch. */
export const flagDefaults = {
  enabled: true,
  codeLens: false,
  hedge: false,
  'confidence.noteInCode': false,
  'cache.enabled': true,
  'cache.persist': true,
  'privacy.localOnly': false,
  'privacy.redactSecrets': true,
} as const satisfies Partial<Record<SettingKey, boolean>>;

/** Time limits in seconds, for each class of question: the longer its answer is, the longer they are. */
export const timeoutDefaults = {
  inline: { connectSeconds: 2, firstTokenSeconds: 3, idleSeconds: 3, totalSeconds: 7 },
  quick: { connectSeconds: 3, firstTokenSeconds: 15, idleSeconds: 15, totalSeconds: 18 },
  standard: { connectSeconds: 5, firstTokenSeconds: 30, idleSeconds: 30, totalSeconds: 35 },
  long: { connectSeconds: 5, firstTokenSeconds: 90, idleSeconds: 90, totalSeconds: 95 },
  brief: { connectSeconds: 3, firstTokenSeconds: 10, idleSeconds: 10, totalSeconds: 13 },
} as const;
