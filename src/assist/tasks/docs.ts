import { readCode } from '../../core/confidence/reading/reading.ts';
import type { Prompt } from '../../core/model/prompt.ts';
import type { Expectation } from '../../core/model/purpose.ts';
import type { Assistance, CodeItem, Context, Outcome } from '../assistance.ts';
import { batchFormWords } from '../batch/batchForm.ts';
import { contextSections, systemSection, taskSection, turnSections, wordsPart } from '../contextSections.ts';
import { commentsExpected, itemSections, readComments } from '../batch/docsOfAll.ts';
import { docStyleOf } from '../documentation/docStyle.ts';
import { documented } from '../documentation/documented.ts';
import { offlineDocs } from '../offline/offlineDocs.ts';

const whatAComment = [
  'You write the comment that documents a declaration, for those who use it and do not read its code: what it is for, what',
  'goes in and comes out, what fails, what surprises. Say nothing that its name and types say already, nothing of how it',
  'works inside, and nothing that the code does not show. Write in the language in which the comments of the file are',
];

const task = taskSection(
  [
    'Task: docs',
    ...whatAComment,
    'written. Answer with exactly one fenced code block that holds this comment alone: no code, not the declaration itself.',
  ].join('\n'),
);

const taskOfAll = taskSection(
  [
    'Task: docs',
    ...whatAComment,
    'written. Do so for each declaration that is named above by its id, each for itself and as if it were the only one. Answer',
    `with JSON alone: ${batchFormWords}, one entry for each id, in the order of the code. "text" is the`,
    'comment alone, with the signs of a comment and its line ends: no code, not the declaration itself, no fence.',
  ].join('\n'),
);

/** Documents the declaration around the cursor. */
export const docs: Assistance = {
  task: 'docs',
  taskClass: 'standard',
  gather: { words: 'none', from: 'declaration', callers: true },
  title: 'docs-place',
  form: 'code',
  expects: context => (context.items ? commentsExpected(context, context.items) : commentAlone(context)),
  presenter: 'diff',
  sampling: { temperature: 0, maxOutputTokens: 1_500 },
  samplingOf: items => ({ temperature: 0, maxOutputTokens: 1_000 + items * 300 }),
  prompt: context => (context.items ? promptForAll(context, context.items) : promptForOne(context)),
  offline: offlineDocs,
  read: (text, context) => (context.items ? readComments(text, context) : readComment(text, context)),
};

const promptForOne = (context: Context): Prompt => ({
  template: 'docs@4',
  parts: [
    systemSection,
    ...contextSections(context),
    ...turnSections(context.turns, 'Instruction: '),
    task,
    wordsPart('instruction', 'Instruction: ', instruction(context)),
  ],
});

const promptForAll = (context: Context, items: readonly CodeItem[]): Prompt => ({
  template: 'docsOfAll@1',
  parts: [
    systemSection,
    ...contextSections(context),
    ...itemSections(context, items),
    ...turnSections(context.turns, 'Instruction: '),
    taskOfAll,
    wordsPart('instruction', 'Instruction: ', instruction(context)),
  ],
});

const instruction = ({ language, input }: Context): string =>
  [`Write ${docStyleOf(language).words}.`, input.trim()].filter(words => words !== '').join(' ');

/** It stands for itself, so there is nothing to compare it with. */
function commentAlone({ language, code }: Context): Expectation {
  return { form: 'code', language, code: '', about: { kind: 'docs', code } };
}

/** Only comment lines are taken of it, so an answer without a fence may be read as it is. */
function readComment(text: string, context: Context): Outcome {
  const reading = readCode(text, commentAlone(context));
  const isWhole = reading.is === 'code' && (reading.block?.closed ?? true);
  const answered = isWhole ? reading.code : reading.is === 'no-code' ? text : undefined;
  const code = answered === undefined ? undefined : documented(context.code, answered, context.language);
  return code === undefined ? { kind: 'unusable', markdown: text } : { kind: 'replacement', code };
}
