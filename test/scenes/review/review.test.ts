import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit } from '../support/assistance.ts';
import { open, select, tabsOf } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';

suite('an answer that needs a decision', () => {
  let person: Person;

  const setChain = (chain: readonly string[] | undefined) =>
    vscode.workspace.getConfiguration('steadfast').update('chain', chain, vscode.ConfigurationTarget.Workspace);
  /** What waits, as a list of the command shows it. */
  const waiting = async (): Promise<readonly string[]> => {
    const before = person.lists.length;
    await vscode.commands.executeCommand('steadfast.showReview');
    return person.lists.length > before ? (person.lists.at(-1) ?? []) : [];
  };
  const title = 'rename gross to sum (invoice.ts:19–24)';
  /** Makes a decision about the one that waits, with a note. */
  const decide = async (command: string, note: string): Promise<void> => {
    person.picks(title);
    person.types(note);
    await vscode.commands.executeCommand(command);
  };
  const diffs = (): number => tabsOf(vscode.TabInputTextDiff).length;

  suiteSetup(async () => {
    person = new Person();
    await setChain(['practice-careless']);
  });
  suiteTeardown(async () => {
    await setChain(undefined);
    person.leave();
  });
  setup(async () => {
    await beginAnew(person);
    select(await open('invoice.ts'), 19, 24);
    await edit(person, 'rename gross to sum');
    await person.reads();
    await until('the answer among those that wait', async () => (await waiting()).includes(title));
  });

  test('is rejected with a note, shown nowhere, and waits no more', async () => {
    await decide('steadfast.rejectKept', 'half of it is missing');
    await until('nothing waits', async () => (await waiting()).length === 0);
    assert.equal(diffs(), 0);
    assert.equal((await person.reads()).text, '');
  });

  test('is a diff once it is approved, and nothing is written before that is accepted', async () => {
    const before = (await open('invoice.ts')).document.getText();
    await decide('steadfast.approveKept', '');
    await until('the diff', () => diffs() === 1);
    await vscode.commands.executeCommand('steadfast.discardEdit');
    assert.equal((await open('invoice.ts')).document.getText(), before);
    assert.deepEqual(await waiting(), []);
  });

  test('is exported with what was decided as a document that is not saved', async () => {
    await decide('steadfast.rejectKept', 'exported');
    await until('nothing waits', async () => (await waiting()).length === 0);
    person.picks('JSON, for programs');
    await vscode.commands.executeCommand('steadfast.exportReview');
    const { document } = vscode.window.activeTextEditor ?? assert.fail();
    assert.deepEqual([document.isUntitled, document.languageId], [true, 'json']);
    assert.match(document.getText(), /"outcome": "rejected"[^]*"note": "exported"/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
