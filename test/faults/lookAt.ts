import type { Answer } from '../../src/core/model/answer.ts';
import { Failure } from '../../src/core/model/failure.ts';
import { shown } from '../support/scripted.ts';
import type { StagedQuestion } from './stage/askOn.ts';
import type { FaultStage } from './stage/faultStage.ts';
import { weightAgainst } from './stage/weightAgainst.ts';

interface Ended {
  readonly outcome: Answer | Failure;
  /** Virtual ms from the question to its end. */
  readonly tookMs: number;
}

/** Everything that a scene shows, under the names of `Expected`. */
export function lookAt(stage: FaultStage, { notes, events }: StagedQuestion, { outcome, tookMs }: Ended) {
  const attempts = stage.attempts(notes);
  const failure =
    attempts.findLast(attempt => attempt.failure)?.failure ?? (outcome instanceof Failure ? outcome : undefined);
  const gate = stage.circuits.cooldowns.of(stage.target);
  const answer = outcome instanceof Failure ? undefined : outcome;
  return {
    ends: endOf(outcome),
    by: answer?.from ?? 'nobody',
    code: failure?.details.code,
    requests: stage.server?.requests.length ?? 0,
    attempts: attempts.length,
    outcomes: attempts.map(attempt => attempt.outcome),
    gate: gate?.because,
    gateMs: gate && gate.until - stage.clock.now(),
    spent: attempts.filter(attempt => attempt.failure).map(({ spent }) => spent),
    answerSpent: attempts.filter(attempt => !attempt.failure).map(({ spent }) => spent),
    stored: stage.remembered.includes(stage.target.id),
    text: answer?.text,
    partial: outcome instanceof Failure ? outcome.details.partial : undefined,
    shown: shown(events),
    said: failure?.details.said,
    facts: failure?.details.facts,
    tookMs,
    trips: weightAgainst(stage.circuits, stage.target), // last, as it measures by adding to it
  };
}

/** What a scene has shown. */
export type Seen = ReturnType<typeof lookAt>;

const endOf = (outcome: Answer | Failure): string =>
  outcome instanceof Failure ? outcome.kind : outcome.finish === 'stop' ? 'answered' : outcome.finish;
