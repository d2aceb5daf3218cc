import type { Question, Sampling } from './ask.ts';

/** A one-way digest of text; passed in, because the core knows no crypto. */
export type Hash = (text: string) => string;

const schema = '3';

/**
 * What makes two questions the same: everything that shapes the answer except the target. The prompt counts by its
 * (already redacted, untrimmed) content, a form of JSON by what stands in for it; ids, times and watchers do not. Each part
 * stands behind its length, so that no content can imitate another part, at a fraction of the price of JSON.
 */
export function questionKey(question: Question, hash: Hash): string {
  const { task, prompt, sampling, expects, scope } = question;
  const { form, language, json } = expects;
  let text = joined(
    schema,
    task,
    prompt.template,
    samplingKey(sampling),
    form,
    language,
    json ? `json ${json.predefined}` : '',
    scope,
  );
  for (const section of prompt.sections) text += joined(section.role, section.text);
  return hash(text);
}

const joined = (...parts: readonly string[]): string => {
  let text = '';
  for (const part of parts) text += `${part.length}:${part}`;
  return text;
};

const samplingKey = ({ temperature, maxOutputTokens }: Sampling): string => `${temperature} ${maxOutputTokens}`;
