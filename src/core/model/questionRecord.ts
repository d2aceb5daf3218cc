import type { Answer } from './answer.ts';
import { Failure } from './failure.ts';
import type { Note } from './note.ts';
import type { Task } from './purpose.ts';
import type { Target } from './target.ts';

/** What happened to one question, safe to show and log: no prompt, no answer, no provider's text, no key. */
export interface QuestionRecord {
  readonly id: string;
  /** undefined: it was only passed through. */
  readonly task?: Task;
  /** Wall-clock ms. */
  readonly at: number;
  readonly tookMs: number;
  /** Characters of the prompt before anything was cut. */
  readonly promptLength: number;
  /** The longest answer that was allowed. */
  readonly maxOutputTokens: number;
  /** How much the question took, 0 to 1; see `core/routing/complexity`. */
  readonly complexity: number;
  /** Id of the target that the route puts first, whatever the question was restricted to; undefined: there is none. */
  readonly first?: string;
  readonly notes: readonly Note[];
  readonly end: { readonly answer: AnswerRecord } | { readonly failure: Failure };
}

/** An answer without its text. */
export interface AnswerRecord extends Omit<Answer, 'text'> {
  /** Characters. */
  readonly textLength: number;
}

/** Is called for every question of a client. What it throws is a bug and ends the question. */
export interface QuestionObserver {
  /** A question sets out to these targets, in this order. */
  readonly began?: (id: string, chain: readonly Target[]) => void;
  /** A layer has said what it decided. */
  readonly noted?: (id: string, note: Note) => void;
  readonly ended?: (record: QuestionRecord) => void;
}

/** What a record holds of an answer: what is named here, so that nothing new gets into it unseen. */
export function answerRecord(answer: Answer): AnswerRecord {
  const { from, model, usage, freshness, ageMs, finish, degraded, requestId, confidence, used } = answer;
  const { insteadOf, oddEnd } = answer;
  return {
    ...{ from, model, usage, freshness, ageMs, finish, degraded, textLength: answer.text.length },
    ...(requestId !== undefined && { requestId }),
    ...(confidence && { confidence }),
    ...(used && { used }),
    ...(oddEnd && { oddEnd }),
    ...(insteadOf && { insteadOf: withoutText(insteadOf) }),
  };
}

/** The note without what a provider or a model wrote; the very same when it holds nothing of that. */
export function noteWithoutText(note: Note): Note {
  if (note.kind !== 'attempt' || !note.failure) return note;
  const failure = withoutText(note.failure);
  return failure === note.failure ? note : { ...note, failure };
}

/** The failure without the answer that had arrived, what the provider said, what was thrown, and the tries before it. */
export function withoutText(failure: Failure): Failure {
  const { partial, said, cause, others, before, ...rest } = failure.details;
  const told = others?.map(withoutText);
  const hasText = partial !== undefined || said !== undefined || cause !== undefined || before !== undefined;
  if (!hasText && isSame(told, others)) return failure;
  return new Failure(failure.kind, { ...rest, ...(told && { others: told }) });
}

const isSame = (told: readonly Failure[] | undefined, others: readonly Failure[] | undefined): boolean =>
  told === undefined || told.every((failure, index) => failure === others?.[index]);
