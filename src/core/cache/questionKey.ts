import { LRUCache } from 'lru-cache';
import type { Question, Sampling } from '../model/question.ts';

/** A one-way digest of text; passed in, because the core knows no crypto. */
export type Hash = (text: string) => string;

const schema = '5';

/**
 * What makes two questions the same: everything that shapes the answer except the target. The prompt counts by its
 * (already redacted, untrimmed) content, a form of JSON by what stands in for it; ids, times and watchers do not. Each part
 * stands behind its length, so that no content can imitate another part, at a fraction of the price of JSON.
 *
 * Evidence does not count; the document it was taken from does, by its digest. That digest is of the document as it is, with
 * secrets: it is never kept or sent, only hashed once more with all the rest, so that a guess at a secret can be tried only by
 * somebody who knows every other character of the document and of the question, and can read what is kept, which only the
 * document's own user can.
 */
export function questionKey(question: Question, hash: Hash): string {
  const { request, purpose } = question;
  const { form = '', language = '', json } = purpose?.expects ?? {};
  let content = '';
  const add = (part: string): void => void (content += `${part.length}:${part}`);
  const { template, sampling } = request;
  [schema, purpose?.task ?? '', template, samplingKey(sampling), form, language].forEach(add);
  [json?.predefined ?? '', purpose?.scope ?? ''].forEach(add);
  for (const { role, text, isEvidence, identity } of request.parts) {
    if (isEvidence) continue;
    add(role);
    add(role === 'system' ? digestOf(text, hash) : text);
    if (identity !== undefined) add(`identity ${identity}`);
  }
  return hash(content);
}

const samplingKey = ({ temperature, maxOutputTokens }: Sampling): string => `${temperature} ${maxOutputTokens}`;

/**
 * System texts are few and each stands in every prompt of its task; their quotation marks and dashes would make hashing the
 * whole prompt three times as slow (12 instead of 4 µs for 4 KB: only Latin-1 is hashed as it stands in memory).
 */
function digestOf(text: string, hash: Hash): string {
  let known = digests.get(hash);
  if (!known) digests.set(hash, (known = new LRUCache({ max: 50 })));
  let digest = known.get(text);
  if (digest === undefined) known.set(text, (digest = hash(text)));
  return digest;
}

const digests = new WeakMap<Hash, LRUCache<string, string>>();
