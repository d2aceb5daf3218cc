import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit, questions } from '../support/assistance.ts';
import { open, putCursor, replace, select, tabsOf } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';

const program = `import { log } from './log.ts';

/** Rounds to whole cents. */
export function round(amount: number): number {
  return Math.floor(amount * 100) / 100;
}

export function show(amount: number): string {
  return amount.toFixed(2);
}
`;
const wish = 'fix the rounding bug';
const fixed = program.replace('Math.floor', 'Math.round');

suite('edit', () => {
  let person: Person;
  let files = 0;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(() => beginAnew(person));

  /** Proposes to fix the function `round` in a new file. */
  const propose = async (text = program) => {
    const editor = await open(`edit-${(files += 1)}.ts`, text);
    select(editor, 4, 6);
    await edit(person, wish);
    return editor.document;
  };
  const diffs = () => tabsOf(vscode.TabInputTextDiff);
  const accept = () => vscode.commands.executeCommand('steadfast.acceptEdit');
  const told = () => person.told.map(({ text }) => text).join('\n');

  test('shows a diff of file and proposal, and changes nothing yet', async () => {
    const document = await propose();
    const [diff] = diffs();
    assert.ok(diff, 'no diff is open');
    const proposed = await vscode.workspace.openTextDocument(diff.modified);
    assert.equal(diff.original.toString(), document.uri.toString());
    assert.equal(proposed.getText(), fixed);
    assert.deepEqual([document.getText(), document.isDirty], [program, false]);
  });

  test('sends the instruction and the code in one question', async () => {
    await propose();
    const asked = await questions();
    assert.equal(asked.length, 1);
    assert.match(asked[0]?.body ?? '', /Instruction: fix the rounding bug/);
  });

  test('discarded as soon as its diff is there, ends its question all the same', async () => {
    const editor = await open(`edit-${(files += 1)}.ts`, program);
    select(editor, 4, 6);
    const asking = edit(person, wish);
    await until('the diff', () => diffs().length > 0);
    await vscode.commands.executeCommand('steadfast.discardEdit');
    await asking;
    await until('nothing that works', async () => !('Cancel Request' in (await person.looksAtMenu())));
    assert.deepEqual(diffs(), []);
  });

  test('accepted, changes exactly what was shown, leaves the file unsaved, and closes the diff', async () => {
    const document = await propose();
    await accept();
    assert.deepEqual([document.getText(), document.isDirty], [fixed, true]);
    assert.deepEqual(diffs(), []);
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  test('accepted by two presses, is applied once, and nobody is told that it was not', async () => {
    const document = await propose();
    await Promise.all([accept(), accept()]);
    assert.deepEqual([document.getText(), diffs(), told()], [fixed, [], '']);
  });

  test('is undone in one step, to the byte', async () => {
    const document = await propose();
    await accept();
    await vscode.commands.executeCommand('undo');
    await until('the old text', () => document.getText() === program);
  });

  test('keeps the line ends of a file from Windows', async () => {
    const windows = program.replaceAll('\n', '\r\n');
    const document = await propose(windows);
    await accept();
    assert.equal(document.getText(), windows.replace('Math.floor', 'Math.round'));
    await vscode.commands.executeCommand('undo');
    await until('the old text', () => document.getText() === windows);
  });

  test('takes code with other line ends than the file has', async () => {
    const windows = program.replaceAll('\n', '\r\n');
    const editor = await open('windows.ts', windows);
    select(editor, 4, 6);
    const lines = ['export function round(amount: number): number {', '  return Math.round(amount);', '}'];
    await edit(person, `Reply with exactly:\n\`\`\`ts\n${lines.join('\n')}\n\`\`\``);
    await accept();
    const expected = program.split('\n').toSpliced(3, 3, ...lines);
    assert.equal(editor.document.getText(), expected.join('\r\n'));
  });

  test('finds its place again when something was typed elsewhere meanwhile', async () => {
    const document = await propose();
    await replace(document, "import { log } from './log.ts';\n", "import { log } from './log.ts';\n// new\n\n");
    await replace(document, 'toFixed(2)', 'toFixed(3)');
    await accept();
    const expected = fixed.replace("'./log.ts';\n", "'./log.ts';\n// new\n\n").replace('toFixed(2)', 'toFixed(3)');
    assert.equal(document.getText(), expected);
  });

  test('is refused when the very code was changed meanwhile, and nothing is lost', async () => {
    const document = await propose();
    await replace(document, 'Math.floor', 'Math.trunc');
    await accept();
    assert.match(told(), /^The edit was not applied, because the code has changed since you asked/);
    assert.equal(document.getText(), program.replace('Math.floor', 'Math.trunc'));
    assert.equal(diffs().length, 1);
  });

  test('takes the whole function around the cursor, with its comment, when nothing is selected', async () => {
    const editor = await open('around.ts', program);
    putCursor(editor, 'Math');
    await edit(person, wish);
    assert.match((await questions()).at(-1)?.body ?? '', /Lines: 3-6/);
    await accept();
    assert.equal(editor.document.getText(), fixed);
  });

  test('is thrown away by Discard', async () => {
    const document = await propose();
    await vscode.commands.executeCommand('steadfast.discardEdit');
    await accept();
    assert.deepEqual([diffs(), document.getText(), document.isDirty], [[], program, false]);
  });

  test('is thrown away by closing its diff', async () => {
    const document = await propose();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('no diff', () => diffs().length === 0);
    await accept();
    assert.deepEqual([document.getText(), document.isDirty], [program, false]);
  });

  test('whose diff was closed, is shown once more from its answer, without being asked anew', async () => {
    const document = await propose();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('no diff', () => diffs().length === 0);
    person.picks(`${wish} (${document.uri.path.split('/').at(-1)}:4–6)`);
    await until('its answer in a panel', async () => {
      await vscode.commands.executeCommand('steadfast.showAnswers'); // it is kept a little later
      return person.panels.length > 0;
    });
    assert.ok((await person.reads()).actions.some(({ action }) => action === 'showEdit'));
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await until('the diff', async () => {
      await vscode.commands.executeCommand('steadfast.showEdit');
      return diffs().length > 0;
    });
    await accept();
    assert.equal(document.getText(), fixed);
    assert.equal((await questions()).length, 1);
  });

  test('makes way for the next one', async () => {
    const first = await propose();
    const second = await propose();
    await accept();
    assert.deepEqual([diffs(), first.getText(), second.getText()], [[], program, fixed]);
  });

  test('turned away from before a word was typed, asks nothing', async () => {
    select(await open('invoice.ts'), 15, 17);
    await vscode.commands.executeCommand('steadfast.edit');
    await edit(person, '   ');
    assert.deepEqual([await questions(), diffs(), person.panels], [[], [], []]);
  });
});
