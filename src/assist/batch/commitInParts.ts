import { fenceAround } from '../../core/confidence/reading/blocks.ts';
import type { Assistance, Context, Division } from '../assistance.ts';
import { changedFilesSection, changeSections } from '../commit/changeSections.ts';
import { systemSection, taskSection, wordsPart } from '../contextSections.ts';
import { offlineCommit } from '../offline/offlineCommit.ts';
import { readNote } from '../readOutcome.ts';
import { partsOfChanges } from './changesInParts.ts';

const task = taskSection(
  [
    'Task: commitPart',
    'You sum up a part of a change, for somebody who writes the message of its Git commit and does not see it: what was changed and why,',
    'as far as the diff shows it, the weightiest first; never more than it shows. Only lines that begin with + or − are changes; the',
    'others stand around them and were there before. Answer with five lines at most, each a sentence, and nothing else.',
  ].join('\n'),
);

/** Sums up one part of a change. It stands in no table: nobody asks for it but the message of a large commit. */
const summary: Assistance = {
  task: 'commitMessage',
  taskClass: 'standard',
  gather: { words: 'none', from: 'changes' },
  title: 'commit-place',
  form: 'prose',
  presenter: 'panel',
  sampling: { temperature: 0, maxOutputTokens: 400 },
  prompt: ({ code }) => ({
    template: 'commitPart@1',
    parts: [
      systemSection,
      ...changeSections(code),
      task,
      wordsPart('instruction', 'Instruction: ', 'Sum up this part of the change.'),
    ],
  }),
  offline: offlineCommit,
  read: readNote,
};

/** The message of a change that is too much for one request: each part is summed up, and the message is written from that. */
export const commitInParts = (message: (summaries: Summaries) => Assistance): Division => ({
  parts: partsOfChanges,
  ofPart: summary,
  ofWhole: (texts, context) => message(summariesOf(texts, context)),
});

/** What stands in place of the lines of a change. */
export type Summaries = ReturnType<typeof changeSections>;

function summariesOf(texts: readonly string[], { code }: Context): Summaries {
  const text = texts.map(each => each.trim()).join('\n\n');
  const fence = fenceAround(text);
  return [
    changedFilesSection(code),
    {
      kind: 'text',
      name: 'summaries',
      role: 'user',
      priority: 60,
      text: `What was changed, each part of the change summed up:\n${fence}text\n${text}\n${fence}`,
      shrinks: { headLines: 2, tailLines: 1, focus: 'start', keep: [] },
    },
  ];
}
