import * as l10n from '@vscode/l10n';
import type { Answer } from '../../core/model/answer.ts';
import type { Task } from '../../core/model/purpose.ts';
import type { Target } from '../../core/model/target.ts';
import type { TaskSetting } from '../../core/routing/router.ts';
import { taskSettingOf } from '../settings/routingSettings.ts';
import { setTaskModel } from './setTaskModel.ts';
import type { TaskModelParts } from './taskModelParts.ts';
import { modelText, taskName } from './taskModelText.ts';
import { entryOfSetting, taskSettings } from './taskSettings.ts';

/** What may be said of the model of an answer: to ask it always for the task, or not any more. */
export type AlwaysUseAction = 'alwaysUse' | 'doNotAlwaysUse';

/** An answer, and what was wanted. */
export interface AnsweredTask {
  readonly answer: Answer | undefined;
  readonly task: Task;
}

/** Sets the model of an answer for its task, or takes that away. */
export type AlwaysUse = (action: AlwaysUseAction, answered: AnsweredTask) => Promise<void>;

/** What is looked at to see what may be set. */
export interface AlwaysUseFacts {
  readonly targets: readonly Target[];
  /** What holds for the task now. */
  readonly set: TaskSetting | undefined;
}

/**
 * Which of both an answer offers; undefined: neither, for it is not this model's answer to this question, or the model is not in the
 * chain (any more), or it is the only one there.
 */
export function alwaysUseAction(
  answer: Answer | undefined,
  { targets, set }: AlwaysUseFacts,
): AlwaysUseAction | undefined {
  const id = answererOf(answer, targets);
  if (id === undefined) return undefined;
  if (entryOfSetting(set) === id) return 'doNotAlwaysUse';
  return targets.length > 1 ? 'alwaysUse' : undefined;
}

/** The id of the target that gave this answer to this question; one that is called like a strength cannot be set. */
function answererOf(answer: Answer | undefined, targets: readonly Target[]): string | undefined {
  if (!answer || answer.insteadOf || (answer.freshness !== 'live' && answer.freshness !== 'cached')) return undefined;
  const setting = taskSettingOf(answer.from, []);
  return setting && 'target' in setting && targets.some(({ id }) => id === answer.from) ? answer.from : undefined;
}

/** Sets the model of an answer for its task, or takes that away, in the user's own settings. */
export async function alwaysUse(
  action: AlwaysUseAction,
  { answer, task }: AnsweredTask,
  parts: TaskModelParts,
): Promise<void> {
  const id = answererOf(answer, parts.targets());
  if (id === undefined)
    return parts.user.tell(
      l10n.t('No model of your chain has given this answer to this question, so there is no model to set.'),
    );
  if (action === 'alwaysUse') return setTaskModel({ task, setting: { target: id } }, parts);
  const { mine, theirs } = taskSettings(task, parts);
  if (entryOfSetting(mine) === id) return setTaskModel({ task, setting: undefined }, parts);
  const label = modelText(id, parts);
  if (entryOfSetting(theirs) !== id) return parts.user.tell(l10n.t('{0} is not set for “{1}”.', label, taskName(task)));
  await sayWorkspace(label, task, parts);
}

/** What a workspace has set may be checked in and be everybody's: it is not changed from an answer. */
async function sayWorkspace(label: string, task: Task, { user, openSettings }: TaskModelParts): Promise<void> {
  const open = l10n.t('Open Workspace Settings');
  const message = l10n.t(
    'The settings of this workspace say that {0} is asked first for “{1}”, not yours.',
    label,
    taskName(task),
  );
  if ((await user.offer({ kind: 'information', message, buttons: [open] })) === open) await openSettings('workspace');
}
