import assert from 'node:assert/strict';
import type { Target } from '../../../src/core/model/target.ts';
import type { RouteOption } from '../../../src/core/model/note.ts';
import type { ExpectedAsk } from '../../../src/interaction/asking/expectations.ts';
import type { OtherModelParts } from '../../../src/interaction/otherModels/otherModelParts.ts';

/** What a test says of it. */
export type ExpectedHere = Partial<Omit<ExpectedAsk, 'target' | 'option'> & Omit<RouteOption, 'target'>>;

/** What asking a target is expected to take: four seconds and a fifth of a cent, where nothing else is said. */
export function expectationOf(
  target: Target,
  { place = 0, requests = 1, overBudget, tooLong, ...option }: ExpectedHere = {},
): ExpectedAsk {
  const { costUsd = 0.002, expectedMs = 4_000, ...more } = option;
  return {
    ...{ target, place, requests },
    option: {
      ...{ because: { code: 'chain' }, ...more, target: target.id },
      ...(!Number.isNaN(expectedMs) && { expectedMs }),
      ...(!Number.isNaN(costUsd) && { costUsd }),
    },
    ...(overBudget && { overBudget }),
    ...(tooLong && { tooLong }),
  };
}

/** In place of a cost or a time: it is not known. */
export const notKnown = Number.NaN;

/** What asking another model needs, where nothing rests; `more` what a test is about. */
export function otherModelParts({
  targets = [],
  ...more
}: Partial<Omit<OtherModelParts, 'targets'>> & { readonly targets?: readonly Target[] } = {}): OtherModelParts {
  return {
    user: {
      pick: () => assert.fail('nobody is asked to pick'),
      confirm: () => assert.fail('nothing is to be confirmed'),
      tell: () => undefined,
    },
    targets: () => targets,
    labelOf: id => id,
    costOf: () => undefined,
    askService: { expect: () => Promise.resolve(targets.map((target, place) => expectationOf(target, { place }))) },
    feed: { status: () => assert.fail('nobody asks how they stand') },
    ...more,
  };
}
