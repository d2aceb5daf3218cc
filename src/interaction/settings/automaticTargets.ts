import { defaultModels } from '../../core/budget/defaultModels.ts';
import type { Target } from '../../core/model/target.ts';
import { type Knowledge, serverOf, targetOf } from './targetEntry.ts';

/** What targets are chosen from while the user has listed none. */
export interface AutomaticRequest extends Knowledge {
  /** Is there a key for this origin? Answered without waiting. */
  readonly hasKey: (origin: string) => boolean;
  /** Found elsewhere: models of other extensions, then local ones; asked last. */
  readonly others: readonly Target[];
}

/**
 * The targets of somebody who has listed none: the strongest model of each provider with a key, then the cheaper ones, then
 * what was found elsewhere.
 */
export function automaticTargets({ providers, checkAddress, hasKey, others }: AutomaticRequest): readonly Target[] {
  const offers = Object.entries(defaultModels).flatMap(([name, models]) => {
    const facts = providers.find(provider => provider.name === name);
    if (facts?.baseUrl === undefined) return [];
    const isUsable = hasKey(serverOf(facts, {}, checkAddress).origin);
    return isUsable ? [{ facts, models }] : [];
  });
  const choose = (which: 'strongest' | 'cheaper'): readonly Target[] =>
    offers.map(({ facts, models }) =>
      targetOf({ provider: facts.name, model: models[which].model }, facts, checkAddress),
    );
  return [...choose('strongest'), ...choose('cheaper'), ...others];
}
