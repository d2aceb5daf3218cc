import { fingerprint } from '../model/fingerprint.ts';
import { hasWords, wordsIn } from '../model/prompt.ts';
import type { Hash } from './questionKey.ts';
import { canonicalQuestion } from './canonicalQuestion.ts';
import type { CachedAnswer } from './cachedAnswer.ts';
import type { Likeness } from './likeness.ts';
import type { Task } from '../model/purpose.ts';
import type { Question } from '../model/question.ts';

const schema = 'similar@2';
/** A longer question says too much to be the same as another one. */
const maxWords = 400;

/** Other tasks change something: there is no other answer that would do. */
const asksInWords: ReadonlySet<Task> = new Set(['explain', 'ask']);

/**
 * What a question has in common with those that ask the same in other words. Lexical, not semantic: the guard holds task,
 * language, scope, sampling, every other part of the prompt (code, file, lines, earlier turns) but evidence, the document's
 * digest, and every word that could mean something. undefined: a question that no other one's answer may stand for, as an edit.
 */
export function likenessOf(question: Question, hash: Hash): Likeness | undefined {
  const { request, purpose } = question;
  if (purpose?.expects.form !== 'prose' || purpose.expects.json || !asksInWords.has(purpose.task)) return undefined;
  const asked = request.parts.findLast(hasWords);
  if (!asked || asked.text.length > maxWords) return undefined;
  const { task, expects, scope } = purpose;
  const { meaning, words } = canonicalQuestion(wordsIn(asked));
  const parts = [schema, task, request.template, JSON.stringify(request.sampling), expects.language, scope, meaning];
  for (const part of request.parts) {
    if (part === asked || part.isEvidence) continue;
    parts.push(part.name, part.role, sameLines(part.text), part.identity ?? '');
  }
  const guard = hash(parts.map(part => `${part.length}:${part}`).join(''));
  return { guard, words: words.map(fingerprint).join('') };
}

/** How alike the wording of two questions is that ask the same: 1 for the same words, never under 0.85. */
export function alikeness(one: string, other: string): number {
  const [words, others] = [digestsIn(one), digestsIn(other)];
  let shared = 0;
  for (const word of words) if (others.has(word)) shared += 1;
  return 0.85 + (0.15 * 2 * shared) / Math.max(1, words.size + others.size);
}

/** Finds the answers to similar questions, however many there are. */
export class LikenessIndex {
  readonly #byGuard = new Map<string, Map<string, CachedAnswer>>();

  add(kept: CachedAnswer): void {
    if (!kept.likeness) return;
    const { guard } = kept.likeness;
    let alike = this.#byGuard.get(guard);
    if (!alike) this.#byGuard.set(guard, (alike = new Map<string, CachedAnswer>()));
    alike.set(kept.key, kept);
  }

  remove(kept: CachedAnswer): void {
    const guard = kept.likeness?.guard ?? '';
    const alike = this.#byGuard.get(guard);
    if (alike?.get(kept.key) !== kept) return; // a later one has taken its place
    alike.delete(kept.key);
    if (alike.size === 0) this.#byGuard.delete(guard);
  }

  /** The keys of those that are alike enough, the most alike first, then the latest. */
  find({ guard, words }: Likeness, threshold: number): readonly string[] {
    const alike = this.#byGuard.get(guard);
    if (!alike) return [];
    return [...alike.values()]
      .map(kept => ({ kept, score: alikeness(words, kept.likeness?.words ?? '') }))
      .filter(({ score }) => score >= threshold)
      .toSorted((a, b) => b.score - a.score || b.kept.at - a.kept.at)
      .map(({ kept }) => kept.key);
  }
}

/** Without what an editor changes unasked: the ends of lines. Indentation may mean something. */
const sameLines = (text: string): string =>
  looseEnds.some(end => text.includes(end)) || /[ \t\r]$/.test(text)
    ? text.replace(/(?<![ \t\r])[ \t\r]+$/gm, '')
    : text;

// looked for first, because it takes a tenth of the time
const looseEnds: readonly string[] = [' \n', '\t\n', '\r'];

function digestsIn(words: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at < words.length; at += 7) found.add(words.slice(at, at + 7));
  return found;
}
