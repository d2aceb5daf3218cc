import type { Question } from './ask.ts';

/** A one-way digest of text; passed in, because the core knows no crypto. */
export type Hash = (text: string) => string;

const schema = 1;

/**
 * What makes two questions the same: everything that shapes the answer except the target. The prompt counts by its
 * (already redacted, untrimmed) content; ids, times and watchers do not. Joined as JSON, so that no content can imitate
 * another field.
 */
export function questionKey(question: Question, hash: Hash): string {
  const { task, prompt, sampling, expects, scope } = question;
  const sections = prompt.sections.map(({ role, text }) => [role, text]);
  return hash(
    JSON.stringify([schema, task, prompt.template, sampling, expects.form, expects.language, scope, sections]),
  );
}
