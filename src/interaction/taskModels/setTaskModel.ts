import * as l10n from '@vscode/l10n';
import type { Task } from '../../core/model/purpose.ts';
import type { TaskSetting } from '../../core/routing/router.ts';
import type { EntryChange } from './taskEntries.ts';
import type { TaskModelParts } from './taskModelParts.ts';
import { settingText, setText, taskName, workspaceText } from './taskModelText.ts';
import { entryOfSetting, taskSettings } from './taskSettings.ts';

/** Who shall answer a task; undefined: whoever the strategy says. */
export interface TaskWish {
  readonly task: Task;
  readonly setting: TaskSetting | undefined;
}

/**
 * Writes into the user's own settings who answers a task, and says so, with a way back: a setting that changes unseen is looked for in
 * vain later (microsoft/vscode#12799). What goes before it in this workspace is said too (cpulvermacher/lgtm#17).
 */
export async function setTaskModel({ task, setting }: TaskWish, parts: TaskModelParts): Promise<void> {
  const before = parts.entries.of(task).user;
  const entry = entryOfSetting(setting);
  const done = await tried({ task, entry }, parts);
  if (done === undefined) return;
  const { theirs } = taskSettings(task, parts);
  const isOverruled = theirs !== undefined && entryOfSetting(theirs) !== entry;
  const message = [
    done === 'same' ? l10n.t('That is set already.') : setText(task, setting, parts),
    ...(isOverruled ? [workspaceText(theirs, parts)] : []),
  ].join(' ');
  const undo = l10n.t('Undo');
  const open = isOverruled ? l10n.t('Open Workspace Settings') : l10n.t('Open Settings');
  const buttons = done === 'same' ? [open] : [undo, open];
  const pressed = await parts.user.offer({ kind: isOverruled ? 'warning' : 'information', message, buttons });
  if (pressed === undo) await takeBack({ task, entry: before, instead: { of: entry } }, parts);
  if (pressed === open) await parts.openSettings(isOverruled ? 'workspace' : 'setting');
}

/** What stood there before stands there again, also what nobody could read; unless it was changed since. */
async function takeBack(change: EntryChange, parts: TaskModelParts): Promise<void> {
  const done = await tried(change, parts);
  if (done === undefined) return;
  if (done === 'overtaken')
    return parts.user.tell(l10n.t('The setting has been changed since, so it is left as it is now.'));
  const { mine } = taskSettings(change.task, parts);
  parts.user.tell(l10n.t('“{0}” is set as before: {1}.', taskName(change.task), settingText(mine, parts)));
}

/** What the user is told of by who asked for it. */
type Held = 'changed' | 'same' | 'overtaken';

/** Changes the setting; says so when that cannot be done, and offers to try again. undefined: it does not hold. */
async function tried(change: EntryChange, parts: TaskModelParts): Promise<Held | undefined> {
  const done = await parts.entries.change(change).catch(() => 'unwritable' as const); // VS Code's words name files
  if (done === 'changed' || done === 'same' || done === 'overtaken') return done;
  const again = l10n.t('Try Again');
  const open = done === 'unheld' ? l10n.t('Open Settings') : l10n.t('Open User Settings (JSON)');
  const buttons = done === 'unwritable' ? [again, open] : [open];
  const pressed = await parts.user.offer({ kind: 'warning', message: refusals[done](), buttons });
  if (pressed === open) await parts.openSettings(done === 'unheld' ? 'setting' : 'file');
  return pressed === again ? tried(change, parts) : undefined;
}

const refusals = {
  unwritable: () =>
    l10n.t(
      'Nothing was changed: VS Code cannot write your settings now. Perhaps settings.json has unsaved changes or errors.',
    ),
  unheld: () =>
    l10n.t(
      'Your setting {0} was written, but something else holds for this task. In a remote window, look at the settings of both machines.',
      'steadfast.routing.tasks',
    ),
  unreadable: () =>
    l10n.t(
      'Nothing was changed: your setting {0} is no list of tasks, and its value would be lost. Correct it first.',
      'steadfast.routing.tasks',
    ),
} as const;
