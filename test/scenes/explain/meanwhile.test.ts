import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';

suite('while an answer is on its way', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    select(await open('invoice.ts'), 15, 17);
  });

  const questionAtServer = () => until('a question', async () => (await questions()).length === 1);
  const setChain = (chain: readonly string[] | undefined) =>
    vscode.workspace.getConfiguration('steadfast').update('chain', chain, vscode.ConfigurationTarget.Workspace);
  const answeredBy = ({ provenance: [first = ''] }: { readonly provenance: readonly string[] }) =>
    /Answered by (\w+)/.exec(first)?.[1];

  test('settings that change do so for the next question', async () => {
    await practice.fault('anthropic', 'hang');
    const asking = explain(person);
    await questionAtServer();
    await setChain(['practice-local']);
    try {
      const first = await asking;
      select(await open('invoice.ts'), 15, 17);
      const next = await explain(person);
      assert.deepEqual([answeredBy(first), answeredBy(next)], ['OpenAI', 'Local']);
    } finally {
      await setChain(undefined);
    }
  });

  test('consent that is withdrawn ends what is under way', async () => {
    await practice.fault('anthropic', 'slow', { firstTokenMs: 50, chunkMs: 300 });
    const asking = explain(person);
    await until('some text', () => person.panels.at(-1)?.view?.turns.at(-1)?.phase === 'working' || undefined);
    await questionAtServer();
    await vscode.commands.executeCommand('steadfast.forgetConsent');
    const { phase } = await asking;
    await until('a closed connection', async () => (await questions()).at(-1)?.closedByClientAtMs);
    assert.equal(phase, 'cancelled');
  });

  test('a panel that was hidden while its answer was written shows all of it', async () => {
    await practice.fault('anthropic', 'slow', { firstTokenMs: 300, chunkMs: 40 });
    const asked = vscode.commands.executeCommand('steadfast.explain');
    await questionAtServer();
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await open('main.ts');
    await asked;
    await vscode.commands.executeCommand('workbench.action.openEditorAtIndex1');
    const { phase, text, code } = await person.reads();
    assert.deepEqual([phase, code], ['done', 'offered']);
    assert.match(text, /\S[\s\S]{80}/);
  });
});
