import type { Usage } from '../../model/answer.ts';
import type { AttemptNote } from '../../model/note.ts';
import type { QuestionObserver, QuestionRecord } from '../../model/questionRecord.ts';
import type { AnswerOrigin } from './learnedOutcome.ts';

/** What an answer cost, by its target's id, in US dollars; undefined: the price is not known. */
type CostOf = (target: string, usage: Usage) => number | undefined;

/** Nobody decides about an answer that lies so many answers back. */
const mostKnown = 500;

/** Remembers of the latest answers of models where they came from, so that it can be learnt what becomes of them. */
export class AnswerOrigins implements QuestionObserver {
  readonly #known = new Map<string, AnswerOrigin>();
  readonly #costOf: CostOf;

  constructor(costOf: CostOf) {
    this.#costOf = costOf;
  }

  readonly ended = (record: QuestionRecord): void => {
    const origin = originOf(record, this.#costOf);
    if (!origin) return;
    this.#known.set(record.id, origin);
    const [oldest] = this.#known.keys();
    if (this.#known.size > mostKnown && oldest !== undefined) this.#known.delete(oldest);
  };

  /** Where the answer to a question came from, by the question's id; undefined: from memory or from no model, or it is long ago. */
  of(question: string): AnswerOrigin | undefined {
    return this.#known.get(question);
  }
}

/** An answer that was remembered was learnt from when it was given. */
function originOf({ at, task, complexity, notes, end }: QuestionRecord, costOf: CostOf): AnswerOrigin | undefined {
  if (!('answer' in end) || end.answer.freshness !== 'live') return undefined;
  const { from, usage } = end.answer;
  const attempt = notes.findLast((note): note is AttemptNote => isAnswerOf(note, from));
  return attempt && { task, score: complexity, target: from, costUsd: costOf(from, usage), tookMs: attempt.tookMs, at };
}

const isAnswerOf = (note: QuestionRecord['notes'][0], target: string): boolean =>
  note.kind === 'attempt' && note.outcome === 'answered' && note.target === target;
