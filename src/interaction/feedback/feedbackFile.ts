import type { GivenFeedback } from '../../core/feedback/sharedFeedback.ts';

/** What a file with feedback calls itself. */
const format = 'steadfast-feedback';

/** The file that Export Feedback writes, as JSON: names and numbers, no prompt, no answer. */
export const feedbackFile = (entries: readonly GivenFeedback[]): string =>
  `${JSON.stringify({ format, version: 1, feedback: entries.map(plain) }, undefined, 2)}\n`;

const plain = ({ id, at, isHelpful, task, target, score, signs, by }: GivenFeedback) => ({
  question: id,
  at: new Date(at).toISOString(),
  ...(by === 'decision' ? { used: isHelpful } : { helpful: isHelpful }),
  ...(task !== undefined && { task }),
  target,
  ...(score !== undefined && { score }),
  signs,
});
