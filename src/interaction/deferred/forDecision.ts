import { isOffered, type StoredQuestion } from '../history/storedQuestion.ts';

/** The questions that were asked again three times without an answer, the oldest first: what becomes of them the user decides. */
export const forDecision = (questions: readonly StoredQuestion[]): readonly StoredQuestion[] =>
  questions.filter(question => !isOffered(question)).toSorted((one, other) => one.at - other.at);
