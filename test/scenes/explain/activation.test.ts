import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/interaction/platform/commandIds.ts';
import { closeAll, open, replace, select } from '../support/documents.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';

suite('before anything is asked', () => {
  test('the extension has started by itself, and has sent nothing', async () => {
    await until('activation', () => vscode.extensions.getExtension('steadfast.steadfast')?.isActive);
    assert.deepEqual([await practice.requests(), await practice.openSockets()], [[], 0]);
  });

  test('opening, typing, selecting and saving send nothing', async () => {
    const editor = await open('typed.ts', 'const one = 1;\n');
    await replace(editor.document, 'one', 'two');
    select(editor, 1, 1);
    await editor.document.save();
    assert.deepEqual([await practice.requests(), await practice.openSockets()], [[], 0]);
    await closeAll();
  });

  test('the lightbulb offers what can be done with a selection, and sends nothing', async () => {
    const editor = await open('report.py');
    select(editor, 1, 3);
    const { uri } = editor.document;
    const offers = await until('our offers', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        editor.selection,
      );
      const ours = found.map(({ command }) => command?.command).filter(id => id?.startsWith('steadfast.'));
      return ours.length > 0 && ours;
    });
    const changes = ['edit', 'fix', 'docs', 'tests', 'rename'].map(name => `steadfast.${name}`);
    assert.deepEqual(offers, ['steadfast.explain', ...changes]);
    assert.deepEqual([await practice.requests(), await practice.openSockets()], [[], 0]);
    await closeAll();
  });

  test('every command stays known while the first one loads what it needs', async () => {
    const first = vscode.commands.executeCommand('steadfast.cancel');
    const known = await vscode.commands.getCommands(true);
    await first;
    const missing = commandIds.filter(id => !known.includes(id));
    assert.deepEqual([missing, await practice.requests(), await practice.openSockets()], [[], [], 0]);
  });
});
