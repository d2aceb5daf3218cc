import type { Assistance, Context, Outcome } from '../assistance.ts';
import { contextSections, systemSection, turnSections, wordsPart } from '../contextSections.ts';
import { findingsForm } from '../review/findingsForm.ts';
import { readFindings } from '../review/readFindings.ts';
import { reviewWords } from '../review/reviewWords.ts';
import { offlineReview } from '../offline/offlineReview.ts';

const task = reviewWords('review', { from: 'the selected code' });
const lead = 'Instruction: ';

/** Looks for faults in the selection or the file; each finding is anchored to the lines that it quotes. */
export const review: Assistance = {
  task: 'review',
  taskClass: 'long',
  gather: { words: 'none', from: 'file' },
  title: 'review-place',
  form: 'prose',
  expects: ({ language, code }) => ({ form: 'prose', language, code, json: findingsForm }),
  presenter: 'findings',
  sampling: { temperature: 0, maxOutputTokens: 4_000 },
  prompt: context => ({
    template: 'review@4',
    parts: [
      systemSection,
      ...contextSections(withoutFindings(context)),
      ...turnSections(context.turns, lead),
      task,
      wordsPart('instruction', lead, context.input.trim() || 'Review the selected code.'),
    ],
  }),
  offline: offlineReview,
  read: readReview,
};

/** What an earlier review has found would be left out as known. */
const withoutFindings = (context: Context): Context => ({
  ...context,
  diagnostics: context.diagnostics.filter(({ code }) => code?.startsWith('Steadfast') !== true),
});

function readReview(text: string, { code }: Context): Outcome {
  const found = readFindings(text, code);
  return found ? { kind: 'findings', ...found } : { kind: 'unusable', markdown: text };
}
