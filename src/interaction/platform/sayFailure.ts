import { Failure } from '../../core/model/failure.ts';
import type { User } from './user.ts';

/** To whom a failure is said, and in which words. */
export interface SayFailureParts {
  readonly user: Pick<User, 'warn'>;
  /** One or two sentences about a failure: what happened, what to do. */
  readonly describe: (failure: Failure) => string;
}

/**
 * Does what a command asks for and says what failed. A user who cancelled knows it. What is no Failure passes: VS Code shows
 * its own errors, such as settings that cannot be written, and the rest are bugs.
 */
export async function sayFailure({ user, describe }: SayFailureParts, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.kind !== 'cancelled') user.warn(describe(error));
  }
}
