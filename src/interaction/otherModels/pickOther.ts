import type { Target } from '../../core/model/target.ts';
import type { ExpectedAsk } from '../asking/expectations.ts';
import { expectedText, otherModelChoices } from './otherModelChoices.ts';
import type { OtherModelParts } from './otherModelParts.ts';
import { leaveToGoOver } from './overBudget.ts';

/** Who may be picked. */
export interface Offered {
  readonly title: string;
  readonly targets: readonly Target[];
  readonly expected: readonly ExpectedAsk[];
}

/** Whom the user picked. */
export interface PickedOther {
  readonly target: Target;
  /** What it will likely take, as a line; undefined: not known. */
  readonly expected?: string;
  /** The user lets it go over the budget. */
  readonly mayGoOver: boolean;
}

/** Has one of them picked, each with what it will likely take; undefined: nobody is to be asked. */
export async function pickOther(
  { title, targets, expected }: Offered,
  { user, feed }: Pick<OtherModelParts, 'user' | 'feed'>,
): Promise<PickedOther | undefined> {
  const target = await user.pick(title, otherModelChoices(targets, { expected, statuses: feed.status().targets }));
  if (!target) return undefined;
  const own = expected.find(each => each.target.id === target.id);
  const leave = own && (await leaveToGoOver(own, user));
  if (leave === false) return undefined;
  return { target, mayGoOver: leave === true, ...(own && { expected: expectedText(own) }) };
}
