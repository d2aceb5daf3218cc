import type { Task } from '../../core/model/purpose.ts';
import type { TaskSetting } from '../../core/routing/router.ts';
import { taskSettingOf } from '../settings/routingSettings.ts';
import type { TaskModelParts } from './taskModelParts.ts';

/** What is set for a task, by whom; undefined: nothing that holds. */
export interface TaskSettings {
  readonly mine: TaskSetting | undefined;
  /** That of the workspace goes before that of the user. */
  readonly theirs: TaskSetting | undefined;
  /** Something stands in the user's setting that names no model of theirs, and no strength. */
  readonly isMineUnknown: boolean;
}

/** What is set for a task now. */
export function taskSettings(
  task: Task,
  { entries, listed }: Pick<TaskModelParts, 'entries' | 'listed'>,
): TaskSettings {
  const { user, workspace } = entries.of(task);
  const targets = listed();
  const mine = taskSettingOf(user, targets);
  return { mine, theirs: taskSettingOf(workspace, targets), isMineUnknown: user !== undefined && !mine };
}

/** The entry of the setting `routing.tasks` that says so. */
export const entryOfSetting = (setting: TaskSetting | undefined): string | undefined =>
  setting && ('target' in setting ? setting.target : setting.class);
