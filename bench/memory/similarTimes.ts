import MiniSearch from 'minisearch';
import { ask as asking } from '../../src/assist/tasks/ask.ts';
import { cachedAnswer } from '../../src/core/cache/cachedAnswer.ts';
import type { Likeness } from '../../src/core/cache/likeness.ts';
import { LikenessIndex, likenessOf } from '../../src/core/cache/similarity.ts';
import type { Question } from '../../src/core/model/question.ts';
import { sha256 } from '../../src/libraries/sha256.ts';
import { turns } from '../harness/turns.ts';
import { questionOf } from '../support/questions.ts';
import { answer } from '../support/stackedLayers.ts';

const entries = 10_000;
const lookUps = 5;

const [openings, subjects, things] = [
  ['Why does', 'How does', 'When does', 'Where does', 'Should', 'Can'],
  'the parser|the retry loop|this function|the cache|this test|the second argument|the timeout|the server'.split('|'),
  'return null|throw an error|wait for the lock|read the file|call the handler|ignore the flag|fail|block'.split('|'),
];

/** The words of a question: no two of 10 000 are equal. */
const wordsOf = (number: number): string => {
  const pick = (list: readonly string[], by: number): string => list[Math.floor(number / by) % list.length] ?? '';
  return `${pick(openings, 1)} ${pick(subjects, 6)} ${pick(things, 48)} in step ${Math.floor(number / 384)}?`;
};

/** Asks for the answer to a question like that one, in its own prompt of 4 KB. */
function questionAt(number: number): Question {
  const question = questionOf(asking, 0);
  const sections = question.request.parts.map(section =>
    section.name === 'question' ? { ...section, text: `Question: please, ${wordsOf(number).toLowerCase()}` } : section,
  );
  return { ...question, request: { ...question.request, parts: sections } };
}

/**
 * P12: the answer to a similar question among 10 000, µs: from the question to the key of the answer, its 4 KB prompt brought
 * into one form included; from a likeness that is known; and minisearch over the words of the same questions.
 */
export async function similarTimes(): Promise<Readonly<Record<string, readonly number[]>>> {
  const index = new LikenessIndex();
  const search = new MiniSearch<{ id: number; words: string }>({ fields: ['words'] });
  for (let number = 0; number < entries; number += 1) {
    const likeness = likenessOf(questionAt(number), sha256);
    if (likeness) index.add({ ...cachedAnswer(String(number), answer, 0), likeness });
    search.add({ id: number, words: wordsOf(number) });
  }
  const asked = Array.from({ length: lookUps }, (_, at) => (at * 197) % entries);
  const questions = asked.map(questionAt);
  const likenesses = questions.map(question => likenessOf(question, sha256)).filter(one => one !== undefined);
  const found = (key: string | undefined, at: number): void => {
    if (key !== String(asked[at])) throw new Error(`${key} was found for ${asked[at]}`);
  };
  const find = (likeness: Likeness | undefined): string | undefined => likeness && index.find(likeness, 0.85)[0];
  return turns(
    {
      Steadfast: timed(questions, (question, at) => found(find(likenessOf(question, sha256)), at)),
      'the look-up alone': timed(likenesses, (likeness, at) => found(find(likeness), at)),
      minisearch: timed(asked, number => search.search(wordsOf(number))),
    },
    { rounds: 5, warmUp: 2 },
  );
}

const timed =
  <T>(list: readonly T[], call: (one: T, at: number) => unknown) =>
  (): Promise<number> => {
    const startedAt = performance.now();
    list.forEach(call);
    return Promise.resolve(((performance.now() - startedAt) * 1000) / list.length);
  };
