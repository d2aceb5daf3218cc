import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { until } from '../support/until.ts';

const tabs = () =>
  vscode.window.tabGroups.all
    .flatMap(group => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('steadfast.dashboard'));

suite('the dashboard', () => {
  test('opens once, however often it is asked for, and whatever it is called with', async () => {
    for (const argument of [undefined, { panel: 1 }, 'x'])
      await vscode.commands.executeCommand('steadfast.openDashboard', argument);
    await until('a tab', () => tabs().length > 0 || undefined);
    assert.equal(tabs().length, 1);
  });

  test('is opened anew after it was closed', async () => {
    await vscode.window.tabGroups.close(tabs());
    await until('no tab', () => tabs().length === 0 || undefined);
    await vscode.commands.executeCommand('steadfast.openDashboard');
    assert.equal(await until('a tab', () => tabs().length || undefined), 1);
  });
});
