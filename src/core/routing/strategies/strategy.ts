import type { Task } from '../../model/purpose.ts';
import type { Ranked } from '../../model/question.ts';
import type { Target, TargetClass } from '../../model/target.ts';

/** What a question asks of whoever answers it, as far as that is known before anybody is asked. */
export interface Demand {
  /** undefined: it is only passed through. */
  readonly task: Task | undefined;
  /** How much it takes, 0 to 1; see `complexity`. */
  readonly score: number;
  /** How strong a model it should go to. */
  readonly class: TargetClass;
  /** Estimated tokens of the prompt before anything is cut. */
  readonly promptTokens: number;
  /** Tokens that answers to such questions usually have. */
  readonly answerTokens: number;
}

/** What is known of a target as one question is routed. Facts hold for this question alone. */
export interface RouteFacts {
  /** Nothing holds it back now: no open circuit, no cooldown, no missing key, no budget. */
  readonly isReady: boolean;
  /** Its window takes the prompt whole, and it may write as much as the answer takes; what is not known is taken to fit. */
  readonly fits: boolean;
  /** US dollars that this question likely costs there; undefined: the price is not known, which is not the same as nothing. */
  readonly costUsd: number | undefined;
  /** From asking to a useful answer, ms, by what was seen lately; undefined: it was not heard from lately. */
  readonly expectedMs: number | undefined;
  /** The same by its latest answer alone. */
  readonly latestMs: number | undefined;
  /** It was not heard from within some minutes, so how it does now is not known. */
  readonly isStale: boolean;
  /** Share of its latest attempts that failed, recent ones counting more, 0 to 1; 0: none did, or nothing is known. */
  readonly failureShare: number;
}

/** What was learnt of a target whose answers are kept less than those of the others. */
export interface Lacking {
  /** By so many classes it answers worse than its class says: 1 or 2. */
  readonly classes: number;
  /** So many of its answers were kept, of so many. */
  readonly kept: number;
  readonly of: number;
}

/** A target that may be asked, with what is known of it. */
export interface Candidate {
  readonly target: Target;
  readonly facts: RouteFacts;
  /** undefined: nothing speaks against its class. */
  readonly lacking?: Lacking;
}

/**
 * In which order candidates are asked: each of them exactly once, whoever is held back now too, because that passes. `chance`
 * gives numbers in [0, 1); for equal facts and chance the order is the same.
 */
export type Strategy = (demand: Demand, candidates: readonly Candidate[], chance: () => number) => readonly Ranked[];
