import type { Degradation, Answer, SignCode, Tier } from '../model/answer.ts';
import type { FailureKind } from '../model/failure.ts';
import type { Note, Spent, UncachedReason } from '../model/note.ts';
import type { Task } from '../model/purpose.ts';
import type { BreakerState } from '../resilience/circuitBreaker.ts';
import type { SavingCause } from '../budget/ledgerProjection.ts';
import type { PassedOver } from '../status/questionOutcome.ts';

/**
 * One line of the journal: a question, or what changed between questions. Names and numbers only: no prompt, no answer, no
 * word of a provider, no key, no path. What each field is called on disk: `fieldNames`.
 */
export type JournalEntry = QuestionEntry | CircuitEntry | AlertEntry;

/** How one question went, with everything that was tried for it. */
export interface QuestionEntry {
  readonly kind: 'question';
  readonly id: string;
  /** When it began, wall-clock ms. */
  readonly at: number;
  readonly tookMs: number;
  /** Which workspace, as an opaque string. */
  readonly workspace: string;
  /** undefined: it was only passed through. */
  readonly task?: Task;
  /** Characters of the prompt before anything was cut. */
  readonly promptLength: number;
  /** Id of the target that the route put first; undefined: there was none. */
  readonly first?: string;
  readonly outcome: 'answered' | FailureKind;
  /** Id of the target that answered, 'offline'; undefined: nobody did. */
  readonly from?: string;
  /** The model that the provider says has answered. */
  readonly model?: string;
  readonly freshness?: Answer['freshness'];
  readonly finish?: Answer['finish'];
  readonly degraded?: readonly Degradation[];
  readonly cache: CacheVerdict;
  /** Another target answered than the first choice: who was passed over first, and why. */
  readonly fallback?: { readonly insteadOf: string; readonly because: PassedOver };
  /** Why no model answered, when something else stood in. */
  readonly insteadOf?: FailureKind;
  readonly confidence?: { readonly tier: Tier; readonly score: number; readonly signs: readonly SignCode[] };
  /** In the order in which they ended. */
  readonly attempts: readonly AttemptEntry[];
  /** What layers decided besides, in order. */
  readonly decisions: readonly DecisionEntry[];
  readonly saved?: readonly SavingEntry[];
  /** A failure was played on it, or it was asked while one was rehearsed: it counts for nothing. */
  readonly rehearsed?: true;
}

/** One request to one target. */
export interface AttemptEntry {
  /** 1, 2, … within the question. */
  readonly number: number;
  readonly target: string;
  /** ms since the question began. */
  readonly startMs: number;
  /** ms that the limiter held it back before that; undefined: not at all. */
  readonly queueMs?: number;
  /** ms until a connection had taken the request; undefined: it never did, or nobody can see it. */
  readonly connectMs?: number;
  /** ms until the first token, thinking included; undefined: none came. */
  readonly firstTokenMs?: number;
  readonly tookMs: number;
  readonly outcome: 'answered' | FailureKind;
  /** A finer code within the kind. */
  readonly code?: string;
  /** Of the HTTP response. */
  readonly status?: number;
  /** What the server asked us to wait. */
  readonly retryAfterMs?: number;
  /** Which limit of ours was over, ms; undefined: it did not end at one. */
  readonly limitMs?: number;
  /** Failed before the request's bytes left. */
  readonly unsent?: true;
  /** The server forbade to ask it again, or that would be useless. */
  readonly noRetry?: true;
  /** It was worth one more try after its kind at most. */
  readonly once?: true;
  readonly spent: Spent;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  /** Of the tokens read, those that the provider remembered from before. */
  readonly cachedInputTokens?: number;
  readonly cacheWriteTokens?: number;
  /** US dollars; undefined: nothing was spent, or the price is unknown. */
  readonly usd?: number;
  /** The provider's own request id. */
  readonly requestId?: string;
  /** The target's circuit as it let the attempt in; undefined: closed. */
  readonly circuitBefore?: CircuitState;
  /** The target's circuit when the question had ended; undefined: closed. */
  readonly circuitAfter?: CircuitState;
}

export type CircuitState = BreakerState['is'];

/**
 * Why an answer came from memory or not. 'missed': looked for and not there. 'joined': an equal question was under way. 'stale' and
 * 'similar' stood in for a model. The others were not looked for: 'asked-again' by the user's wish, 'off' by the settings,
 * 'not-cacheable' because another time may have another answer.
 */
export type CacheVerdict = 'hit' | 'missed' | 'joined' | 'stale' | 'similar' | UncachedReason;

/** A note without what only serves its sentence. */
export interface DecisionEntry {
  readonly kind: Note['kind'];
  readonly target?: string;
  /** Another target that it is about: whom it went on to, beside whom it was asked. */
  readonly other?: string;
  readonly because?: string;
  readonly ms?: number;
  readonly count?: number;
}

export interface SavingEntry {
  readonly cause: SavingCause;
  readonly tokens: number;
  /** US dollars; undefined: the price is unknown. */
  readonly usd?: number;
}

/** A circuit has changed its state, by what happened in this window. */
export interface CircuitEntry {
  readonly kind: 'circuit';
  /** Wall-clock ms. */
  readonly at: number;
  readonly target: string;
  readonly before: CircuitState;
  readonly after: CircuitState;
}

/** Something was wrong for longer than a moment, or is right again. */
export interface AlertEntry {
  readonly kind: 'alert';
  /** Wall-clock ms. */
  readonly at: number;
  readonly alert: AlertKind;
  readonly is: 'raised' | 'cleared';
  /** What was measured: a share in [0, 1]; of 'slow' and 'clock' ms; of 'spend-pace' the day of the month on which the budget ends. */
  readonly value: number;
  /** The target that it is about; undefined: none alone. */
  readonly target?: string;
}

/** What is watched; 'clock': it was set back, so that days and budgets may be wrong. */
export const alertKinds = ['fallbacks', 'retries', 'errors', 'slow', 'spend-pace', 'clock'] as const;

export type AlertKind = (typeof alertKinds)[number];
