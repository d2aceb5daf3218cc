import { Failure, type FailureDetails } from '../../core/model/failure.ts';
import { type ApiError, readApiError } from './apiError.ts';
import { serverText } from './serverText.ts';
import { failureOf, meaningOfStatus } from './statusFailure.ts';

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
  complaint: ApiError | undefined,
  status: number | undefined,
  details: FailureDetails,
  key: string | undefined,
): Failure | Refusal {
  const verdict = meaningOfStatus(complaint, status);
  const said = complaint === undefined ? undefined : serverText(complaint.message, key);
  if (verdict.kind === 'refused') return new Refusal(said ?? '');
  return failureOf(verdict, said === undefined ? details : { ...details, said });
}

/** What a document that is no answer means. */
export function noAnswer(json: unknown, key: string | undefined): Failure | Refusal {
  const complaint = readApiError(json);
  if (complaint === undefined) return new Failure('malformed', { code: 'no-answer' });
  return meaningOf(complaint, undefined, {}, key);
}
