import type { TextPart } from '../../core/model/prompt.ts';
import { askedProblems } from '../problems/askedProblems.ts';
import type { Assistance, Context } from '../assistance.ts';
import { contextSections, systemSection, taskSection, turnSections, wordsPart } from '../contextSections.ts';
import { readReplacement } from '../readOutcome.ts';
import { offlineFix } from '../offline/offlineFix.ts';

const task = taskSection(
  [
    'Task: fix',
    'You fix problems in code, and nothing else: what has no part in them stays as it is, character for character. Find the',
    'cause; do not silence what reports it, by a comment, a cast, an empty handler, or by taking away what is checked. Where a',
    'problem cannot be fixed in the selected lines alone, fix what can be. Answer with exactly one fenced code block and nothing',
    'else; it will stand where the selected code stands now. Give back the selected lines only, all of them, and never write a',
    'remark like "rest unchanged" in place of code. Keep the indentation.',
  ].join('\n'),
);

const lead = 'Instruction: ';

/** Fixes what the editor reports in the selection, or what the user says is wrong with it. */
export const fix: Assistance = {
  task: 'fix',
  taskClass: 'standard',
  gather: { words: 'problem', problems: true },
  title: 'fix-place',
  form: 'code',
  presenter: 'diff',
  sampling: { temperature: 0, maxOutputTokens: 4_000 },
  prompt: context => ({
    template: 'fix@4',
    parts: [
      systemSection,
      ...contextSections({ ...context, diagnostics: askedProblems(context.diagnostics) }).map(askedAbout),
      ...turnSections(context.turns, lead),
      task,
      wordsPart('instruction', lead, instruction(context)),
    ],
  }),
  offline: offlineFix,
  read: readReplacement,
};

/** What the editor reports is what is asked about: with other problems it is another question. */
const askedAbout = (part: TextPart): TextPart => {
  if (part.name !== 'diagnostics') return part;
  const { isEvidence: _, ...asked } = part;
  return { ...asked, priority: 96 };
};

function instruction({ diagnostics, input }: Context): string {
  const words = input.trim();
  if (diagnostics.length === 0) return `Fix this in the selected code: ${words}`;
  return `Fix the problems that the editor reports in the selected code.${words === '' ? '' : ` ${words}`}`;
}
