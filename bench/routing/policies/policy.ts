import type { Target } from '../../../src/core/model/target.ts';
import type { Candidate, Demand } from '../../../src/core/routing/strategies/strategy.ts';
import type { LearnedOutcome } from '../../../src/core/routing/learned/learnedOutcome.ts';
import type { Asked } from '../worlds/questions.ts';

/** What a policy is asked: in which order, now. */
export interface Occasion {
  readonly asked: Asked;
  readonly demand: Demand;
  readonly candidates: readonly Candidate[];
  readonly chance: () => number;
}

/** How an attempt went, which whoever counts for himself may take down. */
export interface Attempted {
  readonly target: Target;
  readonly went: 'answered' | 'failed' | 'timed-out';
  readonly tookMs: number;
  readonly answerTokens: number;
  /** When it ended, since the world began. */
  readonly at: number;
}

/** Who decides whom to ask. */
export interface Policy {
  readonly name: string;
  order(occasion: Occasion): readonly Target[];
  /** What became of an answer, ten minutes later. */
  told?(outcome: LearnedOutcome): void;
  attempted?(attempt: Attempted): void;
}
