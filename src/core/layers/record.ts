import type { Answer, Layer, Note, Question } from '../model/ask.ts';
import type { Clock } from '../model/clock.ts';
import { asFailure, type Failure } from '../model/failure.ts';

/** The story of one question: no prompt, no answer text, no key. */
export interface Entry {
  readonly id: string;
  readonly task: Question['task'];
  /** Wall-clock ms. */
  readonly at: number;
  readonly tookMs: number;
  readonly notes: readonly Note[];
  readonly end: { readonly answer: Answer } | { readonly failure: Failure };
}

/** Sees everything: one entry per question, with every note in order, however it ends. */
export const record =
  (clock: Clock, journal: (entry: Entry) => void): Layer =>
  next =>
  async question => {
    const at = clock.wall();
    const startedAt = clock.now();
    const notes: Note[] = [];
    const write = (end: Entry['end']) =>
      journal({ id: question.id, task: question.task, at, tookMs: clock.now() - startedAt, notes, end });
    const hear = (note: Note): void => {
      notes.push(note);
      question.notes(note);
    };
    try {
      const answer = await next({ ...question, notes: hear });
      write({ answer });
      return answer;
    } catch (error) {
      write({ failure: asFailure(error) });
      throw error;
    }
  };
