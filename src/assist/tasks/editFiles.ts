import type { Assistance, Context, Outcome } from '../assistance.ts';
import { addedSections } from '../added/addedSections.ts';
import { systemSection, taskSection, turnSections, wordsPart } from '../contextSections.ts';
import { filesText } from '../edits/filesText.ts';
import { marksFor, readBlocks } from '../edits/readBlocks.ts';
import { section } from '../prompt/sections.ts';
import { atOnce } from '../../core/shared/steps.ts';

const lead = 'Instruction: ';

/** Changes several files as the user says; the answer quotes what it changes. */
export const editFiles: Assistance = {
  task: 'editFiles',
  taskClass: 'long',
  gather: { words: 'instruction', from: 'files' },
  title: 'words-files',
  form: 'code',
  expects: ({ language, files = [] }) => ({ form: 'code', language, code: filesText(files), isInBlocks: true }),
  presenter: 'edits',
  sampling: { temperature: 0, maxOutputTokens: 8_000 },
  prompt: context => ({
    template: 'editFiles@4',
    parts: [
      systemSection,
      { ...section('files', 95, filesText(context.files ?? [])), repeats: { splits: [] } },
      ...addedSections(context.added),
      ...turnSections(context.turns, lead),
      taskOf(context),
      wordsPart('instruction', lead, context.input),
    ],
  }),
  read: readEdits,
};

/** The marks are longer than what looks like one in the files. */
function taskOf({ files = [] }: Context) {
  const length = marksFor(files.map(({ text }) => text));
  const of = (sign: string): string => sign.repeat(length);
  return taskSection(
    [
      'Task: editFiles',
      'You change files as the instruction says, and nothing else. Answer with search/replace blocks only: the path of the file as it',
      'stands above on a line of its own, and below it',
      `${of('<')} SEARCH`,
      'whole lines of the file, just as they stand there, with all their blanks',
      of('='),
      'the lines that are to stand in their place',
      `${of('>')} REPLACE`,
      'Quote as few lines as tell the place from all others in its file: what is quoted must stand there exactly once. All blocks refer to the',
      'files as they stand above, none to what another block has changed. Leave nothing out of the lines that are to stand there, and never',
      'write a remark like "rest unchanged" in place of code. Change no file that does not stand above, and make no new ones.',
    ].join('\n'),
  );
}

function readEdits(text: string, { files = [] }: Context): Outcome {
  const paths = files.map(({ path }) => path);
  const blocks = atOnce(readBlocks(text, paths));
  return blocks.length === 0 ? { kind: 'unusable', markdown: text } : { kind: 'edits', blocks };
}
