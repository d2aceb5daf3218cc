// Over 200 lines: the vocabulary of the core in one place, types and their docstrings alone.

import type { Failure, FailureKind } from './failure.ts';
import type { Prompt } from './prompt.ts';
import type { UsedFile } from './usedFile.ts';

/** The one shape that everything in core/ speaks. */
export type Ask = (question: Question) => Promise<Answer>;

/** A layer wraps an Ask and is an Ask again. */
export type Layer = (next: Ask) => Ask;

/** stack(a, b, c)(ask) is a(b(c(ask))): read it top to bottom, outermost first. */
export const stack =
  (...layers: readonly Layer[]): Layer =>
  ask =>
    layers.reduceRight((next, layer) => layer(next), ask);

/** What the user wants; routing, cache key and journal go by it. */
export type Task = 'explain' | 'ask' | 'edit';

/** Which time limits apply. */
export type TaskClass = 'inline' | 'quick' | 'standard' | 'long' | 'brief';

export interface Question {
  /** Request id: in every log line, header and error. */
  readonly id: string;
  readonly task: Task;
  readonly taskClass: TaskClass;
  /** Interactive: a user waits. */
  readonly priority: 'interactive' | 'inline' | 'background';
  /** Sections with a priority; trimmed per target, never here. */
  readonly prompt: Prompt;
  readonly sampling: Sampling;
  /** What kind of answer would be right: the confidence gate checks it. */
  readonly expects: Expectation;
  /** Workspace and trust, as an opaque string: answers are remembered within it only. */
  readonly scope: string;
  /** Its abort reason is always a Failure. */
  readonly signal: AbortSignal;
  /** Monotonic ms: when the time budget ends; nothing may sleep beyond it. */
  readonly until: number;
  /** Attempts this question may still make, over all targets; counted down by `retry`. */
  readonly attempts: { left: number };
  /** Healthy targets that could still take over; set by `fallback`. */
  readonly alternatives: number;
  /** Only these target ids may be asked; undefined: the whole chain. */
  readonly only?: readonly string[];
  /** What makes it equal to another question; set by `cache`, which works it out anyway. */
  readonly key?: string;
  /** Other files that its evidence came from; undefined: none. */
  readonly used?: readonly UsedFile[];
  /** Pass over remembered answers (Ask Again). */
  readonly fresh?: boolean;
  /** Most tokens the user wants sent, for this language; undefined: as many as the target takes. */
  readonly maxInputTokens?: number;
  /** The user lets this one question go over the budget, or has said that it may not; undefined: was not asked. */
  readonly overBudget?: boolean;
  /** What the language services know about the code, for answers without a model. */
  readonly facts?: () => Promise<Facts>;
  /** Every layer's spoken decision, in order, with its reason. */
  readonly notes: (note: Note) => void;
  /** For those who want to watch the answer being written. */
  readonly onEvent?: (event: AnswerEvent) => void;
}

/** Attempts a question may make over all its targets (decisions 5). */
export const maxAttempts = 6;

export interface Sampling {
  /** undefined: the provider's own default. */
  readonly temperature?: number;
  readonly maxOutputTokens: number;
}

export interface Expectation {
  /** 'code': the answer must hold one code block that can replace the selection. */
  readonly form: 'prose' | 'code';
  /** VS Code's language id of the code at hand: 'typescript', 'python', … */
  readonly language: string;
  /** The code that was sent, to compare an edit with. */
  readonly code: string;
  /** Given: the answer must be JSON, and nothing else. */
  readonly json?: JsonForm;
}

/** What JSON an answer must be, and what stands in for it when no model gives it. */
export interface JsonForm {
  /** What is wrong with this value, as a sentence for the model; undefined: nothing. */
  readonly check: (value: unknown) => string | undefined;
  /** A whole answer in the right form, for when all else fails. */
  readonly predefined: string;
}

export type AnswerEvent =
  /** The connection stands. */
  | { readonly kind: 'connected' }
  /** The request's bytes have left: from here on it may be billed. */
  | { readonly kind: 'sent' }
  /** What the server says of its limits, by its own headers. */
  | { readonly kind: 'limits'; readonly limits: ServerLimits }
  /** The model reasons; it is progress, not answer text. */
  | { readonly kind: 'thinking' }
  | { readonly kind: 'text'; readonly text: string }
  /** What was shown so far belongs to a target that failed; another, by its label, begins anew. Only `fallback` says this. */
  | { readonly kind: 'restart'; readonly because: Failure; readonly next: string };

/** What a server says it still takes, of requests and of tokens, and when it takes its full measure again. */
export interface ServerLimits {
  readonly requests?: ServerLimit;
  readonly tokens?: ServerLimit;
}

export interface ServerLimit {
  /** How many in a full measure. */
  readonly limit: number;
  readonly remaining: number;
  /** In how many ms the measure is full again. */
  readonly resetMs: number;
}

export interface Answer {
  readonly text: string;
  /** The target that answered: 'anthropic/claude-…', 'offline'. */
  readonly from: string;
  /** The model that the provider says has answered; may differ from the one asked. */
  readonly model: string;
  readonly usage: Usage;
  readonly freshness: 'live' | 'cached' | 'stale' | 'similar' | 'offline';
  /** How old a remembered answer is, ms; 0 when live. */
  readonly ageMs: number;
  readonly finish: 'stop' | 'length' | 'refused';
  /** The provider's own request id, for its support. */
  readonly requestId?: string;
  /** In which ways this is less than what was asked for. */
  readonly degraded: readonly Degradation[];
  /** Set by the gate. */
  readonly confidence?: Confidence;
  /** Other files that its evidence came from, as they were; between the cache and what it remembers. */
  readonly used?: readonly UsedFile[];
  /** Why no model answered, when the last resort did. */
  readonly insteadOf?: Failure;
}

export type Degradation = 'partial' | 'stale' | 'similar' | 'offline' | 'smaller-model' | 'trimmed' | 'predefined';

export interface Usage {
  /** Tokens read, cached ones included. */
  readonly inputTokens: number;
  /** Tokens written, thinking included. */
  readonly outputTokens: number;
  readonly cachedInputTokens: number;
  /** False: estimated, because the provider did not say. */
  readonly exact: boolean;
}

/** Decisions 19: verified = something was executed and held; checked = evidence, none against. */
export type Tier = 'verified' | 'checked' | 'unchecked' | 'doubtful';

export interface Confidence {
  readonly tier: Tier;
  /** In [0, 1]: a declared mapping (hard fact 0, soft sign 0.6, no sign 0.9), not a probability. */
  readonly score: number;
  /** Every sign found, strongest first. */
  readonly signs: readonly Sign[];
}

export interface Sign {
  /** What was found: 'empty', 'elided', 'does-not-parse', … Words for it are in editor/words. */
  readonly code: SignCode;
  /** Hard: a fact that makes the answer unfit. Soft: a reason to look closely. Good: evidence for it. */
  readonly weight: 'hard' | 'soft' | 'good';
  /** Where or what exactly, as data: a line number, a name. Model text never stands here. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export type SignCode =
  | 'empty'
  | 'elided'
  | 'unclosed-fence'
  | 'no-code'
  | 'several-blocks'
  | 'wrong-language'
  | 'does-not-parse'
  | 'unbalanced'
  | 'cut-at-length'
  | 'repeats'
  | 'much-shorter'
  | 'unchanged'
  | 'hidden-characters'
  | 'placeholder-lost'
  | 'not-assessed'
  | 'parses'
  | 'balanced';

/** What the language services know about the code in question: plain data, gathered by the editor. */
export interface Facts {
  /** Path relative to its workspace folder. */
  readonly file: string;
  readonly language: string;
  /** 1-based. */
  readonly startLine: number;
  readonly endLine: number;
  /** Name of the symbol that encloses the selection, '' if none. */
  readonly symbol: string;
  readonly symbolKind: string;
  /** Signature and documentation as hovers and the signature help tell them; plain text. */
  readonly hovers: readonly string[];
  readonly diagnostics: readonly { readonly line: number; readonly severity: string; readonly message: string }[];
  readonly references: readonly { readonly file: string; readonly line: number }[];
  readonly children: readonly { readonly name: string; readonly kind: string; readonly line: number }[];
}

/** A layer's decision, as data; editor/words makes sentences of it. */
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
  /** A second target was asked beside the first one, which was slow; the loser is stopped. */
  | { readonly kind: 'hedged'; readonly target: string; readonly beside: string; readonly afterMs: number }
  /** The answer was not in the form that was asked for; the model was told so and asked once more. */
  | { readonly kind: 'asked-again'; readonly because: 'not-json' }
  | { readonly kind: 'no-retry'; readonly target: string; readonly because: 'retry-budget' }
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
  | { readonly kind: 'remembered'; readonly target: string; readonly ageMs: number }
  | { readonly kind: 'joined' }
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

/** Which limit of the budget: the workspace's tokens of the day or of the month, or the user's money of the month. */
export type BudgetLimit = 'day' | 'month' | 'money';

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
  | 'budget'
  | 'not-allowed';
