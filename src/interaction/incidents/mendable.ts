import { type Failure, type FailureKind, isInjected } from '../../core/model/failure.ts';
import type { Note } from '../../core/model/note.ts';

/** What goes on failing until the user mends it: the key, the account, the address, the model. */
const mendable: readonly FailureKind[] = [
  'auth',
  'quota',
  'not-found',
  'bad-address',
  'unknown-host',
  'certificate',
  'wrong-protocol',
  'redirected',
  'not-the-api',
  'proxy',
];

/** Is it the user alone who can mend it? */
export const isMendable = ({ kind }: Failure): boolean => mendable.includes(kind);

/** The failures of a question that only the user can mend, in order; rehearsed ones are none. */
export function mendableFailures(notes: readonly Note[]): readonly Failure[] {
  const failures = notes.flatMap(note => (note.kind === 'attempt' && note.failure ? [note.failure] : []));
  return failures.filter(failure => isMendable(failure) && !isInjected(failure));
}
