import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { fileNamed, open, replace, select, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { canaries } from './scene.ts';

/** What was sent last, as it reads. */
async function sent(): Promise<string> {
  const { body } = (await questions()).at(-1) ?? assert.fail('nothing was sent');
  return body.replaceAll('\\n', '\n').replaceAll('\\"', '"');
}

suite('what a user adds to a question', () => {
  let person: Person;
  suiteSetup(async () => {
    person = new Person();
    await writeFile('src/Added.java', 'class Added {\n  int added;\n}\n');
  });
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    select(await open('src/Tax.java'), 3, 5);
  });

  const ask = async (words: string): Promise<string> => {
    person.types(words);
    await vscode.commands.executeCommand('steadfast.ask');
    await person.reads();
    return sent();
  };

  test('a file that its words name is sent whole', async () => {
    const text = await ask('Is it like #src/Added.java?');
    assert.match(text, /The user has added: file src\/Added\.java\n```java\nclass Added \{\n {2}int added;\n\}\n```/);
  });

  test('by its name alone, too, and as it stands unsaved', async () => {
    const { document } = await open('src/Added.java');
    await replace(document, 'int added', 'int unsaved');
    select(await open('src/Tax.java'), 3, 5);
    const text = await ask('Is it like #Added.java?');
    await replace(document, 'int unsaved', 'int added');
    assert.match(text, /int unsaved;/);
  });

  for (const [name, canary] of [
    ['.env', canaries.secretFile],
    ['private/Plan.java', canaries.ignored],
    ['build/Made.java', canaries.built],
  ] as const)
    test(`${name} is not sent, whatever the words say`, async () => {
      const text = await ask(`What is in #${name}?`);
      assert.deepEqual([text.includes(canary), text.includes('The user has added')], [false, false]);
    });

  // avante-corp/avante.nvim #3185, anthropics/claude-code #64582: a repository may hold a link to anywhere
  test('a link to a file outside of the folder is not sent, nor is what lies behind a linked folder', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'steadfast-outside-'));
    writeFileSync(path.join(outside, 'Diary.java'), 'class Diary {} // canary-of-outside\n');
    symlinkSync(path.join(outside, 'Diary.java'), fileNamed('src/Linked.java').fsPath);
    symlinkSync(outside, fileNamed('src/linked').fsPath);
    try {
      const text = await ask('What is in #src/Linked.java and #src/linked/Diary.java and #src/linked/?');
      assert.deepEqual(
        ['canary-of-outside', 'The user has added'].filter(each => text.includes(each)),
        [],
      );
    } finally {
      rmSync(fileNamed('src/Linked.java').fsPath);
      rmSync(fileNamed('src/linked').fsPath);
      rmSync(outside, { recursive: true });
    }
  });

  // RooCodeInc/Roo-Code #10824: a sound was sent as if it were text
  test('what is no text is not sent', async () => {
    await vscode.workspace.fs.writeFile(fileNamed('src/Sound.java'), new Uint8Array([0x89, 0x50, 0, 0xff, 0, 1]));
    assert.ok(!(await ask('What is in #src/Sound.java?')).includes('The user has added'));
  });

  test('a token in it is masked', async () => {
    const text = await ask('Is it like #src/Token.java?');
    assert.match(text, /The user has added: file src\/Token\.java/);
    assert.ok(!text.includes(canaries.token));
  });

  test('a folder is sent by the names in it that may be told', async () => {
    const text = await ask('What is in #src/?');
    assert.match(text, /names of the files in src\n```text\n(?:[^\n]*\n)*Tax\.java/);
  });

  test('what is picked from the list goes along with the next question, stands in its panel, and is gone when it is removed', async () => {
    await open('src/Added.java');
    select(await open('src/Tax.java'), 3, 5);
    person.picks('#src/Added.java');
    await vscode.commands.executeCommand('steadfast.addToQuestion');
    await explain(person);
    const panel = person.panels.at(-1) ?? assert.fail();
    const [first] = panel.view?.added ?? [];
    assert.deepEqual([first?.name, (await sent()).includes('int added;')], ['#src/Added.java', true]);
    panel.says({ kind: 'removeAdded', id: first?.id ?? '' });
    await until('nothing is added', () => panel.view?.added.length === 0);
    panel.says({ kind: 'followUp', text: 'And now?' });
    await until('a second question', async () => (await questions()).length === 2);
    await person.reads();
    assert.ok(!(await sent()).includes('The user has added'));
  });

  test('the panel is told what may be added by a name, without what must not be sent', async () => {
    await explain(person);
    const panel = person.panels.at(-1) ?? assert.fail();
    panel.says({ kind: 'suggest', typed: 'plan' });
    await until('what is found', () => panel.suggestions.get('plan'));
    panel.says({ kind: 'suggest', typed: 'added' });
    const names = await until('what is found', () => panel.suggestions.get('added'));
    assert.deepEqual([names, panel.suggestions.get('plan')], [['src/Added.java'], []]);
  });

  test('what is selected in a terminal leaves the clipboard as it was', async () => {
    await vscode.env.clipboard.writeText('what the user had copied');
    const terminal = vscode.window.createTerminal({ name: 'for the test' });
    terminal.show();
    await until('a terminal', () => vscode.window.activeTerminal === terminal);
    person.picks('#terminal');
    await vscode.commands.executeCommand('steadfast.addToQuestion');
    terminal.dispose();
    assert.equal(await vscode.env.clipboard.readText(), 'what the user had copied');
  });

  test('the staged changes are sent, without files that must not be', async () => {
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...words], {
        cwd: fileNamed('').fsPath,
      });
    git('init', '-q');
    git('add', 'src/Added.java', '.env', '-f');
    git('commit', '-qm', 'begin');
    await writeFile('src/Added.java', 'class Added {\n  int changed;\n}\n');
    await writeFile('.env', `A=${canaries.secretFile}\n`);
    git('add', '-f', 'src/Added.java', '.env');
    const api = await gitApi();
    await until('the repository', () => api.repositories.length > 0);
    select(await open('src/Tax.java'), 3, 5);
    const text = await ask('What do #staged do?');
    assert.match(text, /The user has added: staged changes\n```diff\ndiff --git a\/src\/Added\.java/);
    assert.match(text, /- {2}int added;\n\+ {2}int changed;/);
    assert.ok(!text.includes(canaries.secretFile));
  });
});

interface GitExtension {
  getAPI(version: 1): { readonly repositories: readonly unknown[]; openRepository(root: vscode.Uri): Promise<unknown> };
}

async function gitApi() {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git') ?? assert.fail('no git extension');
  const api = (await extension.activate()).getAPI(1);
  await api.openRepository(fileNamed(''));
  return api;
}
