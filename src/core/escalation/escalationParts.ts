import type { Thresholds } from '../confidence/verdict.ts';
import type { Answer, Sign, SignCode } from '../model/answer.ts';
import type { Clock } from '../model/clock.ts';
import type { Expectation } from '../model/purpose.ts';
import type { Prompt } from '../model/prompt.ts';
import type { Question } from '../model/question.ts';
import type { Target } from '../model/target.ts';
import type { Lane } from '../routing/lane.ts';

/** What becomes of a doubtful answer: it is followed up, or shown with its disclaimer as it came. */
export type OnDoubt = 'escalate' | 'disclaim';

/** What the user has set about doubtful answers; looked up at each question. */
export interface EscalationSettings {
  readonly onDoubt: () => OnDoubt;
  readonly thresholds: () => Thresholds;
  /** The same prompt with what was wrong with the last answer; undefined: nothing a model could be told, or it has been told already. */
  readonly rephrased: (prompt: Prompt, signs: readonly SignCode[]) => Prompt | undefined;
  /** Whether the code of two answers of different models agrees, as a sign of the one that is kept. Default: it is not looked at. */
  readonly agreement?: (
    expects: Expectation,
    answers: { readonly kept: Answer; readonly other: Answer },
  ) => Sign | undefined;
  /** May nothing leave this machine? Only to say why nobody stronger is there. Default: it may. */
  readonly isLocalOnly?: () => boolean;
}

/** What following up needs of the client. */
export interface EscalationWorld {
  readonly clock: Clock;
  readonly laneOf: (target: Target) => Lane | undefined;
  /** Does the rest of the budget cover this question at this target? Nothing is reserved. */
  readonly affords: (target: Target, question: Question) => boolean;
}

export type EscalationParts = EscalationSettings & EscalationWorld;
