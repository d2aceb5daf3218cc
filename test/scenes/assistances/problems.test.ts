import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, questions } from '../support/assistance.ts';
import { open, putCursor, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { linter } from './rows.ts';

/** Two functions, and what stands beside them. */
const source = `export function first(amount: number): number {
  return Math.floor(amount * 100) / 100;
}

export function second(amount: number): string {
  const rounded = amount;
  return rounded.toFixed(2);
}
`;

let files = 0;

const opened = (text = source, ending = 'ts'): Promise<vscode.TextEditor> =>
  open(`problem-${(files += 1)}.${ending}`, text);

const problem = (lines: readonly [number, number], message: string): vscode.Diagnostic =>
  Object.assign(new vscode.Diagnostic(new vscode.Range(lines[0] - 1, 0, lines[1] - 1, 12), message), {
    source: 'linter',
  });

const actionsAt = async (uri: vscode.Uri, range: vscode.Range): Promise<readonly vscode.CodeAction[]> =>
  vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);

async function fixOf(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction> {
  const found = await actionsAt(uri, range);
  return found.find(({ title }) => title === 'Fix with Steadfast') ?? assert.fail('no fix is offered');
}

const run = async ({ command }: vscode.CodeAction): Promise<void> => {
  await vscode.commands.executeCommand(command?.command ?? '', ...((command?.arguments ?? []) as unknown[]));
};

/** What was sent, from the problems to the end: which problems, which lines. */
async function sent(): Promise<string> {
  const body = (await questions()).at(-1)?.body ?? '';
  return body.slice(body.indexOf('Problems that the editor reports'));
}

const linesSent = async (): Promise<readonly [number, number]> => {
  const [, first, last] = /Lines: (\d+)-(\d+)/.exec(await sent()) ?? [];
  return [Number(first), Number(last)];
};

suite('a fix of problems', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => {
    linter.clear();
    person.leave();
  });
  setup(async () => {
    await vscode.commands.executeCommand('steadfast.discardEdit');
    linter.clear();
    await beginAnew(person);
  });

  // https://github.com/microsoft/vscode-copilot-release/issues/66
  test('from the light bulb is about the problem, not about what is selected', async () => {
    const editor = await opened();
    const [meant, other] = [problem([2, 2], 'The first problem.'), problem([6, 6], 'The second problem.')];
    linter.set(editor.document.uri, [meant, other]);
    select(editor, 5, 8);
    await run(await fixOf(editor.document.uri, meant.range));
    assert.deepEqual([await linesSent(), (await sent()).includes('The second problem.')], [[1, 3], false]);
    assert.match(await sent(), /The first problem\./);
  });

  // https://github.com/microsoft/vscode/issues/254459
  // https://github.com/sourcegraph/cody/issues/1545
  // https://github.com/cline/cline/pull/13402
  test('hides nobody else’s, and its command is plain data that can be run later', async () => {
    const { document } = await opened();
    const reported = problem([2, 2], 'Half cents are lost: use Math.round.');
    linter.set(document.uri, [reported]);
    const others = vscode.languages.registerCodeActionsProvider('typescript', {
      provideCodeActions: () => [new vscode.CodeAction('Round up', vscode.CodeActionKind.QuickFix)],
    });
    try {
      const action = await fixOf(document.uri, reported.range);
      const titles = (await actionsAt(document.uri, reported.range)).map(({ title }) => title);
      assert.deepEqual([action.isPreferred ?? false, action.kind?.value], [false, 'quickfix']);
      assert.ok(titles.includes('Round up'));
      const given = JSON.parse(JSON.stringify(action.command?.arguments)) as unknown;
      assert.deepEqual(given, action.command?.arguments);
    } finally {
      others.dispose();
    }
  });

  // https://github.com/microsoft/vscode/issues/309487
  // https://github.com/microsoft/vscode/issues/299230
  // https://github.com/microsoft/vscode-copilot-release/issues/1497
  test('is the same question from the light bulb, from the list of problems and from the palette', async () => {
    const editor = await opened();
    const reported = problem([2, 2], 'Half cents are lost: use Math.round.');
    linter.set(editor.document.uri, [reported]);
    putCursor(editor, 'Math.floor');
    await vscode.commands.executeCommand('steadfast.fix');
    const asked = [await sent()];
    for (const range of [reported.range, new vscode.Range(reported.range.start, reported.range.start)]) {
      await vscode.commands.executeCommand('steadfast.discardEdit');
      await run(await fixOf(editor.document.uri, range));
      asked.push(await sent());
    }
    assert.deepEqual(asked, [asked[0], asked[0], asked[0]]);
    assert.equal((await questions()).length, 3);
  });

  // https://github.com/continuedev/continue/issues/1994
  // https://github.com/sourcegraph/cody/issues/585
  test('reaches as far as its problem', async () => {
    const editor = await opened('one();\ntwo();\nthree();\nfour();\nfive();\nsix();\n');
    linter.set(editor.document.uri, [problem([2, 5], 'Unreachable code.')]);
    putCursor(editor, 'three');
    await vscode.commands.executeCommand('steadfast.fix');
    assert.deepEqual(await linesSent(), [2, 5]);
  });

  // https://github.com/sourcegraph/cody/issues/2601
  test('of a function that is too long for an answer is about the lines around the problem', async () => {
    const lines = Array.from({ length: 600 }, (_, at) => `  step(${at});`);
    const editor = await opened(`export function long(): void {\n${lines.join('\n')}\n}\n`);
    linter.set(editor.document.uri, [problem([300, 300], 'Cannot find it.')]);
    putCursor(editor, 'step(298)');
    await vscode.commands.executeCommand('steadfast.fix');
    assert.deepEqual(await linesSent(), [270, 330]);
  });

  // https://github.com/CopilotC-Nvim/CopilotChat.nvim/pull/537
  test('of a selection is about the problems that touch it', async () => {
    const editor = await opened();
    linter.set(editor.document.uri, [problem([2, 2], 'The first problem.'), problem([6, 6], 'The second problem.')]);
    select(editor, 1, 3);
    await vscode.commands.executeCommand('steadfast.fix');
    assert.deepEqual([await linesSent(), (await sent()).includes('The second problem.')], [[1, 3], false]);
    assert.match(await sent(), /The first problem\./);
  });

  // https://github.com/microsoft/vscode/issues/298928
  test('is told where the problem is described, what belongs to it, and what others offer to do', async () => {
    const { document } = await opened('[plugin]\nname = none\n', 'ini');
    const reported = problem([2, 2], 'Plugin config section is missing');
    const target = vscode.Uri.parse('https://example.com/plugin');
    const related = new vscode.DiagnosticRelatedInformation(
      new vscode.Location(document.uri, new vscode.Range(0, 0, 0, 8)),
      'Plugins are listed here',
    );
    Object.assign(reported, { code: { value: 'pluginConfigRequired', target }, relatedInformation: [related] });
    linter.set(document.uri, [reported]);
    const others = vscode.languages.registerCodeActionsProvider('ini', {
      provideCodeActions: () => [new vscode.CodeAction('Add missing config section', vscode.CodeActionKind.QuickFix)],
    });
    try {
      await until('what others offer, in time', async () => {
        await run(await fixOf(document.uri, reported.range));
        return (await questions()).at(-1)?.body.includes('Add missing config section');
      });
    } finally {
      others.dispose();
    }
    assert.match(await sent(), /linter pluginConfigRequired: Plugin config[^]*https:\/\/example\.com\/plugin/);
    assert.match(await sent(), /line 1: Plugins are listed here/);
    assert.doesNotMatch((await questions()).at(-1)?.body ?? '', /with Steadfast/);
  });

  // https://github.com/microsoft/vscode-copilot-release/issues/203
  // https://github.com/microsoft/vscode-copilot-chat/pull/350
  // https://github.com/mito-ds/mito/issues/2085
  test('in a notebook is about the cell, and the cells before it are told', async () => {
    const cells = ['def f():\n    return x\n', 'import pandas as pd\nf()\ndf = pd.DataFrame(\n'];
    const code = vscode.NotebookCellKind.Code;
    const data = new vscode.NotebookData(cells.map(text => new vscode.NotebookCellData(code, text, 'python')));
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    await vscode.window.showNotebookDocument(notebook);
    const { document } = notebook.cellAt(1);
    linter.set(document.uri, [problem([3, 3], 'Expected )')]);
    const editor = await vscode.window.showTextDocument(document);
    putCursor(editor, 'DataFrame');
    await vscode.commands.executeCommand('steadfast.fix');
    assert.match(await sent(), /Selected code:[^]*import pandas as pd[^]*DataFrame/);
    assert.match((await questions()).map(({ body }) => body).join(''), /return x/);
  });

  // https://github.com/zed-industries/zed/issues/19155
  test('and an edit are not offered for what is only shown or cannot be written', async () => {
    const content: vscode.TextDocumentContentProvider = { provideTextDocumentContent: () => source };
    const shown = vscode.workspace.registerTextDocumentContentProvider('only-shown', content);
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('only-shown:/price.ts'));
      const reported = problem([2, 2], 'The first problem.');
      linter.set(document.uri, [reported]);
      const offered = await actionsAt(document.uri, reported.range);
      const ours = offered.map(({ command }) => command?.command).filter(id => id?.startsWith('steadfast.') === true);
      assert.deepEqual(ours, ['steadfast.explain', 'steadfast.tests']);
    } finally {
      shown.dispose();
    }
  });
});
