import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, questions } from '../support/assistance.ts';
import { fileNamed, open, putCursor, select, tabsOf, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { inStorage, namesInStorage } from '../support/storage.ts';
import { until } from '../support/until.ts';
import { git, linter, report, repository } from './rows.ts';

const token = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`;

const sent = async (): Promise<string> => (await questions()).map(({ body }) => body).join('\n');

suite('what an assistance sends and leaves', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await vscode.commands.executeCommand('steadfast.discardEdit');
    linter.clear();
    await beginAnew(person);
  });

  /** Nothing is staged but these files. */
  async function stage(files: Readonly<Record<string, string>>) {
    const found = await repository();
    found.inputBox.value = '';
    git('reset', '--quiet');
    for (const [name, text] of Object.entries(files)) await writeFile(name, text);
    git('add', '--force', ...Object.keys(files));
    await found.status();
    await until('what is staged', () => found.state.indexChanges.length === Object.keys(files).length);
    return found;
  }

  test('of a secret file in the changes the name goes, and of other files their secrets as placeholders', async () => {
    await stage({ '.env': 'CANARY=canary-of-the-env-file\n', 'client.ts': `export const token = '${token}';\n` });
    await vscode.commands.executeCommand('steadfast.commitMessage');
    const body = await sent();
    assert.deepEqual(
      ['canary-of-the-env-file', token].filter(text => body.includes(text)),
      [],
    );
    assert.match(body, /added: \.env/);
    assert.match(body, /export const token/);
  });

  test('hidden characters of the changes go as marks', async () => {
    await stage({ 'shown.ts': 'export const a = 1; // \u202ereversed\n' });
    await vscode.commands.executeCommand('steadfast.commitMessage');
    const body = await sent();
    assert.deepEqual([body.includes('\u202e'), body.includes('⟦hidden')], [false, true]);
  });

  test('with something staged nothing else is told of', async () => {
    await stage({ 'staged.ts': 'export const staged = 1;\n' });
    await writeFile('canary-not-staged.ts', 'export const other = 1;\n');
    await vscode.commands.executeCommand('steadfast.commitMessage');
    assert.deepEqual((await sent()).includes('canary-not-staged'), false);
  });

  // https://github.com/zurawiki/gptcommit/issues/97
  test('a program that Git is told to make diffs with does not run, and the diff has its usual form', async () => {
    await writeFile('compare.sh', '#!/bin/sh\ntouch "$(dirname "$0")/it-ran.txt"\necho columns\n');
    const program = fileNamed('compare.sh').fsPath;
    chmodSync(program, 0o755);
    const found = await stage({ 'plain.ts': 'export const one = 1;\n' });
    git('commit', '--message=feat: add plain');
    await stage({ 'plain.ts': 'export const one = 2;\n' });
    git('config', 'diff.external', program);
    git('config', 'color.ui', 'always');
    try {
      await vscode.commands.executeCommand('steadfast.commitMessage');
      git('reset', '--quiet');
      await found.status();
      await vscode.commands.executeCommand('steadfast.commitMessage');
    } finally {
      git('config', '--unset', 'diff.external');
      git('config', '--unset', 'color.ui');
    }
    for (const { body } of await questions()) assert.match(body, /\+export const one = 2;/);
    assert.deepEqual([(await questions()).length, existsSync(fileNamed('it-ran.txt').fsPath)], [2, false]);
  });

  test('a message that was typed can be had back', async () => {
    const found = await stage({ 'kept.ts': 'export const kept = 1;\n' });
    const typed = 'Keep the cursor where it was, because the list is read again';
    found.inputBox.value = typed;
    person.presses('Undo');
    await vscode.commands.executeCommand('steadfast.commitMessage');
    await until('the words of before', () => found.inputBox.value === typed);
    assert.equal(person.told.length, 1);
  });

  test('what begins a message stays its beginning', async () => {
    const found = await stage({ 'begun.ts': 'export const begun = 1;\n' });
    found.inputBox.value = 'docs: ';
    await vscode.commands.executeCommand('steadfast.commitMessage');
    assert.match(found.inputBox.value, /^docs: add begun\.ts$/);
  });

  test('a message that is committed is learnt as kept, one that others stand in for is not', async () => {
    const learnt = (): readonly string[] => {
      const logs = namesInStorage().filter(name => /^learned-.*\.log$/.test(name));
      return logs.flatMap(name => readFileSync(inStorage(name), 'utf8').match(/"kept":(?:true|false)/g) ?? []);
    };
    const commit = async (name: string, message?: string): Promise<void> => {
      const found = await stage({ [name]: `export const name = '${name}';\n` });
      await vscode.commands.executeCommand('steadfast.commitMessage');
      git('commit', `--message=${message ?? found.inputBox.value}`);
      await found.status();
    };
    const start = learnt().length;
    await commit('earlier.ts', 'Something else altogether'); // with it messages of earlier tests are at their end, too
    await until('what was learnt of these', () => learnt().length > start);
    await commit('committed.ts');
    await until('what was learnt of the one that was committed', () => learnt().at(-1) === '"kept":true');
    const before = learnt().length;
    await commit('replaced.ts', 'Something else altogether');
    await until('what was learnt of the one that was replaced', () => learnt().length > before);
    assert.deepEqual(learnt().slice(before), ['"kept":false']);
  });

  test('tests go where the project has them, with an example whose secrets are placeholders', async () => {
    await writeFile('spec/other.spec.ts', `import { it } from 'vitest';\n// ${token}\nit('works', () => undefined);\n`);
    const { document } = await open('counted.ts', 'export function count(): number {\n  return 1;\n}\n');
    const editor = await vscode.window.showTextDocument(document);
    select(editor, 1, 3);
    await vscode.commands.executeCommand('steadfast.tests');
    const body = await sent();
    const [diff] = tabsOf(vscode.TabInputTextDiff);
    assert.match(body, /new file, spec\/counted\.spec\.ts/);
    assert.match(body, /written for vitest/);
    assert.equal(body.includes(token), false);
    assert.equal(diff?.modified.path, fileNamed('spec/counted.spec.ts').path);
  });

  test('tests are put to the file that is there, and its own stay', async () => {
    await writeFile('summed.test.ts', "import { test } from 'node:test';\n\ntest('is there', () => undefined);\n");
    const editor = await open('summed.ts', 'export function sum(): number {\n  return 1;\n}\n');
    select(editor, 1, 3);
    await vscode.commands.executeCommand('steadfast.tests');
    await vscode.commands.executeCommand('steadfast.acceptEdit');
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /is there[^]*sum gives a value/);
  });

  test('a problem that somebody points at is the one that is sent', async () => {
    const { document } = await open('pointed.ts', 'export function f(): number {\n  return Math.floor(2.5);\n}\n');
    const first = report(document, 'Math.floor', 'The first problem.');
    const second = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 6), 'The second problem.');
    linter.set(document.uri, [first, second]);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      first.range,
    );
    const { command } = actions.find(({ title }) => title === 'Fix with Steadfast') ?? assert.fail();
    await vscode.commands.executeCommand(command?.command ?? '', ...((command?.arguments as unknown[]) ?? []));
    assert.match(await sent(), /The first problem\./);
    assert.doesNotMatch(await sent(), /The second problem\./);
  });

  // https://github.com/microsoft/ai.ed/pull/35
  test('of two findings in one line each has actions of its own', async () => {
    const { document } = await open('two-findings.ts', 'export const same = (text: string) =>\n  eval(text) == 1;\n');
    await vscode.commands.executeCommand('steadfast.review');
    const range = new vscode.Range(1, 2, 1, 18);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const dismissals = actions.filter(({ title }) => title === 'Dismiss This Finding');
    const meant = dismissals.map(({ command }) => String(command?.arguments?.[0]));
    assert.equal(new Set(meant).size, 2, meant.join());
    await vscode.commands.executeCommand('steadfast.clearFindings');
  });

  test('a cell of a notebook is documented in its place, and shown in its language', async () => {
    const data = new vscode.NotebookData([
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'def total(items):\n    return sum(items)', 'python'),
    ]);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    await vscode.window.showNotebookDocument(notebook);
    const [cell = assert.fail()] = notebook.getCells();
    const editor = await vscode.window.showTextDocument(cell.document);
    putCursor(editor, 'sum');
    await vscode.commands.executeCommand('steadfast.docs');
    const [diff] = tabsOf(vscode.TabInputTextDiff);
    const proposed = await vscode.workspace.openTextDocument(diff?.modified ?? assert.fail('there is no diff'));
    assert.equal(proposed.languageId, 'python');
    await vscode.commands.executeCommand('steadfast.acceptEdit');
    assert.match(cell.document.getText(), /^def total\(items\):\n {4}"""[^]*"""\n {4}return sum\(items\)/);
  });
});
