import type { Question } from '../model/ask.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { Hash } from './questionKey.ts';
import { canonicalQuestion } from './canonicalQuestion.ts';
import type { KeptAnswer } from './cachedAnswer.ts';

/** What makes a question similar to another one, as digests: neither its words nor its code can be read from it. */
export interface Likeness {
  /** Equal for two questions that ask the same of the same code. */
  readonly guard: string;
  /** Its words, each as 7 characters. */
  readonly words: string;
}

const schema = 'similar@2';
/** A longer question says too much to be the same as another one. */
const maxWords = 400;

/**
 * What a question has in common with those that ask the same in other words. Lexical, not semantic: the guard holds task,
 * language, scope, sampling, every other part of the prompt (code, file, lines, earlier turns) but evidence, the document's
 * digest, and every word that could mean something. undefined: a question that no other one's answer may stand for, as an edit.
 */
export function likenessOf(question: Question, hash: Hash): Likeness | undefined {
  const { task, prompt, sampling, expects, scope } = question;
  if ((task !== 'explain' && task !== 'ask') || expects.form !== 'prose' || expects.json) return undefined;
  const asked = prompt.sections.findLast(({ name }) => name === 'question');
  if (!asked || asked.text.length > maxWords) return undefined;
  const { meaning, words } = canonicalQuestion(asked.text.replace(/^Question:\s*/, ''));
  const parts = [schema, task, prompt.template, JSON.stringify(sampling), expects.language, scope, meaning];
  for (const section of prompt.sections) {
    if (section === asked || section.isEvidence) continue;
    parts.push(section.name, section.role, sameLines(section.text), section.identity ?? '');
  }
  const guard = hash(parts.map(part => `${part.length}:${part}`).join(''));
  return { guard, words: words.map(fingerprint).join('') };
}

/** How alike the wording of two questions is that ask the same: 1 for the same words, never under 0.85. */
export function alikeness(one: string, other: string): number {
  const [words, others] = [wordsIn(one), wordsIn(other)];
  let shared = 0;
  for (const word of words) if (others.has(word)) shared += 1;
  return 0.85 + (0.15 * 2 * shared) / Math.max(1, words.size + others.size);
}

/** Finds the answers to similar questions, however many there are. */
export class LikenessIndex {
  readonly #byGuard = new Map<string, Map<string, KeptAnswer>>();

  add(kept: KeptAnswer): void {
    if (!kept.likeness) return;
    const { guard } = kept.likeness;
    let alike = this.#byGuard.get(guard);
    if (!alike) this.#byGuard.set(guard, (alike = new Map<string, KeptAnswer>()));
    alike.set(kept.key, kept);
  }

  remove(kept: KeptAnswer): void {
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
  looseEnds.some(end => text.includes(end)) || /[ \t\r]$/.test(text) ? text.replace(/[ \t\r]+$/gm, '') : text;

// looked for first, because it takes a tenth of the time
const looseEnds: readonly string[] = [' \n', '\t\n', '\r'];

function wordsIn(words: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at < words.length; at += 7) found.add(words.slice(at, at + 7));
  return found;
}
