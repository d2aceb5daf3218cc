import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { setDayBudget } from '../support/budget.ts';
import { open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';

suite('a budget', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    await setBudget(''); // by the settings again
    person.forget();
    select(await open('invoice.ts'), 15, 17);
  });

  const setBudget = (tokens: string) => setDayBudget(person, tokens);
  const wantWhenExceeded = async (manner: 'degrade' | 'ask' | 'block' | undefined) => {
    const { Global } = vscode.ConfigurationTarget;
    await vscode.workspace.getConfiguration('steadfast').update('budget.onExceeded', manner, Global);
  };
  /** Tokens used today, as the menu tells them. */
  const used = async (): Promise<number> => {
    const said = (await person.looksAtMenu())['Set Workspace Budget…'] ?? '';
    const [, digits = '', unit = ''] = /([\d.]+)(k?) (?:of \w+ )?tokens today/.exec(said) ?? [];
    return Number(digits) * (unit === 'k' ? 1_000 : 1);
  };
  const answeredBy = async () => /Answered by (\w+)/.exec((await person.reads()).provenance[0] ?? '')?.[1];
  const asksAgain = async () => {
    select(await open('invoice.ts'), 15, 17);
    return explain(person);
  };

  test('counts what was used, and says it in the menu and under the answer with its price', async () => {
    const before = await used();
    const { provenance } = await explain(person);
    const expense = provenance.find(line => line.includes('input tokens')) ?? '';
    assert.match(expense, /\d+ input tokens, \d+ output tokens, \$0\.\d+$/);
    await until('a larger number', async () => (await used()) > before);
  });

  test('is told of once when much of it is used', async () => {
    await explain(person);
    const now = await until('what was used', used);
    await setBudget(String(Math.round(now / 0.85)));
    const warnings = () => person.told.filter(({ text }) => text.startsWith('Little of the budget is left'));
    await until('a warning', () => warnings().length > 0 || undefined);
    assert.deepEqual(warnings()[0]?.buttons, ['Set Workspace Budget…']);
  });

  test('that does not cover a question lets what costs nothing answer', async () => {
    await setBudget('1');
    await explain(person);
    assert.deepEqual([await answeredBy(), (await questions()).length], ['Local', 1]);
    const { provenance } = await person.reads();
    assert.ok(provenance.includes('Did not ask Anthropic practice: not allowed by your budget'), provenance.join('\n'));
  });

  test('is gone over by one question when the user allows that, and by the next one not', async () => {
    await setBudget('1');
    await vscode.commands.executeCommand('steadfast.allowOverBudget');
    await explain(person);
    const first = await answeredBy();
    await asksAgain();
    assert.deepEqual([first, await answeredBy()], ['Anthropic', 'Local']);
  });

  test('that the user wants to be asked about asks once for each question', async () => {
    await setBudget('1');
    await wantWhenExceeded('ask');
    try {
      person.presses('Ask Over Budget');
      await explain(person);
      const allowed = await answeredBy();
      await asksAgain(); // turns away
      assert.deepEqual([allowed, await answeredBy()], ['Anthropic', 'Local']);
      assert.deepEqual(person.told.filter(({ isModal }) => isModal).length, 2);
    } finally {
      await wantWhenExceeded(undefined);
    }
  });

  test('that cannot be read is told, and its default holds', async () => {
    const { Global } = vscode.ConfigurationTarget;
    const settings = vscode.workspace.getConfiguration('steadfast');
    const before = settings.inspect('budget.workspaceDailyTokens')?.globalValue;
    await settings.update('budget.workspaceDailyTokens', 'many', Global);
    try {
      const words =
        'steadfast.budget.workspaceDailyTokens: This value has the wrong type: a text. The default is used instead. The limit is 200k tokens per day.';
      await until('a warning', () => person.told.some(({ text }) => text === words) || undefined);
      assert.deepEqual(person.told.find(({ text }) => text === words)?.buttons, ['Open Settings']);
      await explain(person);
      assert.equal(await answeredBy(), 'Anthropic');
    } finally {
      await settings.update('budget.workspaceDailyTokens', before, Global);
    }
  });

  test('that is strict stops the question before anything is sent, and can be gone over from its panel', async () => {
    await setBudget('1');
    await wantWhenExceeded('block');
    try {
      const { phase, notice, actions } = await explain(person);
      assert.deepEqual([phase, (await questions()).length], ['failed', 0]);
      assert.match(notice?.title ?? '', /budget for today .* Nothing was sent\.$/);
      assert.ok(actions.some(({ action }) => action === 'askOverBudget'));
    } finally {
      await wantWhenExceeded(undefined);
    }
  });
});
