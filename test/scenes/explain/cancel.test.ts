import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit, explain, questions } from '../support/assistance.ts';
import { open, select, tabsOf } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';

suite('cancelling', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    select(await open('invoice.ts'), 15, 17);
  });

  const hang = () => practice.fault('anthropic', 'hang');
  const cancel = () => vscode.commands.executeCommand('steadfast.cancel');
  const questionAtServer = (count = 1) => until('a question', async () => (await questions()).length === count);
  const hungUp = () => until('a closed connection', async () => (await questions()).at(-1)?.closedByClientAtMs);

  test('closes the connection, asks nobody else, and counts against nobody', async () => {
    await hang();
    const asking = explain(person);
    await questionAtServer();
    await cancel();
    const { phase, status } = await asking;
    await hungUp();
    assert.deepEqual([phase, status, (await questions()).length], ['cancelled', 'Stopped', 1]);
    assert.match((await person.looksAtMenu())['Anthropic practice'] ?? '', /^ready/);
  });

  test('an edit leaves no diff and no panel behind', async () => {
    await hang();
    const asking = edit(person, 'fix the rounding bug');
    await questionAtServer();
    await cancel();
    await asking;
    await hungUp();
    assert.deepEqual([tabsOf(vscode.TabInputTextDiff), person.panels], [[], []]);
  });

  test('closing the panel cancels what is under way in it', async () => {
    await hang();
    const asking = vscode.commands.executeCommand('steadfast.explain');
    await questionAtServer();
    await vscode.window.tabGroups.close(await until('the panel', panelTab));
    await asking;
    await hungUp();
    assert.equal((await questions()).length, 1);
  });

  test('reaches a question that was asked again in an older panel', async () => {
    await explain(person);
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await until('a panel of its own', async () => {
      await vscode.commands.executeCommand('steadfast.openInNewPanel'); // does nothing until the panel has the focus
      return person.panels.length > 1;
    });
    await open('invoice.ts');
    await explain(person);
    await hang();
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await vscode.commands.executeCommand('workbench.action.openEditorAtIndex1');
    const asking: Thenable<unknown>[] = [];
    await until('a third question', async () => {
      asking.push(vscode.commands.executeCommand('steadfast.askAgain')); // does nothing until the panel has the focus
      return (await questions()).length > 2;
    });
    await cancel();
    await Promise.all(asking);
    const phase = await until('its page', () => person.panels[1]?.view?.turns.at(-1)?.phase);
    assert.equal(phase, 'cancelled');
  });
});

const panelTab = (): vscode.Tab | undefined =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof vscode.TabInputWebview);
