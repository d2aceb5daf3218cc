import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile as writeAnywhere } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit, explain, questions } from '../support/assistance.ts';
import { fileNamed, open, select, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';

/** Of the form of a key, and nobody's: put together here so that no scanner takes this file for a leak. */
const secret = ['sk', 'ant', 'api03', `${'Q7w_e9R-t2Y4u6I8o0P1'.repeat(5).slice(0, 93)}AA`].join('-');
const password = 'correct-horse-7-battery';
const program = `const key = '${secret}';

export function round(amount: number): number {
  const url = 'postgres://clerk:${password}@db.example/invoices';
  return Math.floor(amount * 100) / 100 + url.length;
}
`;

suite('secrets', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(() => beginAnew(person));

  const bodies = async () => (await questions()).map(({ body }) => body);
  const holdsNone = (sent: readonly string[]) => {
    assert.equal(sent.length, 1);
    for (const one of [secret, password]) assert.ok(!sent[0]?.includes(one), 'a secret reached the wire');
  };

  test('in the selection reach no wire, and the panel says how many were masked', async () => {
    select(await open('keys.ts', program), 1, 6);
    const { provenance } = await explain(person);
    holdsNone(await bodies());
    assert.ok(provenance.includes('2 secrets masked'), provenance.join('\n'));
  });

  test('near the selection reach no wire', async () => {
    select(await open('near.ts', program), 5, 5);
    await explain(person);
    holdsNone(await bodies());
  });

  test('in the instruction reach no wire', async () => {
    select(await open('invoice.ts'), 15, 17);
    await edit(person, `fix the rounding bug, and do not use ${secret} or postgres://clerk:${password}@db.example/x`);
    holdsNone(await bodies());
  });

  test('stand in the file unchanged after an edit was accepted', async () => {
    const editor = await open('edited.ts', program);
    select(editor, 1, 6);
    await edit(person, 'fix the rounding bug');
    await vscode.commands.executeCommand('steadfast.acceptEdit');
    holdsNone(await bodies());
    assert.equal(editor.document.getText(), program.replace('Math.floor', 'Math.round'));
  });

  const named = 'files of its kind usually hold secrets';
  const excluded = 'an ignore file of this workspace, such as .aiignore, excludes it';
  const refused = [
    ['.env', 'LEVEL=debug\n', named],
    ['config/credentials.json', '{ "user": "clerk" }\n', named],
    ['private/plan.ts', 'export const plan = 1;\n', excluded],
  ] as const;
  for (const [name, text, because] of refused) {
    test(`nothing of ${name} is sent, and that is said`, async () => {
      await writeFile('.aiignore', 'private/\n');
      select(await open(name, text), 1, 1);
      for (const task of ['explain', 'ask', 'edit']) {
        person.types('what is this?');
        await vscode.commands.executeCommand(`steadfast.${task}`);
      }
      await vscode.workspace.fs.delete(fileNamed('.aiignore'));
      assert.deepEqual([await questions(), person.panels], [[], []]);
      const said = `Nothing from ${name} is sent, because ${because}. Select code in another file.`;
      assert.deepEqual(
        person.told.map(message => message.text),
        [said, said, said],
      );
    });
  }

  test('nothing of an excluded file is sent from an older version of it either', async () => {
    await writeFile('.aiignore', 'private/\n');
    const uri = (await writeFile('private/plan.ts', 'export const plan = 2;\n')).with({ scheme: 'older' });
    const older = vscode.workspace.registerTextDocumentContentProvider('older', {
      provideTextDocumentContent: () => 'export const plan = 1;\n',
    });
    select(await vscode.window.showTextDocument(uri), 1, 1);
    await vscode.commands.executeCommand('steadfast.explain');
    older.dispose();
    await vscode.workspace.fs.delete(fileNamed('.aiignore'));
    const said = `Nothing from private/plan.ts is sent, because ${excluded}. Select code in another file.`;
    assert.deepEqual([person.told.map(({ text }) => text), await questions()], [[said], []]);
  });

  test('of where a file outside of the workspace lies, only its name is sent', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'client-of-ours-'));
    const file = path.join(folder, 'offer.ts');
    await writeAnywhere(file, 'export const offer = 1;\n');
    select(await vscode.window.showTextDocument(vscode.Uri.file(file)), 1, 1);
    await explain(person);
    const [sent = ''] = await bodies();
    assert.deepEqual([sent.includes('File: offer.ts'), sent.includes('client-of-ours')], [true, false]);
    await rm(folder, { recursive: true });
  });
});
