import type { Question } from '../model/question.ts';
import type { Target } from '../model/target.ts';

/** What a route may look at; of a question that is still to be made only its class is known. */
export type RoutedQuestion = Pick<Question, 'taskClass'> & Partial<Pick<Question, 'request' | 'purpose' | 'priority'>>;

/**
 * In which order the targets of the chain are asked. The only place that decides it: fallback, remembered answers, the status,
 * savings and time limits ask the same route. Gives back each candidate at most once; whether one can be asked now is for
 * `fallback` to see.
 */
export type Route = (question: RoutedQuestion, candidates: readonly Target[]) => readonly Target[];

/** The chain as the user wrote it. */
export const ordered: Route = (_question, candidates) => candidates;
