import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { PracticeRequest } from '../../../practice/exchange/request.ts';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { setDayBudget } from '../support/budget.ts';
import { open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';

/** Code with a secret in it, so long that not all of it is sent. */
const longFile = [
  "import { readFile } from 'node:fs/promises';",
  '',
  "const token = 'ghp_0123456789abcdefghijABCDEFGHIJ456789';",
  ...Array.from({ length: 900 }, (_, at) => `export const value${at} = compute(${at}, '${'x'.repeat(at % 40)}');`),
].join('\n');

suite('Preview Prompt', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    await setDayBudget(person, '');
  });

  const preview = async (): Promise<string> => {
    person.picks('Explain');
    await vscode.commands.executeCommand('steadfast.previewPrompt');
    const shown = () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'steadfast-prompt');
    return (await until('the preview', shown)).document.getText();
  };
  /** Every piece of text that a request carried, in the order of its wire. */
  const contentsOf = ({ provider, body }: PracticeRequest): readonly string[] => {
    const { system, messages } = JSON.parse(body) as Body;
    const spoken = messages.map(({ content }) => textOf(content));
    return provider === 'anthropic' ? [textOf(system ?? ''), ...spoken] : spoken;
  };

  test('shows to the byte what each wire then gets, and sends nothing itself', async () => {
    // without language services, which find out more between the two
    select(await open('long.txt', longFile), 400, 404);
    const text = await preview();
    assert.deepEqual(await questions(), []);
    const file = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('/long.txt'));
    assert.ok(file);
    for (const fault of [undefined, 'overloaded'] as const) {
      if (fault) await practice.fault('anthropic', fault);
      await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
      await explain(person);
    }
    const sent = (await questions()).filter(({ provider }, at, all) => provider !== all[at - 1]?.provider);
    assert.deepEqual(
      sent.map(({ provider }) => provider),
      ['anthropic', 'openai'],
    );
    for (const request of sent)
      for (const content of contentsOf(request))
        assert.ok(text.includes(` ────────\n${content}`), content.slice(0, 300));
  });

  test('masks secrets and says what is only sent in part', async () => {
    select(await open('long.ts', longFile), 2, 5);
    const text = await preview();
    assert.doesNotMatch(text, /ghp_/);
    assert.match(text, /const token = 'SECRET_1_\w+'/);
    assert.match(text, /lines left out/);
  });
});

type Content = string | readonly { readonly text?: string }[];

interface Body {
  readonly system?: Content;
  readonly messages: readonly { readonly content: Content }[];
}

const textOf = (content: Content): string =>
  typeof content === 'string' ? content : content.map(({ text = '' }) => text).join('');
