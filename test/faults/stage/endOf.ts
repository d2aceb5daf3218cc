import { Failure } from '../../../src/core/model/failure.ts';
import type { StagedQuestion } from './askOn.ts';
import type { FaultStage } from './faultStage.ts';

/** How a question ends: whether its answer is live or remembered, or the kind of its failure. Leaps over all waits. */
export const endOf = ({ answer }: StagedQuestion, { clock }: FaultStage): Promise<string> =>
  clock.runUntil(answer).then(
    ({ freshness }) => freshness,
    (error: unknown) => (error instanceof Failure ? error.kind : String(error)),
  );
