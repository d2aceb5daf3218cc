import type { Assistance } from '../assistance.ts';
import { contextSections, systemSection, taskSection, turnSections, wordsPart } from '../contextSections.ts';
import { readReplacement } from '../readOutcome.ts';

const task = taskSection(
  [
    'Task: edit',
    'You change code as the instruction says. Answer with exactly one fenced code block and nothing else; it will stand where',
    'the selected code stands now. Give back the selected lines only, not the lines around them, and all of them: leave',
    'nothing out, and never write a remark like "rest unchanged" in place of code. Change nothing that the instruction does',
    'not ask for. Keep the indentation. Where the code itself holds a fence, use a longer one around it.',
  ].join('\n'),
);

const lead = 'Instruction: ';

/** Changes the selection as the user says. */
export const edit: Assistance = {
  task: 'edit',
  taskClass: 'standard',
  gather: { words: 'instruction' },
  title: 'words-place',
  form: 'code',
  presenter: 'diff',
  sampling: { temperature: 0, maxOutputTokens: 4_000 },
  prompt: context => ({
    template: 'edit@4',
    parts: [
      systemSection,
      ...contextSections(context),
      ...turnSections(context.turns, lead),
      task,
      wordsPart('instruction', lead, context.input),
    ],
  }),
  read: readReplacement,
};
