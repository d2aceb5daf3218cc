import { fenceAround } from '../../core/confidence/reading/blocks.ts';
import type { TextPart } from '../../core/model/prompt.ts';
import type { Assistance, Context, Outcome } from '../assistance.ts';
import { commitInParts } from '../batch/commitInParts.ts';
import { changeSections } from '../commit/changeSections.ts';
import { commitText } from '../commit/commitText.ts';
import { inStyle, styleWords } from '../commit/commitStyle.ts';
import { systemSection, taskSection, wordsPart } from '../contextSections.ts';
import { offlineCommit } from '../offline/offlineCommit.ts';

const task = taskSection(
  [
    'Task: commitMessage',
    'You write the message of a Git commit from its diff: what was changed, in the imperative, and why, as far as the diff shows',
    'it; never more than it shows. Only lines that begin with + or − are changes; the others stand around them and were there',
    'before. Write in the language and the style of the earlier messages. Answer with the message alone: no fence, no quotation',
    'marks, no remark before or behind it.',
  ].join('\n'),
);

/** What is said of a commit, from its diff. */
export const commitMessage: Assistance = {
  task: 'commitMessage',
  taskClass: 'standard',
  gather: { words: 'none', from: 'changes' },
  title: 'commit-place',
  form: 'prose',
  expects: ({ language, code }) => ({ form: 'prose', language, code, about: { kind: 'message', code } }),
  presenter: 'message',
  sampling: { temperature: 0, maxOutputTokens: 800 },
  division: commitInParts(summaries => ({
    ...commitMessage,
    prompt: context => ({ template: 'commitOfParts@1', parts: partsOf(context, summaries) }),
  })),
  prompt: context => ({ template: 'commitMessage@4', parts: partsOf(context, changeSections(context.code)) }),
  offline: offlineCommit,
  read: readMessage,
};

const partsOf = (context: Context, changes: readonly TextPart[]): readonly TextPart[] => [
  systemSection,
  ...earlierMessages(context.history ?? []),
  ...changes,
  task,
  wordsPart('instruction', 'Instruction: ', instruction(context)),
];

function instruction({ history = [], input }: Context): string {
  const begun = input.trim();
  const more = begun === '' ? '' : ` Its author has begun it with: ${begun}`;
  return `Write the message of this commit. ${styleWords(history)}${more}`;
}

/** Titles of work that nobody asked about: enough of them to show how they are written. */
const mostMessages = 10;

function earlierMessages(history: readonly string[]): readonly TextPart[] {
  if (history.length === 0) return [];
  const text = history.slice(0, mostMessages).join('\n---\n');
  const fence = fenceAround(text);
  return [
    {
      kind: 'text',
      name: 'earlier messages',
      role: 'user',
      priority: 70,
      text: `Messages of earlier commits, for their style:\n${fence}text\n${text}\n${fence}`,
      shrinks: { headLines: 2, tailLines: 1, focus: 'start', keep: [] },
    },
  ];
}

/** `symbol` is the branch: its name holds the id of a task where the repository has some. */
function readMessage(text: string, { history = [], symbol }: Context): Outcome {
  const message = commitText(text, history);
  return message === ''
    ? { kind: 'unusable', markdown: text }
    : { kind: 'message', text: inStyle(message, history, symbol?.name) };
}
