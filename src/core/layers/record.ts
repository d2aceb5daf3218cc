import type { Layer } from '../model/layer.ts';
import type { Clock } from '../model/clock.ts';
import { asFailure } from '../model/failure.ts';
import type { QuestionRecord } from '../model/questionRecord.ts';
import type { Note } from '../model/note.ts';

/** Sees everything: one entry per question, with every note in order, however it ends. */
export const record =
  (clock: Clock, journal: (entry: QuestionRecord) => void): Layer =>
  next =>
  async question => {
    const at = clock.wall();
    const startedAt = clock.now();
    const notes: Note[] = [];
    const write = (end: QuestionRecord['end']) =>
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
