import type { Layer } from '../model/layer.ts';
import type { Clock } from '../model/clock.ts';
import { asFailure } from '../model/failure.ts';
import { answerRecord, noteWithoutText, withoutText } from '../model/questionRecord.ts';
import type { QuestionObserver, QuestionRecord } from '../model/questionRecord.ts';
import type { Note } from '../model/note.ts';
import type { Question } from '../model/question.ts';
import { complexity } from '../routing/complexity.ts';

export interface RecordParts {
  readonly clock: Clock;
  readonly observers: readonly QuestionObserver[];
}

/** Sees everything: one record per question, with every note in order, however it ends. Who asks hears of a note first. */
export const record =
  ({ clock, observers }: RecordParts): Layer =>
  next =>
  async question => {
    const { id, only } = question;
    const at = clock.wall();
    const startedAt = clock.now();
    const notes: Note[] = [];
    const chain = (question.route ?? []).map(({ target }) => target);
    const [first] = chain;
    const tell = (end: QuestionRecord['end']): void => {
      const tookMs = clock.now() - startedAt;
      const whole = { ...askedIn(question), at, ...(first && { first: first.id }), tookMs, notes, end };
      for (const { ended } of observers) ended?.(whole);
    };
    const hear = (note: Note): void => {
      question.notes(note);
      const told = noteWithoutText(note);
      notes.push(told);
      for (const { noted } of observers) noted?.(id, told);
    };
    const allowed = only ? chain.filter(target => only.includes(target.id)) : chain;
    for (const { began } of observers) began?.(id, allowed);
    try {
      const answer = await next({ ...question, notes: hear });
      tell({ answer: answerRecord(answer) });
      return answer;
    } catch (error) {
      tell({ failure: withoutText(asFailure(error)) });
      throw error;
    }
  };

/** What a record says of the question itself. */
function askedIn(question: Question): Omit<QuestionRecord, 'at' | 'first' | 'tookMs' | 'notes' | 'end'> {
  const { id, purpose, request } = question;
  return {
    id,
    promptLength: request.parts.reduce((sum, { text }) => sum + text.length, 0),
    maxOutputTokens: request.sampling.maxOutputTokens,
    complexity: complexity(question),
    ...(purpose && { task: purpose.task }),
  };
}
