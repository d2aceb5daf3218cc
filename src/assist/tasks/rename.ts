import type { Assistance, Context, Outcome } from '../assistance.ts';
import { contextSections, systemSection, taskSection, turnSections, wordsPart } from '../contextSections.ts';
import { namesForm } from '../names/namesForm.ts';
import { suggestedNames } from '../names/suggestedNames.ts';
import { takenNames } from '../names/takenNames.ts';
import { offlineNames } from '../offline/offlineNames.ts';

const task = taskSection(
  [
    'Task: rename',
    'You suggest names for something in a program, by what the code shows that it is for: three to five, the best first, each',
    'with a reason of one short sentence. Keep the case style and the prefixes of the names around, and who may see it where a',
    'name decides that. None may be a word of the language, or a name that is taken in its place. When its name is good already,',
    'suggest what is still better, or less. Answer with JSON alone: {"names": [{"name": "…", "reason": "…"}]}.',
  ].join('\n'),
);

const lead = 'Instruction: ';

/** Better names for what is declared under the cursor. */
export const rename: Assistance = {
  task: 'rename',
  taskClass: 'quick',
  gather: { words: 'none', from: 'name' },
  title: 'rename-place',
  form: 'prose',
  expects: ({ language, code }) => ({ form: 'prose', language, code, json: namesForm }),
  presenter: 'names',
  sampling: { temperature: 0, maxOutputTokens: 600 },
  prompt: context => ({
    template: 'rename@4',
    parts: [
      systemSection,
      ...contextSections(context),
      ...turnSections(context.turns, lead),
      task,
      wordsPart('instruction', lead, instruction(context)),
    ],
  }),
  offline: offlineNames,
  read: readNames,
};

/** The name stands in the user's file and is data: in quotation marks, without what could end them. */
const instruction = ({ symbol }: Context): string =>
  `Suggest better names for the ${symbol?.kind.toLowerCase() ?? 'symbol'} "${(symbol?.name ?? '').replace(/["\s`]+/g, ' ').trim()}".`;

function readNames(text: string, context: Context): Outcome {
  const { symbol, language } = context;
  const names = suggestedNames(text, { current: symbol?.name ?? '', language, taken: takenNames(context) });
  return names.length === 0 ? { kind: 'unusable', markdown: text } : { kind: 'names', names };
}
