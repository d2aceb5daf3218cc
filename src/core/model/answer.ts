import type { UsedFile } from './usedFile.ts';
import type { Failure } from './failure.ts';

/** What a question gets. */
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
  /** Set by `assessAnswer`; undefined: not assessed. */
  readonly confidence?: Confidence;
  /** Other files that its evidence came from, as they were; between the cache and what it remembers. */
  readonly used?: readonly UsedFile[];
  /** What was odd about the end of the stream that it came in; undefined: nothing. */
  readonly oddEnd?: OddEnd;
  /** What an answer without a model holds in the form of the task's answers: never used before the user has looked at it. undefined: nothing. */
  readonly draft?: string;
  /** Why no model answered, when the last resort did. */
  readonly insteadOf?: Failure;
}

/**
 * 'no-end-mark': the body ended after the reason, without the wire's own end mark. 'no-reason': the end mark came without a
 * reason, as proxies end a stream that was cut, too. 'fault-after-end': something broken came after the answer was complete.
 */
export type OddEnd = 'no-end-mark' | 'no-reason' | 'fault-after-end';

export type Degradation = 'partial' | 'stale' | 'similar' | 'offline' | 'smaller-model' | 'trimmed' | 'predefined';

export interface Usage {
  /** Tokens read, cached ones included. */
  readonly inputTokens: number;
  /** Tokens written, thinking included. */
  readonly outputTokens: number;
  readonly cachedInputTokens: number;
  /** Of the tokens read, those that the provider has remembered now, at their own price; undefined: none. */
  readonly cacheWriteTokens?: number;
  /** False: estimated, because the provider did not say, or said what cannot be. */
  readonly exact: boolean;
  /** Counts that were reported and not believed; undefined: none. */
  readonly doubted?: readonly DoubtedCount[];
}

/** A count that a provider reported and that cannot be true: what stands in `Usage` is booked in its place. */
export interface DoubtedCount {
  readonly side: 'input' | 'output';
  /**
   * Less than a quarter of what went over the wire; more than is possible; no count at all; 'window': far less than was sent,
   * and just as much as a window holds, so the server may have left out the rest.
   */
  readonly why: 'low' | 'high' | 'no-count' | 'window';
  /** What was reported, where it is a number. */
  readonly reported?: number;
}

/**
 * 'verified': something was executed and passed. 'checked': its form was looked at, and nothing speaks against it; what it means is
 * not known. 'doubtful': a sign against it.
 */
export type Tier = 'verified' | 'checked' | 'unchecked' | 'doubtful';

export interface Confidence {
  readonly tier: Tier;
  /** In [0, 1]: a declared mapping (hard fact 0, soft sign 0.6, no sign 0.9), not a probability. */
  readonly score: number;
  /** Every sign found, strongest first. */
  readonly signs: readonly Sign[];
}

export interface Sign {
  /** What was found: 'empty', 'elided', 'does-not-parse', … Its sentence is in interaction/text. */
  readonly code: SignCode;
  /** Hard: it makes the answer unfit. Soft: a reason to look closely. Fact: told beside it, and no doubt. Good: evidence for it. */
  readonly weight: 'hard' | 'soft' | 'fact' | 'good';
  /** Where or what exactly, as data: `line` (1-based, in the answer's code), a name. Sentences of a model never stand here. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export type SignCode =
  | 'empty'
  | 'elided'
  | 'left-out'
  | 'ends-early'
  | 'artefacts'
  | 'declines'
  | 'only-code'
  | 'other-names'
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
  | 'surroundings-repeated'
  | 'line-numbers'
  | 'prompt-cut'
  | 'escaped-entities'
  | 'escaped-line-ends'
  | 'edit-marks'
  | 'hidden-characters'
  | 'mixed-scripts'
  | 'mark-left'
  | 'placeholder-lost'
  | 'placeholder-moved'
  | 'placeholder-printed'
  | 'placeholder-in-address'
  | 'address-added'
  | 'not-assessed'
  | 'unknown-names'
  | 'unknown-lines'
  | 'names-lost'
  | 'names-missing'
  | 'members-missing'
  | 'packages-missing'
  | 'other-language'
  | 'cut-sentence'
  | 'prompt-echoed'
  | 'odd-signs'
  | 'other-code'
  | 'code-gone'
  | 'declaration-gone'
  | 'comments-gone'
  | 'signature-changed'
  | 'operator-changed'
  | 'literal-changed'
  | 'condition-negated'
  | 'condition-shorter'
  | 'asserts-nothing'
  | 'tests-skipped'
  | 'documents-nothing'
  | 'other-parameters'
  | 'no-message'
  | 'unknown-references'
  | 'await-gone'
  | 'arguments-swapped'
  | 'more-changes'
  | 'beyond-asked'
  | 'new-error'
  | 'agrees'
  | 'disagrees'
  | 'ran-well'
  | 'ran-badly'
  | 'names-found'
  | 'compared'
  | 'parses'
  | 'balanced';
