import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit, questions } from '../support/assistance.ts';
import { open, replace, select, tabsOf, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';

const before = 'export const cents = (amount: number): number => Math.floor(amount * 100) / 100;\n';
const after = before.replace('floor', 'round');
const answer = `Reply with exactly:\n\`\`\`ts\n${after}\`\`\``;

suite('an edit that may only be looked at', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(() => beginAnew(person));

  const diffs = () => tabsOf(vscode.TabInputTextDiff);
  const accept = () => vscode.commands.executeCommand('steadfast.acceptEdit');

  /** Asks for the edit of a file that is open; it must be shown with this reason, and not be applied by Accept. */
  const isOnlyShown = async (editor: vscode.TextEditor, instruction: string, reason: RegExp) => {
    const text = editor.document.getText();
    select(editor, 1, 1);
    await edit(person, instruction);
    const { notice } = await person.reads();
    assert.deepEqual([notice?.title, diffs().length], ['Shown, not applied', 1]);
    assert.match(notice?.lines[0] ?? '', reason);
    await accept();
    assert.deepEqual([editor.document.getText(), editor.document.isDirty], [text, false]);
    assert.match(person.told.at(-1)?.text ?? '', reason);
  };

  test('one of a file system that cannot be written', async () => {
    const museum = vscode.workspace.registerFileSystemProvider('museum', exhibit(before), { isReadonly: true });
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('museum:/cents.ts'));
      await isOnlyShown(await vscode.window.showTextDocument(document), answer, /is read-only/);
    } finally {
      museum.dispose();
    }
  });

  test('one of code that was changed while the answer was on its way', async () => {
    const { document } = await open('changing.ts', before);
    select(await open('changing.ts'), 1, 1);
    await practice.fault('anthropic', 'slow', { firstTokenMs: 1_500, chunkMs: 0 });
    const asking = edit(person, answer);
    await until('the question', async () => (await questions()).length === 1);
    await replace(document, 'floor', 'trunc');
    await asking;
    const { notice, text } = await person.reads();
    assert.match(notice?.lines[0] ?? '', /^The edit was not applied, because the code has changed/);
    assert.match(text, /Math\.round/);
    assert.equal(document.getText(), before.replace('floor', 'trunc'));
  });

  test('one of a file that was closed and deleted while the answer was on its way', async () => {
    const uri = await writeFile('going.ts', before);
    await vscode.commands.executeCommand('vscode.open', uri); // openTextDocument would keep it in memory for minutes
    const isOpen = () => vscode.workspace.textDocuments.some(({ fileName }) => fileName.endsWith('going.ts'));
    select(await until('an editor', () => isOpen() && vscode.window.activeTextEditor), 1, 1);
    await practice.fault('anthropic', 'slow', { firstTokenMs: 3_000, chunkMs: 0 });
    const asking = edit(person, answer);
    await until('the question', async () => (await questions()).length === 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri);
    await until('a closed document', () => !isOpen());
    await asking;
    const { text, notice } = await person.reads();
    assert.match(text, /Math\.round/);
    assert.equal(notice?.title, 'Shown, not applied');
  });
});

/** A file system with one text, whatever it is called. */
function exhibit(text: string): vscode.FileSystemProvider {
  const bytes = new TextEncoder().encode(text);
  const nothing = () => undefined;
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => ({ dispose: nothing }),
    stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length }),
    readDirectory: () => [],
    readFile: () => bytes,
    createDirectory: nothing,
    writeFile: nothing,
    delete: nothing,
    rename: nothing,
  };
}
