import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew } from '../support/assistance.ts';
import { closeAll, open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';

/** Who runs tests here: finds one in each file that is saved, some time after that, and lets it end like this. */
class Runner implements vscode.Disposable {
  failing = false;
  readonly #controller = vscode.tests.createTestController('scene', 'Scene');
  readonly #watching = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
    setTimeout(() => this.#find(uri), 400);
  });

  constructor(known: vscode.Uri) {
    this.#find(known); // without a test there is nobody who runs tests
    this.#controller.createRunProfile('Run', vscode.TestRunProfileKind.Run, request => this.#run(request), true);
  }

  #find(uri: vscode.Uri): void {
    const file = this.#controller.createTestItem(uri.toString(), 'file', uri);
    this.#controller.items.add(file);
    file.children.add(this.#controller.createTestItem('gives', 'gives a value', uri));
  }

  #run(request: vscode.TestRunRequest): void {
    const run = this.#controller.createTestRun(request);
    for (const file of request.include ?? [])
      file.children.forEach(item => {
        if (this.failing) run.failed(item, new vscode.TestMessage('expected 1 to be 2'));
        else run.passed(item);
      });
    run.end();
  }

  dispose(): void {
    this.#controller.dispose();
    this.#watching.dispose();
  }
}

suite('tests that were accepted', () => {
  let person: Person;
  let runner: Runner;
  let files = 0;
  suiteSetup(async () => {
    person = new Person();
    runner = new Runner((await open('known.txt', '')).document.uri);
    await until('somebody who runs tests', async () => {
      const found = await vscode.commands.executeCommand<readonly string[]>('vscode.testing.getControllersWithTests');
      return found.length > 0;
    });
  });
  suiteTeardown(async () => {
    runner.dispose();
    person.leave();
    await closeAll(); // other scenes ask where tests stand here
    for (const uri of await vscode.workspace.findFiles('run-*.test.ts')) await vscode.workspace.fs.delete(uri);
  });
  setup(() => beginAnew(person));

  async function accept(): Promise<void> {
    select(await open(`run-${(files += 1)}.ts`, 'export function count(): number {\n  return 1;\n}\n'), 1, 3);
    await vscode.commands.executeCommand('steadfast.tests');
    person.presses('Save and Run');
    await vscode.commands.executeCommand('steadfast.acceptEdit');
  }

  /** How far the answer that was given last is to be trusted, as its panel says it. */
  async function trustOfLast(): Promise<string> {
    await vscode.commands.executeCommand('steadfast.showAnswers'); // to see what there is
    person.picks(person.lists.at(-1)?.[0] ?? '');
    await vscode.commands.executeCommand('steadfast.showAnswers');
    return (await person.reads()).provenance.join('\n');
  }

  test('are saved and run, and what failed is said', async () => {
    runner.failing = true;
    await accept();
    const { text, buttons } = await until('what came of them', () =>
      person.told.find(({ severity }) => severity === 'warning'),
    );
    assert.match(text, /^run-\d+\.(?:test|spec)\.ts: 1 failed \(gives a value\)$/);
    assert.deepEqual(buttons, ['Show Test Results']);
    assert.equal(vscode.window.activeTextEditor?.document.isDirty, false);
    assert.match(await trustOfLast(), /Of the tests in run-\d+\.(?:test|spec)\.ts, 1 failed/);
  });

  test('are in nobody’s way when all passed', async () => {
    runner.failing = false;
    const said: string[] = [];
    const { setStatusBarMessage } = vscode.window;
    Object.assign(vscode.window, { setStatusBarMessage: (words: string) => said.push(words) });
    try {
      await accept();
      await until('what came of them', () => said.some(words => words.endsWith(': 1 passed')));
      assert.match(await trustOfLast(), /verified by run-\d+\.(?:test|spec)\.ts/);
    } finally {
      Object.assign(vscode.window, { setStatusBarMessage });
    }
    assert.deepEqual(
      person.told.map(({ buttons }) => buttons),
      [['Save and Run']],
    );
  });
});
