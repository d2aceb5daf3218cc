import type { Assistance } from './assistance.ts';
import { contextSections, dataNotice, turnSections } from './contextSections.ts';
import { readNote } from './readAnswer.ts';

const system = [
  'Task: ask',
  'You answer a programmer’s question about the code at hand. Answer the question first, then give the reason. Where the',
  'code that you see does not decide it, say what would. Put code in fenced blocks with its language. Answer in Markdown.',
  dataNotice,
].join('\n');

const say = (question: string): string => `Question: ${question.trim()}`;

/** Answers a question about the selection and its file. */
export const ask: Assistance = {
  task: 'ask',
  taskClass: 'standard',
  asksFor: 'question',
  form: 'prose',
  sampling: { temperature: 0, maxOutputTokens: 2_000 },
  prompt: context => ({
    template: 'ask@3',
    sections: [
      { name: 'system', role: 'system', text: system, priority: 100 },
      ...contextSections(context),
      ...turnSections(context.turns, say),
      { name: 'question', role: 'user', text: say(context.input), priority: 100 },
    ],
  }),
  read: readNote,
};
