import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit } from '../support/assistance.ts';
import { open, select, tabsOf } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';

suite('an edit with a syntax error', () => {
  let person: Person;

  const setChain = async (chain: readonly string[] | undefined, targets: number) => {
    const { Workspace } = vscode.ConfigurationTarget;
    await vscode.workspace.getConfiguration('steadfast').update('chain', chain, Workspace);
    await until('the chain', async () => {
      const lines = Object.keys(await person.looksAtMenu());
      return lines.filter(line => line.endsWith(' practice')).length === targets;
    });
  };
  /** Runs a command on the panel until it shows what is meant by it. */
  const command = async (id: string, isDone: () => boolean | Promise<boolean>) => {
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await until(`what ${id} does`, async () => {
      await vscode.commands.executeCommand(id);
      return isDone();
    });
  };

  suiteSetup(async () => {
    person = new Person();
    await setChain(['practice-careless'], 1);
  });
  suiteTeardown(async () => {
    await setChain(undefined, 4);
    person.leave();
  });
  setup(async () => {
    await beginAnew(person);
    select(await open('invoice.ts'), 19, 24);
    await edit(person, 'rename gross to sum');
  });

  test('is not shown as a diff but in the panel, under its true reason, and its code is withheld', async () => {
    const { notice, code } = await person.reads();
    assert.deepEqual([notice?.kind, code, tabsOf(vscode.TabInputTextDiff).length], ['review', 'withheld', 0]);
    assert.match(notice?.lines[0] ?? '', /^The code has a syntax error\. \(line \d+\)$/);
  });

  test('offers what can be decided and said of it, and what it offers are commands', async () => {
    const offered = (await person.reads()).actions.map(({ action }) => action);
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(offered, ['rephrase', 'approve', 'discard', 'helpful', 'notHelpful']);
    assert.ok(offered.every(action => known.includes(`steadfast.${action}`)));
  });

  test('becomes a diff when a person approves it', async () => {
    await person.reads();
    await command('steadfast.approve', () => tabsOf(vscode.TabInputTextDiff).length === 1);
    assert.match((await person.reads()).notice?.title ?? '', /^You chose to use this answer/);
  });

  test('is gone from the panel and from the review list when a person discards it', async () => {
    await person.reads();
    const listed = async () => {
      await vscode.commands.executeCommand('steadfast.showReview');
      return person.lists.at(-1)?.length ?? 0;
    };
    await until('the answer in the review list', async () => (await listed()) > 0);
    const before = await listed();
    await command('steadfast.discard', async () => (await person.reads()).text === '');
    await until('a shorter list', async () => (await listed()) < before || person.told.length > 0);
  });
});
