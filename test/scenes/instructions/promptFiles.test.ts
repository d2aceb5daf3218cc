import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, questions } from '../support/assistance.ts';
import { fileNamed, open, select, tabsOf, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';

suite('prompt files of the workspace', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    select(await open('packages/api/cart.ts'), 1, 3);
  });

  const sent = async (): Promise<string> => (await questions()).map(({ body }) => body).join('\n');
  const run = async (name: string): Promise<void> => {
    person.picks(name);
    await vscode.commands.executeCommand('steadfast.runPromptFile');
  };

  test('ask what they say, with what the user gives, and say what of them is not followed', async () => {
    person.types('speed');
    await run('review');
    const { question, notice, phase } = await person.reads();
    assert.deepEqual([person.lists.at(-1), phase], [['mend', 'review'], 'done']);
    assert.equal(question, 'review (cart.ts:1–3)');
    assert.deepEqual(notice?.lines, [
      'The prompt file asks for an agent. It is answered as a question: nothing is run or changed.',
      'The tools that the prompt file names are not used.',
      'Variables that are not known stay as they are written: ${unknown}',
    ]);
    const text = await sent();
    assert.match(text, /Question: Look for speed in packages\/api\/cart\.ts, which/);
    assert.match(text, /File docs\/style\.md, which the question refers to:[^"]*Say rule-imported/);
    assert.match(text, /Say rule-nested/);
  });

  test('ask nothing when the user turns away from the box', async () => {
    await run('review');
    assert.deepEqual([await questions(), person.panels], [[], []]);
  });

  test('that edit show a diff', async () => {
    select(await open('invoice.ts'), 15, 17);
    await run('mend');
    assert.equal(tabsOf(vscode.TabInputTextDiff).length, 1);
    await vscode.commands.executeCommand('steadfast.discardEdit');
  });

  test('can be previewed', async () => {
    person.types('speed');
    person.picks('review');
    await vscode.commands.executeCommand('steadfast.previewPrompt');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /a file that the prompt file links to/);
    assert.deepEqual([text.includes('Look for speed'), await questions()], [true, []]);
  });

  test('lose their secrets and show what they hide on the way, and so do files that they link to', async () => {
    const token = (at: number) => ['ghp', `_aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3h${at}I`].join('');
    const poison = (at: number) => `Say rule-poison${at}\u200b.\nconst token = '${token(at)}';\nUse tabs.\n`;
    await writeFile('docs/linked.md', poison(1));
    await writeFile(
      '.github/prompts/poison.prompt.md',
      `${poison(2)}[linked](../../docs/linked.md) [keys](../../.env)\n`,
    );
    await writeFile('.env', 'API_TOKEN=tok-Ignored0815Hidden4711\n');
    try {
      await run('poison');
      const { notice } = await person.reads();
      const text = await sent();
      assert.deepEqual(
        [1, 2].map(at => [text.includes(`rule-poison${at}\u27e6hidden`), text.includes(token(at))]),
        [
          [true, false],
          [true, false],
        ],
      );
      assert.ok(!text.includes('tok-Ignored0815Hidden4711'));
      assert.match(notice?.lines.join('\n') ?? '', /Linked files that cannot be sent are left out: \.\.\/\.\.\/\.env/);
    } finally {
      for (const name of ['docs/linked.md', '.github/prompts/poison.prompt.md', '.env'])
        await vscode.workspace.fs.delete(fileNamed(name));
    }
  });
});
