import * as l10n from '@vscode/l10n';
import { setTaskModel } from './setTaskModel.ts';
import { answererChoices, taskChoices } from './taskModelChoices.ts';
import type { TaskModelParts } from './taskModelParts.ts';
import { settingText, taskName } from './taskModelText.ts';
import { taskSettings } from './taskSettings.ts';

/** Who Answers Which Task: the user picks a task, then who answers it; that is written into their own settings. */
export async function chooseTaskModel(parts: TaskModelParts): Promise<void> {
  if (parts.targets().length === 0) return parts.user.tell(l10n.t('No model is set up yet.'));
  const task = await parts.user.pick(l10n.t('For which task do you want to set who answers?'), taskChoices(parts));
  if (task === undefined) return;
  const { theirs } = taskSettings(task, parts);
  const name = taskName(task);
  const title = theirs
    ? l10n.t('Who answers “{0}” in your own settings? This workspace goes first: {1}', name, settingText(theirs, parts))
    : l10n.t('Who answers “{0}”?', name);
  const choice = await parts.user.pick(title, answererChoices(task, parts));
  if (choice) await setTaskModel({ task, setting: choice.setting }, parts);
}
