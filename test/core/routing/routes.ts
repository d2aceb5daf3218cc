import type { Question } from '../../../src/core/model/question.ts';
import type { Candidate, Demand, RouteFacts } from '../../../src/core/routing/strategies/strategy.ts';
import type { TargetClass } from '../../../src/core/model/target.ts';
import { targetOf } from '../../support/scripted.ts';

const usual: RouteFacts = {
  ...{
    isReady: true,
    fits: true,
    costUsd: 0.01,
    expectedMs: 1_000,
    latestMs: undefined,
    isStale: false,
    failureShare: 0,
  },
};

/** A target with this id, of this class, and what is known of it. */
export const candidateOf = (id: string, of: TargetClass = 'medium', facts: Partial<RouteFacts> = {}): Candidate => ({
  target: { ...targetOf(id), class: of },
  facts: { ...usual, ...facts },
});

/** A question for such a class. */
export const demandFor = (of: TargetClass): Demand => ({
  ...{ task: 'explain', score: 0.5, class: of, promptTokens: 2_000, answerTokens: 400 },
});

/** The ids in a route, in its order. */
export const idsIn = (route: NonNullable<Question['route']>): readonly string[] => route.map(({ target }) => target.id);

/** The codes of the reasons in a route, in its order. */
export const codesIn = (route: NonNullable<Question['route']>): readonly string[] =>
  route.map(({ because }) => because.code);
