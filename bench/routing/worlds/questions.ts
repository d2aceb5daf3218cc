import type { Task } from '../../../src/core/model/purpose.ts';
import type { Draws } from './draws.ts';

/** A question, as far as it matters to whom it goes. */
export interface Asked {
  /** The first is 0. */
  readonly number: number;
  /** Since the world began, ms. */
  readonly at: number;
  readonly task: Task;
  readonly score: number;
  readonly promptTokens: number;
  /** What answers to it usually have. */
  readonly answerTokens: number;
}

interface Kind {
  readonly task: Task;
  /** Of a hundred questions. */
  readonly share: number;
  /** What it takes on average. */
  readonly score: number;
  readonly promptTokens: number;
  readonly answerTokens: number;
}

/** What an editor is asked: an assumption, printed with the quality by task. */
export const kinds: readonly Kind[] = [
  { task: 'explain', share: 15, score: 0.3, promptTokens: 2500, answerTokens: 400 },
  { task: 'ask', share: 18, score: 0.45, promptTokens: 4000, answerTokens: 500 },
  { task: 'edit', share: 17, score: 0.5, promptTokens: 3000, answerTokens: 500 },
  { task: 'editFiles', share: 5, score: 0.8, promptTokens: 12_000, answerTokens: 1500 },
  { task: 'fix', share: 13, score: 0.55, promptTokens: 3000, answerTokens: 400 },
  { task: 'tests', share: 7, score: 0.6, promptTokens: 4000, answerTokens: 1200 },
  { task: 'docs', share: 7, score: 0.2, promptTokens: 2000, answerTokens: 200 },
  { task: 'commitMessage', share: 9, score: 0.1, promptTokens: 2500, answerTokens: 80 },
  { task: 'rename', share: 3, score: 0.1, promptTokens: 1500, answerTokens: 40 },
  { task: 'review', share: 2, score: 0.75, promptTokens: 6000, answerTokens: 800 },
  { task: 'reviewChanges', share: 3, score: 0.75, promptTokens: 7000, answerTokens: 800 },
  { task: 'reviewCommit', share: 1, score: 0.75, promptTokens: 7000, answerTokens: 800 },
];

const days = 90;
const dayLengthMs = 86_400_000;
const workday = { from: 9, hours: 9 };

/** Three months: some sixty questions a weekday, ten on Saturdays and Sundays, at any moment of the working hours. */
export function askedInThreeMonths(draws: Draws): readonly Asked[] {
  const moments: number[] = [];
  for (let day = 0; day < days; day += 1) {
    const count = Math.max(0, Math.round(day % 7 < 5 ? draws.normal(60, 15) : draws.normal(10, 5)));
    for (let each = 0; each < count; each += 1)
      moments.push((day + (workday.from + workday.hours * draws.next()) / 24) * dayLengthMs);
  }
  return moments.toSorted((a, b) => a - b).map((at, number) => ({ number, at, ...contentOf(draws) }));
}

function contentOf(draws: Draws): Omit<Asked, 'number' | 'at'> {
  let left = draws.next() * 100;
  const kind = kinds.find(({ share }) => (left -= share) < 0) ?? kinds[0];
  if (!kind) throw new Error('no kinds of questions');
  return {
    task: kind.task,
    score: Math.min(1, Math.max(0, draws.normal(kind.score, 0.15))),
    promptTokens: Math.round(kind.promptTokens * Math.exp(draws.normal(0, 0.6))),
    answerTokens: kind.answerTokens,
  };
}
