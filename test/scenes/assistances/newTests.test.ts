import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew } from '../support/assistance.ts';
import { open, select, tabsOf } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';

const everybody = ['anthropic', 'openai', 'local'] as const;

/** The files of the opened folder, and what is open. */
async function filesNow(): Promise<readonly string[]> {
  const files = (await vscode.workspace.findFiles('**/*')).map(uri => uri.path);
  const tabs = tabsOf(vscode.TabInputText).map(({ uri }) => uri.toString());
  return [...files.sort(), ...tabs];
}

suite('a new test file', () => {
  let person: Person;
  let files = 0;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await vscode.commands.executeCommand('steadfast.discardEdit');
    await beginAnew(person);
  });

  async function opened(): Promise<readonly string[]> {
    select(await open(`new-${(files += 1)}.ts`, 'export function count(): number {\n  return 1;\n}\n'), 1, 3);
    return filesNow();
  }

  // https://github.com/sourcegraph/cody/issues/4602
  // https://github.com/microsoft/vscode/issues/325280
  // https://github.com/sourcegraph/jetbrains/issues/2004
  test('is not made when nobody answers', async () => {
    const before = await opened();
    await Promise.all(everybody.map(provider => practice.fault(provider, 'down')));
    await vscode.commands.executeCommand('steadfast.tests');
    assert.deepEqual([await filesNow(), tabsOf(vscode.TabInputTextDiff)], [before, []]);
  });

  test('is not made when the answer holds none, nor when it is discarded', async () => {
    const before = await opened();
    await Promise.all(everybody.map(provider => practice.fault(provider, 'nonsense')));
    await vscode.commands.executeCommand('steadfast.tests');
    assert.deepEqual(await filesNow(), before);
    await practice.heal();
    await vscode.commands.executeCommand('steadfast.tests');
    assert.equal(tabsOf(vscode.TabInputTextDiff).length, 1);
    await vscode.commands.executeCommand('steadfast.discardEdit');
    assert.deepEqual([await filesNow(), tabsOf(vscode.TabInputTextDiff)], [before, []]);
  });

  /** Accepts new tests; the document in which they stand then. */
  async function accepted(): Promise<vscode.TextDocument> {
    await opened();
    await vscode.commands.executeCommand('steadfast.tests');
    await vscode.commands.executeCommand('steadfast.acceptEdit');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled, 'no new file');
    return document;
  }

  async function choose(beginning: string): Promise<void> {
    await vscode.commands.executeCommand('steadfast.takeBack');
    person.picks(person.lists.at(-1)?.find(label => label.startsWith(beginning)) ?? 'none');
    await vscode.commands.executeCommand('steadfast.takeBack');
  }

  test('taken back before it was saved, is not there any more', async () => {
    const document = await accepted();
    const path = document.uri.path;
    await choose('Take back');
    assert.ok(!tabsOf(vscode.TabInputText).some(({ uri }) => uri.path === path));
  });

  test('taken back after it was saved, is deleted after a question, and is brought back as a new one', async () => {
    const unsaved = await accepted();
    const text = unsaved.getText();
    const saved = vscode.Uri.file(unsaved.uri.path);
    await vscode.workspace.fs.writeFile(saved, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(unsaved);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const isThere = async () => (await vscode.workspace.findFiles('**/*')).some(({ path }) => path === saved.path);
    await choose('Take back');
    assert.deepEqual([await isThere(), person.told.at(-1)?.isModal], [true, true], 'nothing without a yes');
    assert.match(person.told.at(-1)?.text ?? '', /^Delete new-\d+\.test\.ts\?$/);
    person.presses('Delete');
    await choose('Take back');
    assert.equal(await isThere(), false);
    await choose('Bring back');
    const again = vscode.window.activeTextEditor?.document ?? unsaved;
    const all = vscode.workspace.textDocuments.filter(({ uri, isClosed }) => uri.path === saved.path && !isClosed);
    assert.ok(
      all.some(document => document.isUntitled && document.getText() === text),
      again.uri.toString(),
    );
  });
});
