import type { Client } from '../../../src/core/client.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { AnswerEvent } from '../../../src/core/model/answerEvent.ts';
import type { Note } from '../../../src/core/model/note.ts';
import type { Question } from '../../../src/core/model/question.ts';
import type { LeapingClock } from './leapingClock.ts';

/** Stands in every prompt, and must stand in nothing that is shown or logged. */
export const promptMark = 'PROMPT-5f2c';

/** A question that was asked, and everything that it says meanwhile. */
export interface StagedQuestion {
  readonly answer: Promise<Answer>;
  readonly notes: Note[];
  readonly events: AnswerEvent[];
  readonly stop: AbortController;
}

let count = 0;

/** What may be different about a question; `words` make it another one. */
export type QuestionChanges = Partial<Question> & { readonly watched?: boolean; readonly words?: string };

/** Asks a small question, at temperature 0 so that its answer may be remembered. */
export function askOn(
  client: Client,
  clock: LeapingClock,
  { watched = false, words = '', totalMs, ...more }: QuestionChanges & { readonly totalMs: number },
): StagedQuestion {
  const notes: Note[] = [];
  const events: AnswerEvent[] = [];
  const stop = new AbortController();
  const question: Question = {
    id: `question-${++count}`,
    task: 'ask',
    taskClass: 'standard',
    priority: 'interactive',
    prompt: {
      template: 'test@1',
      sections: [
        { name: 'role', role: 'system', text: 'You answer briefly.', priority: 9 },
        { name: 'file', role: 'user', text: 'const add = (a, b) => a + b;', priority: 10 },
        { name: 'question', role: 'user', text: `What does it do? ${promptMark}${words}`, priority: 5 },
      ],
    },
    sampling: { temperature: 0, maxOutputTokens: 100 },
    expects: { form: 'prose', language: 'typescript', code: '' },
    scope: 'workspace',
    signal: stop.signal,
    until: clock.now() + totalMs,
    attempts: { left: 6 },
    alternatives: 0,
    notes: note => notes.push(note),
    ...(watched && { onEvent: event => void events.push(event) }),
    ...more,
  };
  return { answer: client.ask(question), notes, events, stop };
}
