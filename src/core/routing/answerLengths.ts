import type { Clock } from '../model/clock.ts';
import type { Task } from '../model/purpose.ts';
import type { QuestionObserver, QuestionRecord } from '../model/questionRecord.ts';
import { Decayed } from '../resilience/decayed.ts';

/** Until more is known: limits are set so that hardly any answer is cut off. */
export const presumedShare = 0.25;
/** So many answers stand for that presumption, beside those that were seen. */
const presumedAnswers = 2;
/** What was seen a week ago counts half as much as what is seen now. */
const halfLifeMs = 7 * 86_400_000;

/** How long answers to each task usually are, as a share of the longest that was allowed. Of fixed size. */
export class AnswerLengths implements QuestionObserver {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #shares = new Map<Task | undefined, Decayed>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** Learns from whole answers whose length a provider has told. */
  readonly ended = ({ task, maxOutputTokens, end }: QuestionRecord): void => {
    if (!('answer' in end) || end.answer.freshness !== 'live' || end.answer.finish !== 'stop') return;
    const { usage } = end.answer;
    if (!usage.exact || maxOutputTokens <= 0) return;
    const share = this.#shares.get(task) ?? new Decayed(halfLifeMs);
    this.#shares.set(task, share);
    share.add(Math.min(1, usage.outputTokens / maxOutputTokens), this.#clock.now());
  };

  /** Of the most that an answer to such a question may have, what it usually has: 0 to 1. */
  shareFor(task: Task | undefined): number {
    const seen = this.#shares.get(task);
    return seen ? seen.meanBeside({ value: presumedShare, weight: presumedAnswers }, this.#clock.now()) : presumedShare;
  }
}
