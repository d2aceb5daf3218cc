import type { ReliabilityOf } from '../feedback/reliabilityText.ts';
import type { Thresholds } from '../../core/confidence/verdict.ts';
import type { Task } from '../../core/model/purpose.ts';
import type { TaskSetting } from '../../core/routing/router.ts';
import type { Target } from '../../core/model/target.ts';
import type { FeedbackOf } from '../feedback/feedbackActions.ts';
import type { TurnSurroundings } from '../conversation/turnView.ts';
import type { CostOf } from '../text/answerSummary.ts';
import { strength } from './onlyThese.ts';

/** What is asked of the world to draw a turn. */
export interface SurroundingsParts {
  readonly thresholds: () => Thresholds;
  readonly labelOf: (target: string) => string;
  readonly costOf: CostOf;
  readonly targets: () => readonly Target[];
  /** What holds for a task; undefined: nothing is set for it. */
  readonly setFor: (task: Task) => TaskSetting | undefined;
  readonly feedbackOf: FeedbackOf;
  readonly reliabilityOf: ReliabilityOf;
}

/** What drawing a turn needs to know, as it is now. */
export function surroundingsOf(parts: SurroundingsParts): TurnSurroundings {
  const { thresholds, labelOf, costOf } = parts;
  const targets = parts.targets();
  const strengthOf = (target: Target | undefined) => strength[target?.class ?? 'simple'];
  return {
    thresholds: thresholds(),
    labelOf,
    costOf,
    targets: targets.length,
    feedbackOf: parts.feedbackOf,
    reliabilityOf: parts.reliabilityOf,
    tasks: { chain: targets, setFor: parts.setFor },
    strongerThan: id => {
      const answered = targets.find(target => target.id === id);
      return targets.some(target => target !== answered && strengthOf(target) > strengthOf(answered));
    },
  };
}
