import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { open, select, tabsOf } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';

suite('one panel', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(() => beginAnew(person));

  const explainLines = async (from: number, to: number): Promise<string> => {
    select(await open('invoice.ts'), from, to);
    return (await explain(person)).question;
  };
  const panels = (): number => tabsOf(vscode.TabInputWebview).length;

  test('shows the newest question in place of the one before', async () => {
    const asked = [await explainLines(15, 17), await explainLines(26, 33)];
    assert.deepEqual(asked, ['Explain invoice.ts:15–17', 'Explain invoice.ts:26–33']);
    assert.deepEqual([panels(), person.panels.length], [1, 1]);
  });

  test('brings an earlier answer back from the list of answers, in the same panel', async () => {
    await explainLines(15, 17);
    await explainLines(26, 33);
    person.picks('Explain invoice.ts:15–17');
    await vscode.commands.executeCommand('steadfast.showAnswers');
    const { question, phase } = await person.reads();
    assert.deepEqual([question, phase, panels()], ['Explain invoice.ts:15–17', 'done', 1]);
  });

  test('that was opened as a new one keeps its answer, and the next question goes elsewhere', async () => {
    await explainLines(15, 17);
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    const [before] = person.panels;
    await until('a panel of its own', async () => {
      await vscode.commands.executeCommand('steadfast.openInNewPanel'); // does nothing until the panel has the focus
      return person.panels.at(-1) !== before;
    });
    await explainLines(26, 33);
    assert.equal(panels(), 2);
  });

  test('keeps a question that is under way', async () => {
    await practice.fault('anthropic', 'hang');
    select(await open('invoice.ts'), 15, 17);
    const first = vscode.commands.executeCommand('steadfast.explain');
    await until('a question', async () => (await questions()).length === 1);
    await practice.heal();
    const second = await explainLines(26, 33);
    assert.deepEqual([second, panels()], ['Explain invoice.ts:26–33', 2]);
    await vscode.commands.executeCommand('steadfast.cancel');
    await first;
  });
});
