import type { Ask } from '../core/model/layer.ts';
import type { Ports, Provider } from '../core/model/provider.ts';
import { withEachKey, type Target } from '../core/model/target.ts';
import { LearntFacts } from '../core/model/learntFacts.ts';

/** A target with one of its keys, and the way of asking it. */
interface KeyedAsk {
  readonly target: Target;
  readonly ask: Ask;
}

/** The ways of asking a target, with each of its keys: what is learnt of it with one of them counts with all. */
export function asksOf(provider: Provider, target: Target, ports: Ports): readonly KeyedAsk[] {
  const facts = new LearntFacts();
  return withEachKey(target).map(keyed => ({ target: keyed, ask: provider.createAsk(keyed, { ...ports, facts }) }));
}
