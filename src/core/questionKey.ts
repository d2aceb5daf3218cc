import type { Question } from './ask.ts';

/** A one-way digest of text; passed in, because the core knows no crypto. */
export type Hash = (text: string) => string;

const schema = '2';

/**
 * What makes two questions the same: everything that shapes the answer except the target. The prompt counts by its
 * (already redacted, untrimmed) content; ids, times and watchers do not. Each part stands behind its length, so that no
 * content can imitate another part, at a fraction of the price of JSON.
 */
export function questionKey(question: Question, hash: Hash): string {
  const { task, prompt, sampling, expects, scope } = question;
  const parts = [schema, task, prompt.template, JSON.stringify(sampling), expects.form, expects.language, scope];
  for (const { role, text } of prompt.sections) parts.push(role, text);
  return hash(parts.map(part => `${part.length}:${part}`).join(''));
}
