import type { Answer } from '../model/answer.ts';
import type { Layer } from '../model/layer.ts';
import type { RouteOption } from '../model/note.ts';
import type { Question, Ranked } from '../model/question.ts';
import type { Target } from '../model/target.ts';
import type { Lane } from './lane.ts';
import { strengthOf } from './strategies/placing.ts';

/** So many are told of: whoever wants to know why one was asked looks at those that came near. */
const mostOptions = 5;
/** Fewer failures than this are not worth a word. */
const leastToldShare = 0.1;

/**
 * Says who comes first and why, and who else could be asked, where there is more than one; and marks the answer of a model that
 * is weaker than the question asks for, when a stronger one is in the chain. Without `laneOf` nobody is known to be held back.
 */
export const tellRoute =
  (laneOf: (target: Target) => Lane | undefined = () => undefined): Layer =>
  next =>
  async question => {
    const { route = [], only } = question;
    const allowed = only ? route.filter(({ target }) => only.includes(target.id)) : route;
    const [first, second] = allowed;
    if (first && second) {
      const options = allowed.slice(0, mostOptions).map(each => optionOf(each, laneOf(each.target), question));
      const [target, because, others] = [first.target.id, first.because, allowed.length - options.length];
      question.notes({ kind: 'routed', target, because, options, others });
    }
    const answer = await next(question);
    return isFromSmaller(answer, allowed) ? { ...answer, degraded: [...answer.degraded, 'smaller-model'] } : answer;
  };

/** What is known of a target, and what holds it back, for this very question. */
export function optionOf(
  { target, because, factsOf }: Ranked,
  lane: Lane | undefined,
  question: Question,
): RouteOption {
  const { costUsd, expectedMs, failureShare = 0 } = factsOf?.(target, question) ?? {};
  const held = lane?.closed(question);
  const heldMs = held && lane?.restsForMs?.();
  return {
    ...{ target: target.id, because },
    ...(costUsd !== undefined && { costUsd }),
    ...(expectedMs !== undefined && { expectedMs }),
    ...(failureShare >= leastToldShare && { failureShare }),
    ...(held && { held }),
    ...(heldMs !== undefined && { heldMs }),
  };
}

function isFromSmaller({ from }: Answer, route: readonly Ranked[]): boolean {
  const own = route.find(({ target }) => target.id === from);
  if (own?.because.code !== 'weaker') return false;
  return route.some(({ target }) => strengthOf(target.class) > strengthOf(own.target.class));
}
