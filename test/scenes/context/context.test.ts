import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { setup, suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { pemKey } from '../../support/pemKey.ts';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { fileNamed, open, putCursor, replace, select } from '../support/documents.ts';
import { mark } from '../support/mark.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { definedIn, SilentService } from './definedIn.ts';
import { canaries } from './scene.ts';

const shop = (use: string): string => `class Shop {\n  int price(int net) {\n    return net + ${use};\n  }\n}\n`;

/** What was sent last, as it reads. */
async function sent(): Promise<string> {
  const { body } = (await questions()).at(-1) ?? assert.fail('nothing was sent');
  return body.replaceAll('\\n', '\n').replaceAll('\\"', '"');
}

const writeFile = (file: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(fileNamed(file), new TextEncoder().encode(text));

suite('what is sent along with the code', () => {
  let person: Person;
  let service: vscode.Disposable | undefined;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(() => beginAnew(person));
  teardown(() => {
    service?.dispose();
  });

  /** Explains the method that uses a name; a busy machine may ask before the service has answered, and is asked again. */
  async function explainUse(use: string, isThere: RegExp): Promise<string> {
    for (let tries = 0; tries < 10; tries += 1) {
      putCursor(await open('src/Shop.java', shop(use)), 'return net');
      await wait(tries * 500); // opening keeps the machine busy itself
      await explain(person);
      if (isThere.test(await sent())) return sent();
    }
    return assert.fail(`never sent: ${isThere.source}`);
  }

  test('a function that another file defines is sent whole, with its place', async () => {
    service = definedIn({ of: ['src/Tax.java', 2] });
    const text = await explainUse('Tax.of(net)', /Definition of a name in it/);
    assert.match(
      text,
      /from src\/Tax\.java, line 2:\n```text\n {2}\/\*\* What is due\. \*\/\n {2}static int of\(int net\) \{\n {4}return net \/ 5;\n {2}\}/,
    );
  });

  test('an edit of it that is not saved is what is sent', async () => {
    service = definedIn({ of: ['src/Tax.java', 2] }); // zhukunpenglinyutong/jetbrains-cc-gui #1202: the file was, as it is on disk
    const { document } = await open('src/Tax.java');
    await replace(document, 'net / 5', 'net / 7');
    const text = await explainUse('Tax.of(net)', /Definition of a name in it/);
    assert.ok(text.includes('net / 7') && !text.includes('net / 5'));
    await replace(document, 'net / 7', 'net / 5');
  });

  test('what went along stays for the next question about the file, in front of what is new', async () => {
    service = definedIn({ of: ['src/Tax.java', 2], rate: ['src/Hidden.java', 1] });
    const inOrder = /static int of[^]*static int rate/;
    let text = '';
    for (let tries = 0; tries < 10 && !inOrder.test(text); tries += 1) {
      await explainUse('Tax.of(net)', /static int of/);
      text = await explainUse('Hidden.rate()', /static int rate/);
    }
    assert.match(text, inOrder);
  });

  test('it does not when its file says something else by now', async () => {
    service = definedIn({ of: ['src/Tax.java', 2], login: ['src/Token.java', 1] });
    await explainUse('Tax.of(net)', /static int of/);
    const { document } = await open('src/Tax.java');
    await replace(document, 'net / 5', 'net / 7');
    const text = await explainUse('Token.login()', /static String login/);
    await replace(document, 'net / 7', 'net / 5');
    assert.ok(!text.includes('net / 5'));
  });

  test('nor when its file has been excluded since', async () => {
    service = definedIn({ of: ['src/Tax.java', 2], login: ['src/Token.java', 1] });
    await explainUse('Tax.of(net)', /static int of/);
    await writeFile('.aiignore', 'private/\nsrc/Tax.java\n');
    const text = await explainUse('Token.login()', /static String login/);
    await writeFile('.aiignore', 'private/\n');
    assert.ok(!text.includes('static int of'));
  });

  test('a token in it is masked', async () => {
    service = definedIn({ login: ['src/Token.java', 1] });
    const text = await explainUse('Token.login()', /static String login/);
    assert.ok(!text.includes(canaries.token));
  });

  test('a key is, of which only some lines are left', async () => {
    service = definedIn({ key: ['src/Keys.java', 1] });
    const text = await explainUse('Keys.key()', /static String key/);
    const lines = pemKey(4096)
      .slice(1, -1)
      .filter(line => text.includes(line.slice(0, 24)));
    assert.deepEqual(lines, []);
  });

  test('a hidden character in it is sent as a visible mark', async () => {
    service = definedIn({ rate: ['src/Hidden.java', 1] });
    const text = await explainUse('Hidden.rate()', /static int rate/);
    assert.ok(!text.includes(String.fromCodePoint(0x202e)) && text.includes('sraey'));
  });

  const kept: readonly [what: string, file: string, canary: string][] = [
    // microsoft/copilot-intellij-feedback #1251, microsoft/vscode-copilot-release #689
    ['a file made to hold secrets', '.env', canaries.secretFile],
    ['an excluded file', 'private/Plan.java', canaries.ignored],
    ['what a build has made', 'build/Made.java', canaries.built],
  ];
  for (const [what, file, canary] of kept)
    test(`${what} is not sent, nor named, also while it stands open`, async () => {
      service = definedIn({ plan: [file, 0], of: ['src/Tax.java', 2] });
      await open(file);
      const text = await explainUse('plan() + Tax.of(net)', /Definition of a name in it/);
      assert.deepEqual([text.includes(canary), text.includes(file)], [false, false]);
    });

  test('a language service that never answers does not hold the question up', async () => {
    const silent = new SilentService();
    service = silent;
    putCursor(await open('src/Shop.java', shop('Tax.of(net)')), 'return net');
    const { phase } = await explain(person);
    assert.equal(phase, 'done');
    assert.ok(silent.asked > 0);
  });

  test('nor does it keep from the question what is known without it: the project and the open files', async () => {
    service = new SilentService();
    await open('src/Tax.java');
    const text = await explainUse('Tax.of(net)', /language: Java 21[^]*Files that the user has open/);
    assert.match(text, /package manager: Maven\ntests: JUnit 5/);
    assert.match(text, /Files that the user has open:\n```text\nsrc\/Tax\.java/);
  });

  test('what a file declares that can be seen beside it goes along, and none of its texts', async () => {
    const editor = await open('src/Tax.java');
    service = vscode.languages.registerDocumentSymbolProvider('java', {
      provideDocumentSymbols: ({ uri, lineCount }) => {
        const range = new vscode.Range(0, 0, lineCount - 1, 0);
        const symbol = (name: string, kind: vscode.SymbolKind) =>
          new vscode.DocumentSymbol(name, '', kind, range, range);
        const whole = symbol('Tax', vscode.SymbolKind.Class);
        whole.children.push(symbol('of', vscode.SymbolKind.Method), symbol('a text of it', vscode.SymbolKind.String));
        return uri.path.endsWith('Tax.java') ? [whole] : [];
      },
    });
    let text = '';
    for (let tries = 0; tries < 8 && !text.includes('src/Tax.java: '); tries += 1) {
      await vscode.window.showTextDocument(editor.document, { viewColumn: vscode.ViewColumn.Two }); // the answer covers it
      await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
      text = await explainUse('2', /Files that the user has open/);
    }
    assert.match(text, /src\/Tax\.java: Tax \(of\)\n/);
  });

  test('what was edited last in another file is sent as it is now', async () => {
    const { document } = await open('src/Tax.java');
    await replace(document, 'net / 5', 'net / 9');
    const text = await explainUse('1', /What the user has changed last/);
    await replace(document, 'net / 9', 'net / 5');
    assert.match(text, /--- src\/Tax\.java, from line 3 ---[^-]*return net \/ 9;/);
  });

  test('a problem is sent with its code, and with what belongs to it in files that may be named', async () => {
    const problems = vscode.languages.createDiagnosticCollection('javac');
    const { document } = await open('src/Shop.java', shop('Tax.off(net)'));
    const problem = new vscode.Diagnostic(new vscode.Range(2, 17, 2, 24), 'no such method', 0);
    const at = (file: string) => new vscode.Location(fileNamed(file), new vscode.Position(2, 0));
    Object.assign(problem, { source: 'javac', code: 'cant.resolve' });
    problem.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(at('src/Tax.java'), 'did you mean of?'),
      new vscode.DiagnosticRelatedInformation(at('.env'), canaries.secretFile),
    ];
    problems.set(document.uri, [problem]);
    const text = await explainUse('Tax.off(net)', /did you mean/);
    problems.dispose();
    assert.match(
      text,
      /line 3, column \d+, error javac cant\.resolve: no such method\n {2}src\/Tax\.java, line 3: did you mean of\?\n```/,
    );
    assert.ok(!text.includes(canaries.secretFile));
  });

  // TabbyML/tabby #788, microsoft/vscode-jupyter #14064, posit-dev/positron #8555: each cell was asked about as if it were alone
  test('the cells above one are sent, without what they have put out, and none below', async () => {
    const cell = (text: string) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python');
    const first = cell('rate = 0.2');
    first.outputs = [new vscode.NotebookCellOutput([vscode.NotebookCellOutputItem.text('put-out')])];
    const cells = [first, cell('def due(net):\n    return net * rate'), cell('later = 1')];
    const data = new vscode.NotebookData(cells);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    const range = new vscode.NotebookRange(1, 2);
    await vscode.window.showNotebookDocument(notebook, { selections: [range] });
    await vscode.commands.executeCommand('notebook.cell.edit');
    await until('the editor of the cell', () => vscode.window.activeTextEditor?.document.getText().startsWith('def'));
    await explain(person);
    const text = await sent();
    assert.match(
      text,
      /Cells that stand before it in the notebook:\n```text\n--- cell 1, from line 1 ---\nrate = 0\.2\n```/,
    );
    assert.ok(!text.includes('put-out') && !text.includes('later'));
  });

  /** For a person to read: no test speaks of time. */
  for (const [name, isSilent] of [
    ['no language service', false],
    ['one that never answers', true],
  ] as const)
    test(`a method among 20 000 lines is asked about, with ${name}`, async () => {
      const editor = await open('src/Big.java');
      select(editor, 10_003, 10_005);
      service = isSilent ? new SilentService() : undefined;
      await explain(person);
      await beginAnew(person);
      select(await open('src/Big.java'), 10_003, 10_005);
      const begun = performance.now();
      void vscode.commands.executeCommand('steadfast.explain');
      await until('the question', async () => (await questions()).length > 0);
      const took = performance.now() - begun;
      console.log(`${mark}    20 000 lines, ${name}: from the command to the provider ${took.toFixed(0)} ms`);
      await person.reads();
      assert.match(await sent(), /return Tax\.of\(net\)/);
    });
});
