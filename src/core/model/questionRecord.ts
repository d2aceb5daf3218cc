import type { Failure } from './failure.ts';
import type { Note } from './note.ts';
import type { Answer } from './answer.ts';
import type { Question } from './question.ts';

/** The story of one question: no prompt, no answer text, no key. */
export interface QuestionRecord {
  readonly id: string;
  readonly task: Question['task'];
  /** Wall-clock ms. */
  readonly at: number;
  readonly tookMs: number;
  readonly notes: readonly Note[];
  readonly end: { readonly answer: Answer } | { readonly failure: Failure };
}
