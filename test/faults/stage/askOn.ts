import { ask, type QuestionChanges } from '../../support/scripted.ts';
import type { Client } from '../../../src/core/client.ts';
import type { LeapingClock } from './leapingClock.ts';
import type { Note } from '../../../src/core/model/note.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { AnswerEvent } from '../../../src/core/model/answerEvent.ts';

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

/** Asks a small question, at temperature 0 so that its answer may be remembered. */
export function askOn(
  client: Client,
  clock: LeapingClock,
  { watched = false, words = '', totalMs, ...more }: QuestionChanges & { readonly totalMs: number },
): StagedQuestion {
  const { question, ...rest } = ask({
    id: `question-${++count}`,
    offline: false,
    request: {
      template: 'test@1',
      parts: [
        { kind: 'text', name: 'role', role: 'system', text: 'You answer briefly.', priority: 9 },
        { kind: 'text', name: 'file', role: 'user', text: 'const add = (a, b) => a + b;', priority: 10 },
        { ...asked, name: 'question', role: 'user', text: `What does it do? ${promptMark}${words}`, priority: 5 },
      ],
    },
    until: clock.now() + totalMs,
    watched,
    ...more,
  });
  return { answer: client.ask(question), ...rest };
}

const asked = { kind: 'text', wordsFrom: 0 } as const;
