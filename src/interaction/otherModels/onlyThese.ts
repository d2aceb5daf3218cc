import { alike } from '../../core/routing/alike.ts';
import type { Target, TargetClass } from '../../core/model/target.ts';
import type { Action } from '../../shared/protocol.ts';
import type { Turn } from '../conversation/turn.ts';

/** How strong a target's class is, to compare. */
export const strength: Readonly<Record<TargetClass, number>> = { simple: 0, medium: 1, complex: 2 };

/** What asks the question of a turn once more. */
export type Again = Extract<Action, 'askAgain' | 'askOverBudget' | 'tryAnother' | 'askStronger' | 'rephrase'>;

/** Who may answer: others than the one before, stronger ones than that; undefined: anybody. */
export function onlyThese(action: Again, turn: Turn, targets: readonly Target[]): readonly Target[] | undefined {
  const before = targets.find(({ id }) => id === (turn.answer?.from ?? turn.failure?.details.target));
  const others = targets.filter(target => target !== before);
  if (action === 'tryAnother') return turn.answer?.finish === 'refused' ? elsewhereFirst(others, before) : others;
  if (action !== 'askStronger') return undefined;
  return others.filter(target => strength[target.class] > strength[before?.class ?? 'simple']);
}

/** What one company's model declines, its other models decline too: those are asked only where there is nobody else. */
function elsewhereFirst(others: readonly Target[], before: Target | undefined): readonly Target[] {
  const elsewhere = others.filter(target => before === undefined || alike(target, before) === undefined);
  return elsewhere.length > 0 ? elsewhere : others;
}
