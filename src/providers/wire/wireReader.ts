import { Failure } from '../../core/model/failure.ts';
import type { FailureDetails } from '../../core/model/failure.ts';
import { clean } from '../errors/serverText.ts';
import { readComplaint } from '../errors/apiError.ts';
import type { Complaint } from '../errors/apiError.ts';
import type { StreamEvent } from './eventStream.ts';
import { failureOf, judge } from '../errors/statusFailure.ts';

/** Where a stream stands after an event. */
export type Position =
  /** More must come. */
  | 'open'
  /** The answer is complete; only counts may follow, and they are not waited for long. */
  | 'closing'
  /** The protocol's end mark: what follows does not count. */
  | 'done';

/** How one wire is read into a draft. Every method may throw a Failure or a Refusal. */
export interface WireReader {
  event(event: StreamEvent): Position;
  /** A document that came in place of a stream: an answer in one piece, or what the server complains of. */
  whole(json: unknown): void;
}

/** The provider declined before writing anything: an answer, thrown because it arrives where errors do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly said: string;

  constructor(said: string) {
    super('refused');
    this.said = said;
  }
}

/** What a complaint means: a Failure, or a Refusal. `status` undefined: it came inside an answer. */
export function meaningOf(
  complaint: Complaint | undefined,
  status: number | undefined,
  details: FailureDetails,
  key: string | undefined,
): Failure | Refusal {
  const verdict = judge(complaint, status);
  const said = complaint === undefined ? undefined : clean(complaint.message, key);
  if (verdict.kind === 'refused') return new Refusal(said ?? '');
  return failureOf(verdict, said === undefined ? details : { ...details, said });
}

/** What a document that is no answer means. */
export function noAnswer(json: unknown, key: string | undefined): Failure | Refusal {
  const complaint = readComplaint(json);
  if (complaint === undefined) return new Failure('malformed', { code: 'no-answer' });
  return meaningOf(complaint, undefined, {}, key);
}
