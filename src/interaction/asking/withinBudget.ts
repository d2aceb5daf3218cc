import { Failure } from '../../core/model/failure.ts';
import type { AskOptions } from './askRequest.ts';
import type { Answer } from '../../core/model/answer.ts';

/** How the user wants it when a question costs more than is left. */
export interface OverBudgetPolicy {
  /** May the question that is asked now go over the budget? Then the one after it may not. */
  readonly takeLeave: () => boolean;
  /** Would `takeLeave` say yes? The leave stays. */
  readonly hasLeave: () => boolean;
  /** Asks the user, if they want to be asked: whether this question may go over. undefined: they do not want to be. */
  readonly askLeave: (failure: Failure) => Promise<boolean | undefined>;
}

/** Asks; when the budget forbids it, the user decides, if they want to, and the time that takes is not the question's. */
export async function withinBudget(
  ask: (overBudget: boolean | undefined) => Promise<Answer>,
  { overBudget }: AskOptions,
  { takeLeave, askLeave }: OverBudgetPolicy,
): Promise<Answer> {
  const given = overBudget ?? (takeLeave() || undefined);
  try {
    return await ask(given);
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'budget-blocked' || given !== undefined) throw error;
    const leave = await askLeave(error);
    if (leave === undefined) throw error;
    return ask(leave);
  }
}
