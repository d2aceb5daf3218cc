import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit, explain, questions } from '../support/assistance.ts';
import { open, replace, select, tabsOf } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { watchReads } from '../support/reads.ts';
import { until } from '../support/until.ts';

suite('a folder that is not trusted', () => {
  let person: Person;
  suiteSetup(async () => {
    await until('activation', () => vscode.extensions.getExtension('steadfast.steadfast')?.isActive);
    person = new Person();
  });
  suiteTeardown(() => person.leave());

  test('is not trusted', () => assert.equal(vscode.workspace.isTrusted, false));

  test('opening, typing, selecting and saving send nothing', async () => {
    const editor = await open('typed.ts', 'const one = 1;\n');
    await replace(editor.document, 'one', 'two');
    select(editor, 1, 1);
    await editor.document.save();
    assert.deepEqual([await practice.requests(), await practice.openSockets()], [[], 0]);
    assert.deepEqual(await practice.reachedCanary(), []);
  });

  test('opening, typing, selecting and saving make the extension read no file', async () => {
    const editor = await open('quiet.ts', 'const one = 1;\n');
    const other = (await open('invoice.ts')).document;
    const reads = watchReads();
    try {
      await vscode.window.showTextDocument(editor.document);
      await replace(editor.document, 'one', 'two');
      await editor.document.save();
      select(await vscode.window.showTextDocument(other), 15, 17);
      await vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        other.uri,
        new vscode.Range(14, 0, 16, 0),
      );
    } finally {
      reads.end();
    }
    assert.deepEqual([reads.files, await practice.requests()], [[], []]);
  });

  test('a file that it reads would have been seen', async () => {
    const { uri } = (await open('invoice.ts')).document;
    const reads = watchReads();
    try {
      await vscode.workspace.fs.readFile(uri);
    } finally {
      reads.end();
    }
    assert.deepEqual(reads.files, [uri.fsPath]);
  });

  suite('when its user asks', () => {
    setup(async () => {
      await beginAnew(person);
      select(await open('invoice.ts'), 15, 17);
    });

    test('explains, by the target that the user has chosen', async () => {
      const { provenance } = await explain(person);
      assert.match(provenance[0] ?? '', /^Answered by Anthropic practice \(practice-large\)/);
      assert.deepEqual([(await questions()).length, await practice.reachedCanary()], [1, []]);
    });

    test('sends the selected code, and nothing that stands around it or that a language service knows', async () => {
      const lines = (await open('invoice.ts')).document.getText().split('\n');
      const service = vscode.languages.registerHoverProvider('typescript', {
        provideHover: () => new vscode.Hover('canary of the hover'),
      });
      await open('typed.ts', 'const canaryOfTheOpenFile = 1;\n');
      select(await open('invoice.ts'), 16, 17); // another question than those before
      await explain(person);
      service.dispose();
      const [{ body } = assert.fail()] = await questions();
      const around = [...lines.slice(0, 15), ...lines.slice(17)].filter(line => line.trim().length > 12);
      assert.ok(lines.slice(15, 17).every(line => body.includes(JSON.stringify(line).slice(1, -1))));
      assert.deepEqual(
        ['canary of the hover', 'typed.ts', ...around].filter(text => body.includes(JSON.stringify(text).slice(1, -1))),
        [],
      );
    });

    test('sends none of its instructions and names none, nor does it read them', async () => {
      const reads = watchReads();
      const { provenance } = await explain(person);
      reads.end();
      const sent = (await questions()).map(({ body }) => body).join('\n');
      assert.deepEqual(
        [sent.includes('restricted-canary'), provenance.filter(line => line.includes('Instructions')), reads.files],
        [false, [], []],
      );
    });

    test('documents a file with nothing but the code of each declaration sent', async () => {
      const text = 'const canaryAround = 1;\n\nexport function first(): number {\n  return 1;\n}\n';
      await open('shown.ts', text);
      const service = vscode.languages.registerDocumentSymbolProvider('typescript', {
        provideDocumentSymbols: () => {
          const range = new vscode.Range(2, 0, 4, 1);
          const name = new vscode.Range(2, 16, 2, 21);
          return [new vscode.DocumentSymbol('first', '', vscode.SymbolKind.Function, range, name)];
        },
      });
      person.picksAllBut();
      await vscode.commands.executeCommand('steadfast.documentFile');
      service.dispose();
      const [{ body } = assert.fail(), ...others] = await questions();
      assert.deepEqual([body.includes('canaryAround'), others.length], [false, 0]);
      assert.equal(tabsOf(vscode.TabInputTextDiff).length, 1);
      await vscode.commands.executeCommand('steadfast.discardEdit');
    });

    test('runs no prompt file, and says why', async () => {
      await vscode.commands.executeCommand('steadfast.runPromptFile');
      assert.deepEqual(
        [person.told.map(({ text }) => text), await questions()],
        [['Prompt files are run in trusted workspaces only.'], []],
      );
    });

    test('edits, with a diff to be accepted', async () => {
      await edit(person, 'fix the rounding bug');
      assert.equal(tabsOf(vscode.TabInputTextDiff).length, 1);
      await vscode.commands.executeCommand('steadfast.acceptEdit');
      assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /Math\.round/);
    });
  });
});
