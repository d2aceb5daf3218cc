import type { Assistance } from '../assistance.ts';
import { contextSections, systemSection, taskSection, turnSections, wordsPart } from '../contextSections.ts';
import { offlineExplanation } from '../offline/offlineExplanation.ts';
import { readNote } from '../readOutcome.ts';

const task = taskSection(
  [
    'Task: ask',
    'You answer a programmer’s question about the code at hand. Answer the question first, then give the reason. Where the',
    'code that you see does not decide it, say what would. Put code in fenced blocks with its language. Answer in Markdown.',
  ].join('\n'),
);

const lead = 'Question: ';

/** Answers a question about the selection and its file. */
export const ask: Assistance = {
  task: 'ask',
  taskClass: 'standard',
  gather: { words: 'question' },
  title: 'words-place',
  form: 'prose',
  presenter: 'panel',
  sampling: { temperature: 0, maxOutputTokens: 2_000 },
  prompt: context => ({
    template: 'ask@4',
    parts: [
      systemSection,
      ...contextSections(context),
      ...turnSections(context.turns, lead),
      task,
      wordsPart('question', lead, context.input),
    ],
  }),
  offline: (known, phrases) => offlineExplanation(known, phrases, { isOpen: true }),
  read: readNote,
};
