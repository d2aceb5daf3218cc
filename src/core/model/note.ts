import type { Failure, FailureKind } from './failure.ts';
import type { TargetClass } from './target.ts';
import type { SignCode, Tier, Usage } from './answer.ts';

/** A layer's decision, as data; interaction/provenance/noteText makes sentences of it. */
export type Note =
  | AttemptNote
  | {
      readonly kind: 'retry';
      readonly target: string;
      readonly delayMs: number;
      readonly because: FailureKind;
      /** The server wanted the wait, and this one could have been asked meanwhile; undefined: nobody could, or no wait was wanted. */
      readonly insteadOf?: Alternative;
    }
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
  | {
      readonly kind: 'over-budget';
      readonly target: string;
      readonly because: BudgetLimit;
      /** Of a limit of tokens: how many it might have taken, the longest answer included, and how many were left. */
      readonly tokens?: { readonly needed: number; readonly left: number };
    }
  /** Whom the route has put first, and why. */
  | {
      readonly kind: 'routed';
      readonly target: string;
      readonly because: PlaceReason;
      /** Who could be asked, the first ones of the route in its order, with what was known of them at that moment. */
      readonly options: readonly RouteOption[];
      /** How many more there were. */
      readonly others: number;
    }
  | { readonly kind: 'skipped'; readonly target: string; readonly because: SkipReason }
  | {
      readonly kind: 'fallback';
      readonly from: string;
      readonly to: string;
      readonly because: FailureKind;
      /** How long one would have had to wait to ask the first one again, ms; undefined: it did not say. */
      readonly waitMs?: number;
    }
  | { readonly kind: 'masked'; readonly count: number }
  /** Hidden characters went as visible marks. */
  | { readonly kind: 'hidden-shown'; readonly count: number; readonly kinds: readonly HiddenKind[] }
  | { readonly kind: 'remembered'; readonly target: string; readonly ageMs: number }
  /** Earlier answers were not looked at: the user wants a new one, remembers none, or another time may have another answer. */
  | { readonly kind: 'uncached'; readonly because: UncachedReason }
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
  | { readonly kind: 'judged'; readonly tier: Tier; readonly score: number; readonly signs: readonly SignCode[] }
  /** A doubted answer is followed up: whoever gave it is asked again with what speaks against it, or a stronger target is asked. */
  | {
      readonly kind: 'escalated';
      readonly how: 'rephrased' | 'stronger';
      /** Who gave the doubted answer. */
      readonly from: string;
      readonly target: string;
      readonly because: readonly SignCode[];
    }
  /** What that came to: its answer is better and is given, it is no better, or there is none. */
  | {
      readonly kind: 'weighed';
      readonly how: 'rephrased' | 'stronger';
      readonly target: string;
      readonly outcome: 'better' | 'no-better' | FailureKind;
    }
  /** A doubted answer stays, and nobody stronger is asked; with the target that came nearest, where there is one. */
  | { readonly kind: 'not-escalated'; readonly because: NotEscalated; readonly target?: string };

/** One try at one target: the line of the log. */
export interface AttemptNote {
  readonly kind: 'attempt';
  readonly target: string;
  /** 1, 2, … within this question. */
  readonly number: number;
  readonly outcome: 'answered' | FailureKind;
  readonly tookMs: number;
  /** ms until a connection had taken the request; undefined: it never did, or nobody can see it. */
  readonly connectMs?: number;
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

export type UncachedReason = 'asked-again' | 'off' | 'not-cacheable';

/** Which limit of the budget: the workspace's tokens of the day or of the month, or the user's money of the month. */
export type BudgetLimit = 'day' | 'month' | 'money';

/** Why an instruction file did not go along: it is excluded or cannot be read; not in time; is not there; its patterns; its length. */
export type UnusedInstruction = 'unreadable' | 'late' | 'missing' | 'too-involved' | 'too-much';

/** Why a target stands where it does. Of those with a number, that is what was compared. */
export type PlaceReason =
  /** The chain as it is written; also where nothing else tells two targets apart. */
  | { readonly code: 'chain' }
  /** As strong as the question asks for, stronger, or weaker. */
  | { readonly code: 'class' | 'stronger' | 'weaker'; readonly wanted: TargetClass }
  /** Stronger, in place of one of the right class whose answers were kept less than those of the others. */
  | { readonly code: 'stands-in'; readonly wanted: TargetClass }
  /** Its answers were kept less than those of the others, so it counts as weaker than its class says: so many of so many. */
  | { readonly code: 'kept-less'; readonly kept: number; readonly of: number }
  | { readonly code: 'fastest'; readonly expectedMs: number }
  /** It was not heard from lately, and is asked to learn how it does. */
  | { readonly code: 'probe' }
  | { readonly code: 'cheapest'; readonly costUsd: number }
  /** Its answers to such questions were kept: so many of so many. */
  | { readonly code: 'learned'; readonly kept: number; readonly of: number }
  /** The user has said so, for this task. */
  | { readonly code: 'chosen' }
  /** It has answered the conversation so far. */
  | { readonly code: 'conversation' }
  /** The prompt would have to be cut for it, or the answer would be, so it comes after those that take both whole. */
  | { readonly code: 'too-small' };

/** A target that could be asked for a question, with what was known of it as that was decided. */
export interface RouteOption {
  /** Its id. */
  readonly target: string;
  readonly because: PlaceReason;
  /** US dollars, likely; undefined: its price is not known. */
  readonly costUsd?: number;
  /** To a useful answer, likely; undefined: it was not heard from lately. */
  readonly expectedMs?: number;
  /** Share of its latest attempts that failed, where that is so much that it is worth telling. */
  readonly failureShare?: number;
  /** What kept it from being asked; undefined: nothing. */
  readonly held?: SkipReason;
  /** For how long that holds yet, ms; undefined: that is not known. */
  readonly heldMs?: number;
}

/** A target that could have been asked in place of what was done. */
export interface Alternative {
  /** Its id. */
  readonly target: string;
  /** To its answer, likely; undefined: not known. */
  readonly expectedMs?: number;
}

/**
 * Why nobody stronger was asked about a doubted answer: there is none, it was not among those the question may go to, it is on another
 * machine, too little time or none of the attempts is left, it takes too little; or what keeps any target from being asked.
 */
export type NotEscalated =
  'nobody-stronger' | 'not-chosen' | 'local-only' | 'no-time' | 'attempts' | 'too-small' | SkipReason;

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
