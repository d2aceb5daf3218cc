import type { Thresholds } from '../../core/confidence/verdict.ts';
import type { Task } from '../../core/model/purpose.ts';
import type { Target } from '../../core/model/target.ts';
import type { TaskSetting } from '../../core/routing/router.ts';
import type { Action, ActionView } from '../../shared/protocol.ts';
import { feedbackActions, type FeedbackOf } from '../feedback/feedbackActions.ts';
import type { ReliabilityOf } from '../feedback/reliabilityText.ts';
import { alwaysUseAction } from '../taskModels/alwaysUse.ts';
import { alwaysUseText, doNotAlwaysUseText } from '../taskModels/taskModelText.ts';
import { actionText } from '../text/actionText.ts';
import { isUsable, isWithoutModel, type Turn } from './turn.ts';

/** What must be known to offer that a model is set for a task. */
export interface SettingSurroundings {
  readonly thresholds: Thresholds;
  /** undefined: nothing can be said of answers here. */
  readonly feedbackOf?: FeedbackOf;
  /** Default: nothing is known. */
  readonly reliabilityOf?: ReliabilityOf;
  /** The chain as it is now, and what holds for a task; undefined: nothing is set from here. */
  readonly tasks?: {
    readonly chain: readonly Target[];
    readonly setFor: (task: Task) => TaskSetting | undefined;
  };
}

/** To check its edit by running something, to set its model for its task, or not any more, and what may be said of it. */
export const settingActions = (turn: Turn, around: SettingSurroundings): readonly ActionView[] =>
  turn.phase === 'done'
    ? [...checkActions(turn, around), ...modelActions(turn, around), ...feedbackActions(turn, around.feedbackOf)]
    : [];

/** Where an edit may be accepted, it may be run afterwards. */
const checkActions = (turn: Turn, { thresholds }: SettingSurroundings): readonly ActionView[] =>
  ['diff', 'edits'].includes(turn.presenter) && isUsable(turn, thresholds) && !isWithoutModel(turn)
    ? [plainAction('checkByRunning')]
    : [];

const plainAction = (action: Action): ActionView => ({ action, primary: false, label: actionText(action) });

/** To always use the model of an answer for its task, where the answer may be used; not to, wherever that is set. */
function modelActions(turn: Turn, { thresholds, tasks }: SettingSurroundings): readonly ActionView[] {
  const { task, answer } = turn;
  if (!task || !answer || !tasks) return [];
  const action = alwaysUseAction(answer, { targets: tasks.chain, set: tasks.setFor(task) });
  if (!action || (action === 'alwaysUse' && !isUsable(turn, thresholds))) return [];
  const label = tasks.chain.find(({ id }) => id === answer.from)?.label ?? answer.from;
  const words = action === 'alwaysUse' ? alwaysUseText(label, task) : doNotAlwaysUseText(label, task);
  return [{ action, primary: false, label: words }];
}
