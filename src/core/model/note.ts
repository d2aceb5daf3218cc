import type { Failure, FailureKind } from './failure.ts';
import type { SignCode, Tier, Usage } from './answer.ts';

/** A layer's decision, as data; interaction/text/noteText makes sentences of it. */
export type Note =
  | AttemptNote
  | { readonly kind: 'retry'; readonly target: string; readonly delayMs: number; readonly because: FailureKind }
  /** The limiter made it wait: too many requests or tokens this minute, or too many at once. */
  | {
      readonly kind: 'waited';
      readonly target: string;
      readonly delayMs: number;
      readonly because: 'requests' | 'tokens' | 'busy';
    }
  /** Asked with another key than its first, because those before could not be used. */
  | {
      readonly kind: 'other-key';
      readonly target: string;
      /** What the user calls the key; '' for the one without a name. */
      readonly keyName: string;
      readonly because: FailureKind | SkipReason;
    }
  /** Its circuit was open, and it was asked all the same, because nobody else could answer. */
  | { readonly kind: 'tried-early'; readonly target: string }
  /** A second target was asked beside the first one, which was slow; the loser is stopped. */
  | { readonly kind: 'hedged'; readonly target: string; readonly beside: string; readonly afterMs: number }
  /** The answer was not in the form that was asked for; the model was told so and asked once more. */
  | { readonly kind: 'asked-again'; readonly because: 'not-json' }
  | { readonly kind: 'no-retry'; readonly target: string; readonly because: 'retry-budget' | 'circuit-open' }
  /** Sections that did not go to this target at all, and those of which only a part did. */
  | {
      readonly kind: 'trimmed';
      readonly target: string;
      readonly leftOut: readonly string[];
      readonly shortened: readonly string[];
      /** How many tokens did not go, estimated; undefined: not counted. */
      readonly tokens?: number;
    }
  /** Not sent, because it might have cost more than is left. */
  | { readonly kind: 'over-budget'; readonly target: string; readonly because: BudgetLimit }
  | { readonly kind: 'skipped'; readonly target: string; readonly because: SkipReason }
  | { readonly kind: 'fallback'; readonly from: string; readonly to: string; readonly because: FailureKind }
  | { readonly kind: 'masked'; readonly count: number }
  /** Hidden characters went as visible marks. */
  | { readonly kind: 'hidden-shown'; readonly count: number; readonly kinds: readonly HiddenKind[] }
  | { readonly kind: 'remembered'; readonly target: string; readonly ageMs: number }
  | { readonly kind: 'joined' }
  /** Instructions of the workspace's owner that went along, the nearest last, and files that did not. Names only. */
  | {
      readonly kind: 'instructions';
      readonly used: readonly string[];
      /** Those of them that were too long. */
      readonly cut: readonly string[];
      readonly unused: readonly { readonly file: string; readonly because: UnusedInstruction }[];
    }
  | { readonly kind: 'last-resort'; readonly by: 'stale' | 'similar' | 'offline'; readonly because: FailureKind }
  | { readonly kind: 'judged'; readonly tier: Tier; readonly score: number; readonly signs: readonly SignCode[] };

/** One try at one target: the line of the log. */
export interface AttemptNote {
  readonly kind: 'attempt';
  readonly target: string;
  /** 1, 2, … within this question. */
  readonly number: number;
  readonly outcome: 'answered' | FailureKind;
  readonly tookMs: number;
  /** ms to the first token, thinking included; undefined: none came. */
  readonly firstTokenMs?: number;
  /** What it cost, or may have cost; undefined: nothing. */
  readonly usage?: Usage;
  /** How well that is known. */
  readonly spent: Spent;
  readonly requestId?: string;
  readonly failure?: Failure;
}

/**
 * What an attempt costs, as far as is known: nothing was sent or the server refused it; it was sent and nothing came back,
 * so the input may be billed; estimated from what was sent and received; exactly what the provider reported.
 */
export type Spent = 'nothing' | 'input' | 'estimated' | 'exact';

/**
 * What a hidden character does: turns the direction of text, carries a tag or a variant of the character before it, ends a line
 * where no editor does, controls a terminal; or it is only not to be seen.
 */
export type HiddenKind = 'direction' | 'tag' | 'variant' | 'line-end' | 'control' | 'invisible';

/** Which limit of the budget: the workspace's tokens of the day or of the month, or the user's money of the month. */
export type BudgetLimit = 'day' | 'month' | 'money';

/** Why an instruction file did not go along: it is excluded or cannot be read; not in time; is not there; its patterns; its length. */
export type UnusedInstruction = 'unreadable' | 'late' | 'missing' | 'too-involved' | 'too-much';

/** Why a target was not asked at all. */
export type SkipReason =
  | 'circuit-open'
  | 'cooling-down'
  | 'paused-by-user'
  | 'credential'
  | 'quota'
  | 'offline'
  | 'no-key'
  | 'not-confirmed'
  | 'same-origin'
  | 'same-vendor'
  | 'budget'
  | 'not-allowed';
