import type { Assistance, Context, Gathering, Outcome } from '../assistance.ts';
import { changesInParts } from '../batch/changesInParts.ts';
import { changeSections } from '../commit/changeSections.ts';
import { systemSection, wordsPart } from '../contextSections.ts';
import { changeFindingsForm } from '../review/findingsForm.ts';
import { readChangeFindings } from '../review/readChangeFindings.ts';
import { reviewWords } from '../review/reviewWords.ts';
import { offlineChangesReview } from '../offline/offlineReview.ts';

const from = 'the lines that are there after the change (without their signs), or that it takes away';

/** Looks for faults in changes; each finding is anchored to the lines that it quotes, in the files as they are now. */
const reviewOf = (
  task: 'reviewChanges' | 'reviewCommit',
  { from: source, title }: { readonly from: Gathering['from']; readonly title: Assistance['title'] },
): Assistance => {
  const words = reviewWords(task, { from, more: '"file": "…", ' });
  return {
    task,
    taskClass: 'long',
    gather: { words: 'none', ...(source && { from: source }) },
    title,
    form: 'prose',
    expects: ({ language, code }) => ({ form: 'prose', language, code, json: changeFindingsForm }),
    presenter: 'findings',
    division: changesInParts,
    sampling: { temperature: 0, maxOutputTokens: 4_000 },
    prompt: context => ({
      template: `${task}@4`,
      parts: [
        systemSection,
        ...changeSections(context.code),
        words,
        wordsPart('instruction', 'Instruction: ', 'Review these changes. What was there before them is no finding.'),
      ],
    }),
    offline: offlineChangesReview,
    read: readReview,
  };
};

/** What is staged, or with nothing staged what has changed. */
export const reviewChanges = reviewOf('reviewChanges', { from: 'changes', title: 'review-changes-place' });

/** What an earlier commit has changed. */
export const reviewCommit = reviewOf('reviewCommit', { from: 'commit', title: 'review-commit-place' });

function readReview(text: string, { code }: Context): Outcome {
  const found = readChangeFindings(text, code);
  return found ? { kind: 'findings', ...found } : { kind: 'unusable', markdown: text };
}
