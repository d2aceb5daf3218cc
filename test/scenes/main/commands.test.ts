import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/interaction/platform/commandIds.ts';

suite('commands', () => {
  test('every command of the manifest is registered', async () => {
    await vscode.extensions.getExtension('steadfast.steadfast')?.activate();
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(
      commandIds.filter(id => !registered.includes(id)),
      [],
    );
  });
});
