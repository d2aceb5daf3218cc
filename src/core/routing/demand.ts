import type { Target } from '../model/target.ts';
import { tokensByBytes } from '../prompt/tokens.ts';
import { presumedShare } from './answerLengths.ts';
import { classFor, complexity, defaultThresholds, type ComplexityThresholds } from './complexity.ts';
import type { RoutedQuestion } from '../model/question.ts';
import type { Demand } from './strategies/strategy.ts';

/** How a question is looked at. */
export interface DemandOptions {
  readonly thresholds?: ComplexityThresholds;
  /** The strength that the user has set for its task. */
  readonly wanted?: Target['class'] | undefined;
  /** See `AnswerLengths`. */
  readonly usualShare?: number;
}

/** What a question asks of whoever answers it. */
export function demandOf(
  question: RoutedQuestion,
  { thresholds = defaultThresholds, wanted, usualShare }: DemandOptions = {},
): Demand {
  const score = complexity(question);
  return {
    task: question.purpose?.task,
    score,
    class: wanted ?? classFor(score, thresholds),
    ...sizesOf(question, usualShare),
  };
}

/** How much there is to read and to write: time and cost go by nothing else. */
export type Sizes = Pick<Demand, 'promptTokens' | 'answerTokens'>;

/** Of a question. */
export const sizesOf = ({ request }: RoutedQuestion, usualShare = presumedShare): Sizes => ({
  promptTokens: request ? tokensByBytes(request) : 0,
  answerTokens: request ? Math.ceil(request.sampling.maxOutputTokens * usualShare) : 0,
});
