import type { Action } from '../../shared/protocol.ts';

/** What a person is told of a failure. */
export interface FailureMessage {
  /** What happened, in a sentence or two. */
  readonly happened: string;
  /** What the person can do about it; '' when nothing needs to be done. */
  readonly todo: string;
  /** At most two, besides asking again. */
  readonly buttons: readonly Action[];
}

/** A failure as the words need it. */
export interface Told {
  /** The target's label, or 'the model'. */
  readonly label: string;
  /** Host, with the port where it is not the usual one; the label when the host is not known. */
  readonly place: string;
  /** The finer code within the kind, '' if none. */
  readonly code: string;
  /** Did others fail as well? */
  readonly isOneOfMany: boolean;
  readonly httpStatus: number | undefined;
  /** ' (503)', or '' without a status. */
  readonly status: string;
  /** A limit in words; undefined: not known. */
  readonly limit: string | undefined;
  /** How long to wait, in words; undefined: nobody said. */
  readonly wait: string | undefined;
  /** A fact as one line; undefined: not known. */
  readonly fact: (name: string) => string | undefined;
}
