import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { FaultName } from '../../../practice/exchange/fault.ts';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { open, putCursor, select, tabsOf } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';

suite('explain', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    select(await open('invoice.ts'), 15, 17);
  });

  test('asks the first target once, on its own wire, with the selected code', async () => {
    await explain(person);
    const asked = await questions();
    assert.deepEqual(
      asked.map(({ provider, path }) => [provider, path]),
      [['anthropic', '/v1/messages']],
    );
    assert.match(asked[0]?.body ?? '', /Math\.floor\(amount \* 100\)/);
  });

  test('opens a panel beside the code, and leaves the focus where it was', async () => {
    await explain(person);
    const [panel] = tabsOf(vscode.TabInputWebview);
    assert.match(panel?.viewType ?? '', /steadfast\.answers$/);
    assert.equal(vscode.window.activeTextEditor?.document.fileName.endsWith('invoice.ts'), true);
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });

  test('shows the whole answer, who gave it, and that its code may be used', async () => {
    const turn = await explain(person);
    assert.equal(turn.question, 'Explain invoice.ts:15–17');
    assert.match(turn.text, /roundToCents/);
    assert.match(turn.provenance[0] ?? '', /^Answered by Anthropic practice \(practice-large\)/);
    assert.deepEqual([turn.phase, turn.notice, turn.code], ['done', undefined, 'offered']);
  });

  test('takes the symbol around the cursor when nothing is selected', async () => {
    const editor = await open('invoice.ts');
    putCursor(editor, 'net +=');
    assert.equal((await explain(person)).question, 'Explain invoice.ts:26–33');
  });

  const faults = {
    down: 'server not running',
    'server-error': 'server error',
    'rate-limit': 'rate limit',
    cut: 'answer cut off',
    hang: 'no answer in time',
  } as const satisfies Partial<Record<FaultName, string>>;
  for (const [fault, reason] of Object.entries(faults) as [keyof typeof faults, string][]) {
    test(`is answered by the next target when the first one has the fault '${fault}'`, async () => {
      await practice.fault('anthropic', fault);
      const { provenance } = await explain(person);
      const asked = (await questions()).map(({ provider }) => provider);
      assert.deepEqual(asked, fault === 'down' ? ['openai'] : ['anthropic', 'openai']);
      const summary = `Answered by OpenAI practice (practice-medium) instead of Anthropic practice: ${reason} · `;
      assert.ok(provenance[0]?.startsWith(summary), provenance[0]);
      const attempt = `Anthropic practice: ${reason}`;
      assert.ok(
        provenance.some(line => line.startsWith(attempt)),
        provenance.join('\n'),
      );
    });
  }

  test('is answered by the editor’s own knowledge when nobody answers, and says so', async () => {
    for (const provider of ['anthropic', 'openai', 'local'] as const) await practice.fault(provider, 'down');
    const turn = await explain(person);
    assert.equal(turn.notice?.title, 'No model answered: this is what the editor knows');
    assert.match(turn.text, /roundToCents/);
    assert.deepEqual(await questions(), []);
  });

  test('a target that failed rests, and is asked again when it has healed', async () => {
    await practice.fault('anthropic', 'server-error');
    await explain(person);
    const resting = await person.looksAtMenu();
    await practice.heal();
    await until('an answer of the first target', async () => {
      const { provenance } = await explain(person);
      return provenance[0]?.startsWith('Answered by Anthropic practice');
    });
    const healed = await person.looksAtMenu();
    assert.match(resting['Anthropic practice'] ?? '', /^(paused after failures|tried with the next question)/);
    assert.match(healed['Anthropic practice'] ?? '', /^ready/);
  });

  test('asked again with the keyboard, asks anew', async () => {
    await explain(person);
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await until('a second question', async () => {
      await vscode.commands.executeCommand('steadfast.askAgain');
      return (await questions()).length === 2;
    });
    assert.equal(person.panels.length, 1);
  });
});
