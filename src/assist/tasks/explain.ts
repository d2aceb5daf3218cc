import type { Assistance } from '../assistance.ts';
import { contextSections, systemSection, taskSection, turnSections, wordsPart } from '../contextSections.ts';
import { offlineExplanation } from '../offline/offlineExplanation.ts';
import { readNote } from '../readOutcome.ts';

const task = taskSection(
  [
    'Task: explain',
    'You explain code to a colleague who sees it in an editor. Say in one or two sentences what it is for; then how it works,',
    'as far as that is not plain to see; then what could surprise: side effects, edge cases, mistakes. Quote only the lines',
    'you speak of. Say so where you are not sure. Answer in Markdown.',
  ].join('\n'),
);

const lead = 'Question: ';

/** Explains the selection. */
export const explain: Assistance = {
  task: 'explain',
  taskClass: 'standard',
  gather: { words: 'none' },
  title: 'explain-place',
  form: 'prose',
  presenter: 'panel',
  sampling: { temperature: 0, maxOutputTokens: 2_000 },
  prompt: context => ({
    template: 'explain@4',
    parts: [
      systemSection,
      ...contextSections(context),
      ...turnSections(context.turns, lead),
      task,
      wordsPart('question', lead, context.input.trim() || 'What does this code do, and how?'),
    ],
  }),
  offline: (known, phrases) => offlineExplanation(known, phrases, { isOpen: false }),
  read: readNote,
};
