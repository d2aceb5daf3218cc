import { fingerprint } from './fingerprint.ts';
import type { Target } from './target.ts';
import type { Question } from './question.ts';

/**
 * What makes a request the same as another: the question and whom it goes to, so that a retry has the key of the first try.
 * No provider documents idempotent inference; the key goes along for tracing and begins with the id that our log names.
 */
export const attemptKey = ({ id }: Pick<Question, 'id'>, target: Pick<Target, 'id'>): string =>
  `${id}.${fingerprint(target.id)}`;

/** The question's id in a key. */
export const questionOf = (key: string): string => key.slice(0, key.lastIndexOf('.'));
