import { Learner } from '../../../../src/core/routing/learned/learner.ts';
import type { LearnedOutcome } from '../../../../src/core/routing/learned/learnedOutcome.ts';
import type { TargetClass } from '../../../../src/core/model/target.ts';
import type { Candidate, Demand, RouteFacts, Strategy } from '../../../../src/core/routing/strategies/strategy.ts';
import { targetOf } from '../../../support/scripted.ts';

export const oneDayMs = 86_400_000;
const startMs = 1_780_000_000_000;

/** The order in which the candidates are given, as if it were the tiered one. */
export const asGiven: Strategy = (demand, candidates) =>
  candidates.map(({ target }) => ({ target, because: { code: 'class', wanted: demand.class } }));

export const demand: Demand = { task: 'edit', score: 0.5, class: 'medium', promptTokens: 3000, answerTokens: 400 };

export const factsOf = (more: Partial<RouteFacts> = {}): RouteFacts => ({
  isReady: true,
  fits: true,
  costUsd: 0.01,
  expectedMs: 4000,
  latestMs: 4000,
  isStale: false,
  failureShare: 0,
  ...more,
});

export const candidate = (id: string, more: Partial<RouteFacts> = {}, strength: TargetClass = 'medium'): Candidate => ({
  target: targetOf(id, { class: strength }),
  facts: factsOf(more),
});

/** Candidates that differ in nothing but their names. */
export const alike = (...ids: readonly string[]): readonly Candidate[] => ids.map(id => candidate(id));

/** Numbers in [0, 1) that a seed decides. */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** A learner whose clock is set by hand. */
export function learnedWorld(tiered: Strategy = asGiven) {
  const clock = { now: startMs };
  const learner = new Learner({ tiered, wall: () => clock.now });
  const outcome = (target: string, kept: boolean, more: Partial<LearnedOutcome> = {}): LearnedOutcome => ({
    task: 'edit',
    score: 0.5,
    target,
    kept,
    costUsd: 0.01,
    tookMs: 4000,
    at: clock.now,
    ...more,
  });
  return {
    clock,
    learner,
    outcome,
    /** So many answers, so many of them kept, one after the other. */
    answers(target: string, [kept, of]: readonly [kept: number, of: number], more: Partial<LearnedOutcome> = {}): void {
      for (let each = 0; each < of; each += 1)
        learner.learn(outcome(target, Math.floor(((each + 1) * kept) / of) > Math.floor((each * kept) / of), more));
    },
    /** Whom it would ask, in order, without exploring. */
    order: (candidates: readonly Candidate[], asked: Demand = demand): readonly string[] =>
      learner.order(asked, candidates, { chance: () => 0, mayExplore: false }).map(({ target }) => target.id),
    /** Who goes first, of so many questions, and how often, when it may explore. */
    firsts(candidates: readonly Candidate[], count: number, asked: Demand = demand): Readonly<Record<string, number>> {
      const [found, chance]: [Record<string, number>, () => number] = [{}, chances(1)];
      for (let each = 0; each < count; each += 1) {
        const first = learner.order(asked, candidates, { chance, mayExplore: true })[0]?.target.id ?? 'nobody';
        found[first] = (found[first] ?? 0) + 1;
      }
      return found;
    },
  };
}
