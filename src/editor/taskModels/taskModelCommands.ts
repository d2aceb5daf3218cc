import * as vscode from 'vscode';
import { TaskEntries } from '../../interaction/taskModels/taskEntries.ts';
import type { SettingsPage, TaskModelParts } from '../../interaction/taskModels/taskModelParts.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { saveTaskSettings, taskSettingLayers } from '../settings/readSettings.ts';

/** What of setting a task's model VS Code gives: where it is kept, and where it is shown. */
export const taskModelPlaces = (): Pick<TaskModelParts, 'entries' | 'openSettings'> => ({
  entries: new TaskEntries({ written: taskSettingLayers, save: saveTaskSettings }),
  openSettings,
});

/** Who Answers Which Task… */
export const registerTaskModels = (parts: TaskModelParts): vscode.Disposable =>
  registerCommand('steadfast.chooseTaskModel', async () =>
    (await import('../../interaction/taskModels/chooseTaskModel.ts')).chooseTaskModel(parts),
  );

/** The editor for settings shows those of both machines in a remote window. */
async function openSettings(page: SettingsPage): Promise<void> {
  const query = 'steadfast.routing.tasks';
  if (page === 'file') await vscode.commands.executeCommand('workbench.action.openSettingsJson');
  else if (page === 'workspace')
    await vscode.commands.executeCommand('workbench.action.openWorkspaceSettings', { query });
  else await vscode.commands.executeCommand('workbench.action.openSettings', { query });
}
