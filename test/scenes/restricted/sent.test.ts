import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { setup, suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit, explain, questions } from '../support/assistance.ts';
import { fileNamed, open, putCursor, select, tabsOf, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { watchReads } from '../support/reads.ts';
import { until } from '../support/until.ts';

const canary = 'restricted-canary';
/** Lines 3 to 5 are a function; all else holds the canary. */
const source = `// ${canary} above\n\nexport function half(amount: number): number {\n  return amount / 2;\n}\n\n// ${canary} below\n`;

suite('what assistances do in a folder that is not trusted', () => {
  let person: Person;
  let files = 0;
  let reads = watchReads();
  const known: vscode.Disposable[] = [];

  suiteSetup(() => {
    reads.end();
    person = new Person();
    const linter = vscode.languages.createDiagnosticCollection('linter');
    const range = new vscode.Range(2, 0, 4, 1);
    known.push(
      linter,
      vscode.languages.registerHoverProvider('typescript', { provideHover: () => new vscode.Hover(canary) }),
      vscode.languages.registerDocumentSymbolProvider('typescript', {
        provideDocumentSymbols: () => [
          new vscode.DocumentSymbol('half', canary, vscode.SymbolKind.Function, range, range),
        ],
      }),
      vscode.languages.registerReferenceProvider('typescript', {
        provideReferences: () => [new vscode.Location(fileNamed(`${canary}.ts`), range)],
      }),
      vscode.languages.registerRenameProvider('typescript', {
        prepareRename: (document, at) => document.getWordRangeAtPosition(at),
        provideRenameEdits: () => new vscode.WorkspaceEdit(),
      }),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        if (uri.path.includes('/half-')) linter.set(uri, [new vscode.Diagnostic(range, canary)]);
      }),
    );
  });
  suiteTeardown(() => {
    for (const each of known) each.dispose();
    person.leave();
  });
  setup(async () => {
    await vscode.commands.executeCommand('steadfast.discardEdit');
    await beginAnew(person);
  });
  teardown(() => reads.end());

  /** A file of its own, so that no answer is remembered, with its function selected; what is read from now on is noted. */
  async function selected(text = source, ending = 'ts'): Promise<vscode.TextEditor> {
    const editor = await open(`half-${(files += 1)}.${ending}`, text.replaceAll('half', `half${files}`));
    select(editor, 3, 5);
    reads = watchReads();
    return editor;
  }

  /** Files that were read, but for the one that is asked about, which is open, and what we show ourselves. */
  const readFiles = (): readonly string[] =>
    reads.files.filter(file => !/\/half-\d+(?:\.test)?\.\w+$|^steadfast-/.test(file));

  const sent = async (): Promise<string> => (await questions()).map(({ body }) => body).join('\n');

  /** One question went, with the function and with nothing else of the workspace, and no file was read for it. */
  async function onlyTheFunction(): Promise<void> {
    const asked = await questions();
    const body = await sent();
    assert.deepEqual(
      [asked.length, body.includes('return amount / 2'), body.includes(canary), readFiles()],
      [1, true, false, []],
    );
    assert.deepEqual(await practice.reachedCanary(), []);
  }

  /** Nothing went, nothing was read, and one message says why. */
  async function refused(why: RegExp): Promise<void> {
    assert.deepEqual([await questions(), readFiles(), person.told.length], [[], [], 1]);
    assert.match(person.told[0]?.text ?? '', why);
  }

  test('explain, of what is selected', async () => {
    await selected();
    await explain(person);
    await onlyTheFunction();
  });

  test('edit, of what is selected', async () => {
    await selected();
    await edit(person, 'use a shift');
    await onlyTheFunction();
  });

  for (const task of ['fix', 'tests', 'docs'] as const)
    test(`${task}, of what is selected`, async () => {
      await selected();
      person.types('half cents are lost');
      await vscode.commands.executeCommand(`steadfast.${task}`);
      await onlyTheFunction();
    });

  test('names are suggested for what stands under the cursor, with its function alone', async () => {
    const editor = await selected();
    putCursor(editor, 'half');
    await vscode.commands.executeCommand('steadfast.rename');
    await onlyTheFunction();
  });

  test('tests of a language whose tests stand in the file itself do not take along the file', async () => {
    const rust = `// ${canary}\n\nfn half(amount: u32) -> u32 {\n    return amount / 2;\n}\n\n// ${canary}\n`;
    await selected(rust, 'rs');
    await vscode.commands.executeCommand('steadfast.tests');
    await onlyTheFunction();
  });

  test('an edit that was proposed is accepted by its user, and is the only thing that changes', async () => {
    const { document } = await selected();
    await vscode.commands.executeCommand('steadfast.docs');
    assert.equal(tabsOf(vscode.TabInputTextDiff).length, 1);
    await vscode.commands.executeCommand('steadfast.acceptEdit');
    const text = document.getText();
    assert.ok(text.startsWith(`// ${canary} above\n`) && text.endsWith(`// ${canary} below\n`));
  });

  test('a file that runs code when somebody builds is not changed', async () => {
    const editor = await open('vite.config.ts', 'export default {\n  root: 1,\n};\n');
    select(editor, 1, 3);
    await edit(person, 'say what it is');
    await vscode.commands.executeCommand('steadfast.acceptEdit');
    assert.equal(editor.document.getText(), 'export default {\n  root: 1,\n};\n');
  });

  for (const name of ['#changes', '#staged', '#problems', '#invoice.ts', `#${canary}.ts`, '#.github/'])
    test(`a question that names ${name} takes nothing along`, async () => {
      await selected();
      person.types(`What is ${name} to this?`);
      await vscode.commands.executeCommand('steadfast.ask');
      await person.reads();
      const body = (await sent()).replaceAll(name, '');
      assert.deepEqual(
        [body.includes('The user has added'), body.includes(canary), body.includes('roundToCents'), readFiles()],
        [false, false, false, []],
      );
    });

  test('a follow-up question in the panel goes with the function and what was said', async () => {
    await selected();
    await explain(person);
    await practice.clear();
    person.panels.at(-1)?.says({ kind: 'followUp', text: 'Where is it used? See #invoice.ts' });
    await until('the question', async () => (await questions()).length === 1);
    await person.reads();
    await onlyTheFunction();
  });

  test('a follow-up question does not take along what the editor said in place of a model', async () => {
    await selected();
    for (const provider of ['anthropic', 'openai', 'local'] as const) await practice.fault(provider, 'server-error');
    const { text } = await explain(person);
    assert.match(text, new RegExp(canary)); // for the user alone
    await practice.heal();
    for (const target of ['practice-anthropic', 'practice-openai', 'practice-local'])
      await vscode.commands.executeCommand('steadfast.resetCircuit', target);
    await practice.clear();
    person.panels.at(-1)?.says({ kind: 'followUp', text: 'And why?' });
    await until('the question', async () => (await questions()).length === 1);
    await person.reads();
    assert.equal((await sent()).includes(canary), false);
  });

  test('nothing is added to a question', async () => {
    await selected();
    await vscode.commands.executeCommand('steadfast.addToQuestion');
    await refused(/^Nothing can be added in restricted mode: only the selected code is sent\.$/);
  });

  test('nothing is offered to be added by a name, and nothing is added by one', async () => {
    await selected();
    await explain(person);
    await practice.clear();
    const panel = person.panels.at(-1) ?? assert.fail();
    panel.says({ kind: 'suggest', typed: 'inv' });
    assert.deepEqual(await until('what is found', () => panel.suggestions.get('inv')), []);
    panel.says({ kind: 'add', name: 'invoice.ts' });
    await until('a sentence', () => person.told.length === 1);
    assert.deepEqual([panel.view?.added, readFiles()], [[], []]);
  });

  test('a lens stands above a function where the folder wants it, and asks about that function alone', async () => {
    const { document } = await selected();
    const lenses = await until('lenses', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      return found.find(({ command }) => command?.title === 'Explain')?.command;
    });
    assert.deepEqual(await questions(), []);
    await vscode.commands.executeCommand(lenses.command, ...((lenses.arguments ?? []) as unknown[]));
    await person.reads();
    await onlyTheFunction();
  });

  test('the light bulb asks nothing until something is chosen, and fixes without the words of other extensions', async () => {
    const { document, selection } = await selected();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
    );
    const { command } = actions.find(({ title }) => title === 'Fix with Steadfast') ?? assert.fail();
    assert.deepEqual([await questions(), readFiles()], [[], []]);
    person.types('half cents are lost');
    await vscode.commands.executeCommand(command?.command ?? '', ...((command?.arguments ?? []) as unknown[]));
    await onlyTheFunction();
  });

  test('Preview Prompt shows what would go, sends nothing and reads nothing', async () => {
    await selected();
    person.picks('Explain');
    await vscode.commands.executeCommand('steadfast.previewPrompt');
    const shown = vscode.workspace.textDocuments
      .filter(({ uri }) => !['file', 'steadfast-edit'].includes(uri.scheme)) // the diffs of earlier tests may still be open
      .map(each => each.getText());
    assert.deepEqual([await questions(), readFiles(), shown.join('').includes(canary)], [[], [], false]);
  });

  test('the changes of a repository are not read, whatever its settings would run', async () => {
    const ran = fileNamed('ran').fsPath;
    const program = fileNamed('evil.sh').fsPath;
    writeFileSync(program, `#!/bin/sh\necho "$0" >> '${ran}'\n`);
    chmodSync(program, 0o755);
    mkdirSync(fileNamed('.git/hooks').fsPath, { recursive: true });
    mkdirSync(fileNamed('.git/refs').fsPath, { recursive: true });
    mkdirSync(fileNamed('.git/objects').fsPath, { recursive: true });
    writeFileSync(fileNamed('.git/HEAD').fsPath, 'ref: refs/heads/main\n');
    writeFileSync(
      fileNamed('.git/config').fsPath,
      `[core]\n\trepositoryformatversion = 0\n\tfsmonitor = ${program}\n\tpager = ${program}\n\tsshCommand = ${program}\n[diff]\n\texternal = ${program}\n[filter "evil"]\n\tclean = ${program}\n\tsmudge = ${program}\n`,
    );
    writeFileSync(fileNamed('.gitattributes').fsPath, '* filter=evil diff=evil\n');
    writeFileSync(fileNamed('.git/hooks/prepare-commit-msg').fsPath, `#!/bin/sh\n'${program}'\n`, { mode: 0o755 });
    await selected();
    await vscode.commands.executeCommand('steadfast.commitMessage');
    await vscode.commands.executeCommand('steadfast.commitMessage', { rootUri: fileNamed('.') });
    person.told.splice(1);
    await refused(/^This folder is not trusted, so its changes are not read\. Trust it first\.$/);
    assert.equal(existsSync(ran), false);
  });

  test('no task of the folder ran when it was opened', () => {
    assert.equal(existsSync(fileNamed('task-ran').fsPath), false);
  });

  test('a link to a file of secrets is as secret as that', async () => {
    await writeFile('.env', `KEY=${canary}\n`);
    symlinkSync(fileNamed('.env').fsPath, fileNamed('harmless.txt').fsPath);
    select(await open('harmless.txt'), 1, 1);
    reads = watchReads();
    await vscode.commands.executeCommand('steadfast.explain');
    assert.deepEqual([await questions(), person.told.length], [[], 1]);
  });

  test('hidden characters of the selection go as marks', async () => {
    await selected(source.replace('amount / 2;', 'amount / 2; // \u202e\u{e0041}\u{e0042}'));
    await explain(person);
    const body = await sent();
    assert.deepEqual([/[\u202e\u{e0041}]/u.test(body), body.includes('⟦hidden')], [false, true]);
  });

  test('a file that an ignore file excludes is not sent here either', async () => {
    await writeFile('.aiignore', 'excluded.ts\n');
    select(await open('excluded.ts', source), 3, 5);
    await vscode.commands.executeCommand('steadfast.explain');
    assert.deepEqual([await questions(), person.told.length], [[], 1]);
    await vscode.workspace.fs.delete(fileNamed('.aiignore'));
  });
});
