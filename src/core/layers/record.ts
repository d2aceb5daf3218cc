import type { Layer } from '../model/layer.ts';
import type { Clock } from '../model/clock.ts';
import { asFailure } from '../model/failure.ts';
import { answerRecord, noteWithoutText, withoutText } from '../model/questionRecord.ts';
import type { QuestionObserver, QuestionRecord } from '../model/questionRecord.ts';
import type { Note } from '../model/note.ts';
import type { Question } from '../model/question.ts';
import type { Target } from '../model/target.ts';

export interface RecordParts {
  readonly clock: Clock;
  readonly observers: readonly QuestionObserver[];
  /** All targets, in the order in which they are asked. */
  readonly chainOf: (question: Question) => readonly Target[];
}

/** Sees everything: one record per question, with every note in order, however it ends. Who asks hears of a note first. */
export const record =
  ({ clock, observers, chainOf }: RecordParts): Layer =>
  next =>
  async question => {
    const { id, purpose, only } = question;
    const at = clock.wall();
    const startedAt = clock.now();
    const notes: Note[] = [];
    const chain = chainOf(question);
    const [first] = chain;
    const about = { id, at, ...(first && { first: first.id }) };
    const tell = (end: QuestionRecord['end']): void => {
      const tookMs = clock.now() - startedAt;
      const whole = { ...about, tookMs, notes, end, ...(purpose && { task: purpose.task }) };
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
