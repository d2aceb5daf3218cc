import type { Assistance, Context, Outcome } from '../assistance.ts';
import { contextSections, systemSection, taskSection, turnSections, wordsPart } from '../contextSections.ts';
import { findingKinds } from '../finding.ts';
import { findingsForm } from '../review/findingsForm.ts';
import { readFindings } from '../review/readFindings.ts';

const task = taskSection(
  [
    'Task: review',
    'You review code as its most careful reader: what is wrong, what breaks with an input that may come, what leaks, races, or',
    'costs more than it must. Say only what this code shows. What may be handled in code that you do not see is no finding, nor',
    'is what an editor reports already, nor taste. Few findings that are true are worth more than many; none is an answer.',
    'Answer with JSON alone: {"findings": [{"quote": "…", "severity": "error" | "warning" | "information", "kind": "…",',
    '"message": "…", "why": "…", "advice": "…", "fix": "…"}]}, the weightiest first, or {"findings": []}. "quote" is copied',
    'from the selected code, whole lines, character for character, as few as show the fault and as many as stand only once in',
    'it. "message" says in one sentence what is wrong, "why" what comes of it and with which input, "advice" what to do. "kind"',
    `is one of ${findingKinds.join(', ')}. "fix" is the code that would stand in place of the quoted lines, whole; leave it`,
    'out where the fault is not mended by those lines alone.',
  ].join('\n'),
);

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
