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

/** An error of the server, as it came. */
export interface ServerError {
  /** undefined: the body says nothing that is understood. */
  readonly complaint: ApiError | undefined;
  /** The HTTP status; undefined: the error came inside an answer. */
  readonly status: number | undefined;
  /** Masked in what the server says; undefined: none was sent. */
  readonly key: string | undefined;
}

/** What an error of the server means: a Failure with these details, or a Refusal. */
export function meaningOf({ complaint, status, key }: ServerError, details: FailureDetails): Failure | Refusal {
  const verdict = meaningOfStatus(complaint, status);
  const said = complaint === undefined ? undefined : serverText(complaint.message, key);
  if (verdict.kind === 'refused') return new Refusal(said ?? '');
  return failureOf(verdict, said === undefined ? details : { ...details, said });
}

/** What a document means that came in place of an answer. `key` is masked in what the server says. */
export function noAnswer(json: unknown, key: string | undefined): Failure | Refusal {
  const complaint = readApiError(json);
  if (complaint === undefined) return new Failure('malformed', { code: 'no-answer' });
  return meaningOf({ complaint, status: undefined, key }, {});
}
