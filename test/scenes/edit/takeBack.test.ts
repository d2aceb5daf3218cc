import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit } from '../support/assistance.ts';
import { closeAll, fileNamed, open, replace, select, tabsOf } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';

const before = 'one\ntwo\nthree\nfour\nfive\n';
const after = before.replace('three', 'THREE');

suite('taking back', () => {
  let person: Person;
  let files = 0;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(() => beginAnew(person));

  /** A new file in which the third line was replaced, and which was saved. */
  const applied = async (text = before) => {
    const editor = await open(`back-${(files += 1)}.txt`, text);
    select(editor, 3, 3);
    await edit(person, 'Reply with exactly:\n```\nTHREE\n```');
    await vscode.commands.executeCommand('steadfast.acceptEdit');
    assert.equal(editor.document.getText(), text.replace('three', 'THREE'));
    return editor.document;
  };

  /** Looks at the list, then chooses the first line of it that begins so. */
  const choose = async (beginning: string) => {
    await vscode.commands.executeCommand('steadfast.takeBack');
    const label = person.lists.at(-1)?.find(each => each.startsWith(beginning));
    assert.ok(label !== undefined, `nothing begins with ${beginning}: ${person.lists.at(-1)?.join()}`);
    person.picks(label);
    await vscode.commands.executeCommand('steadfast.takeBack');
  };
  const takeBack = () => choose('Take back: Reply');
  const bringBack = () => choose('Bring back: Reply');
  const told = () => person.told.map(({ text }) => text).join('\n');
  const nowIn = async (name: string) => (await vscode.workspace.openTextDocument(fileNamed(name))).getText();

  test('takes back exactly what was applied, keeps what was typed since, and leaves the file unsaved', async () => {
    const document = await applied();
    await document.save();
    await replace(document, 'one', 'one and mine');
    await takeBack();
    assert.equal(document.getText(), before.replace('one', 'one and mine'));
    assert.deepEqual([document.isDirty, told()], [true, '']);
  });

  test('is itself taken back, and the other way round', async () => {
    const document = await applied();
    await takeBack();
    await bringBack();
    assert.equal(document.getText(), after);
    await takeBack();
    assert.equal(document.getText(), before);
  });

  test('finds the file again when it was closed', async () => {
    const name = `back-${files + 1}.txt`;
    await applied();
    await closeAll();
    await takeBack();
    assert.equal(await nowIn(name), before);
  });

  test('is one step to undo', async () => {
    const document = await applied();
    await takeBack();
    await vscode.commands.executeCommand('undo');
    await until('the applied text', () => document.getText() === after);
  });

  test('leaves what was changed since, says so, and shows what stood there', async () => {
    const document = await applied();
    await replace(document, 'THREE', 'THREE!');
    person.presses('Show What Stays');
    await takeBack();
    assert.equal(document.getText(), after.replace('THREE', 'THREE!'));
    assert.match(told(), /1 place has been changed since, or stands several times, and stays as it is\./);
    const diff = await until('the diff', () => tabsOf(vscode.TabInputTextDiff)[0]);
    const side = async (uri: vscode.Uri) => (await vscode.workspace.openTextDocument(uri)).getText();
    assert.deepEqual([await side(diff.original), await side(diff.modified)], ['two\nthree\n', 'two\nTHREE\n']);
  });

  test('keeps the line ends of a file from Windows, also when they were changed since', async () => {
    const windows = before.replaceAll('\n', '\r\n');
    const document = await applied(windows);
    await takeBack();
    assert.equal(document.getText(), windows);
    await bringBack();
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(changing => changing.setEndOfLine(vscode.EndOfLine.LF));
    await takeBack();
    assert.equal(document.getText(), before);
  });

  test('says when it was undone by hand, and does not offer it any more', async () => {
    await applied();
    const { length } = await listed();
    await vscode.commands.executeCommand('undo');
    await takeBack();
    assert.equal((await listed()).length, length - 1);
  });

  test('says when a file is gone', async () => {
    const document = await applied();
    await document.save();
    await closeAll();
    await vscode.workspace.fs.delete(document.uri);
    await takeBack();
    assert.match(told(), /back-\d+\.txt is left as it is: it does not exist any more/);
  });

  test('takes back all at once after a question, and brings all back', async () => {
    await vscode.commands.executeCommand('steadfast.takeBack');
    const [one, other] = [await applied(), await applied()];
    await choose('Take back all');
    assert.deepEqual([one.getText(), other.getText()], [after, after], 'nothing without a yes');
    person.presses('Take Back');
    await choose('Take back all');
    assert.deepEqual([one.getText(), other.getText()], [before, before]);
    await choose('Bring back all');
    assert.deepEqual([one.getText(), other.getText()], [after, after]);
  });

  const listed = async () => {
    await vscode.commands.executeCommand('steadfast.takeBack');
    return person.lists.at(-1) ?? [];
  };
});
