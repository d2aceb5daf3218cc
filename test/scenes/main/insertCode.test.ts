import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import { vscodeUser } from '../../../src/editor/platform/vscodeUser.ts';
import * as vscode from 'vscode';
import { type ActionParts, useCode } from '../../../src/editor/conversation/turnActions.ts';
import { createFileGuard } from '../../../src/editor/present/createFileGuard.ts';
import { DocumentWriter } from '../../../src/editor/present/documentWriter.ts';
import { insertInto } from '../../../src/editor/present/insertInto.ts';
import { realPathOf } from '../../../src/storage/realPath.ts';
import { newTurn, type Turn } from '../../../src/interaction/conversation/turn.ts';
import { answerOf } from '../../support/scripted.ts';
import { closeAll, writeFile } from '../support/documents.ts';
import { until } from '../support/until.ts';

const text = '```ts\nconst inserted = 1;\n```';
const turn: Turn = {
  ...newTurn({ id: 't1', title: 'Ask', form: 'prose', status: 'Answered' }),
  phase: 'done',
  text,
  answer: answerOf('one', text),
};
const unasked = (): never => assert.fail('nobody wants that');
const guard = createFileGuard({ realPathOf, confirm: vscodeUser.confirm });
const writer = new DocumentWriter(guard);
const parts: ActionParts = {
  user: vscodeUser,
  insert: (editor, code) => insertInto(editor, code, { guard, writer }),
  targets: unasked,
  surroundings: () => ({
    thresholds: { auto: 0.8, review: 0.5 },
    labelOf: unasked,
    strongerThan: unasked,
    targets: 1,
  }),
  review: unasked,
  defer: unasked,
};

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
    await useCode('insert', { turn, block: 0, place: { uri: asked.uri.toString(), start: 0 } }, parts);
    assert.deepEqual([other.getText(), asked.getText()], ['\n', 'const inserted = 1;\n\n']);
  });
});
