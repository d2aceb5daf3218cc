import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, writeFile } from '../support/documents.ts';
import { insertFromPanel } from '../support/insertFromPanel.ts';
import { until } from '../support/until.ts';

suite('code that is inserted from a panel', () => {
  suiteTeardown(() => closeAll());

  test('goes into the file that was asked about, not into another one that is open beside it', async () => {
    const show = async (name: string, viewColumn: vscode.ViewColumn) => {
      const document = await vscode.workspace.openTextDocument(await writeFile(name, '\n'));
      await vscode.window.showTextDocument(document, { viewColumn, preview: false });
      return document;
    };
    const other = await show('other.ts', vscode.ViewColumn.One);
    const asked = await show('asked.ts', vscode.ViewColumn.Two);
    const panel = vscode.window.createWebviewPanel('test', 'Answer', vscode.ViewColumn.Three);
    await until('the focus in the panel', () => panel.active && vscode.window.activeTextEditor === undefined);
    await insertFromPanel('const inserted = 1;', { uri: asked.uri.toString(), start: 0 });
    assert.deepEqual([other.getText(), asked.getText()], ['\n', 'const inserted = 1;\n']);
  });

  test('stands as far in as the line it is put into', async () => {
    const document = await vscode.workspace.openTextDocument(
      await writeFile('indented.ts', 'function f() {\n    \n}\n'),
    );
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    editor.selection = new vscode.Selection(1, 4, 1, 4);
    await insertFromPanel('if (a) {\n  b();\n}');
    assert.equal(document.getText(), 'function f() {\n    if (a) {\n      b();\n    }\n}\n');
  });
});
