import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit, questions } from '../support/assistance.ts';
import { open, previewsShown, replace, select, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';

const before = 'const first = 1;\nconst second = 2;\nconst third = 3;\nconst fourth = 4;\n';
const after = before.replace('= 1', '= 10').replace('= 4', '= 40');

const block = (name: string, search: string, put: string): string =>
  `${name}\n<<<<<<< SEARCH\n${search}\n=======\n${put}\n>>>>>>> REPLACE`;

suite('changes of an edit', () => {
  let person: Person;
  let files = 0;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await vscode.commands.executeCommand('steadfast.discardEdit');
    await beginAnew(person);
  });

  const accept = () => vscode.commands.executeCommand('steadfast.acceptEdit');
  const told = (): string => person.told.map(({ text }) => text).join('\n');
  /** By the names of the files: VS Code reads the sides of a diff in any order. */
  const proposed = async (): Promise<readonly string[]> => {
    const sides = previewsShown().toSorted((one, other) => one.path.localeCompare(other.path, 'en', { numeric: true }));
    return Promise.all(sides.map(async uri => (await vscode.workspace.openTextDocument(uri)).getText()));
  };
  const title = (): string => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';

  /** One file of which two lines would change. */
  const proposeOne = async () => {
    const editor = await open(`changes-${(files += 1)}.ts`, before);
    select(editor, 1, 4);
    await edit(person, `Reply with exactly:\n\`\`\`typescript\n${after}\`\`\``);
    return editor.document;
  };

  /** Files of which each would change in two lines, but for what `answer` says. */
  const proposeFiles = async (count: number, answer: (names: readonly string[]) => string) => {
    const names = Array.from({ length: count }, () => `changes-${(files += 1)}.ts`);
    for (const name of names) await writeFile(name, before);
    person.ticks(...names);
    person.types(`Reply with exactly:\n${answer(names)}`);
    await vscode.commands.executeCommand('steadfast.editFiles');
    return Promise.all(names.map(async name => (await open0(name)).getText())).then(() => names);
  };
  const open0 = (name: string) => vscode.workspace.openTextDocument(vscode.Uri.joinPath(root(), name));
  const root = (): vscode.Uri => vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  const textsOf = async (names: readonly string[]): Promise<readonly string[]> =>
    Promise.all(names.map(async name => (await open0(name)).getText()));

  /** Does the diff follow within 3 s? Asked too soon, a tick that only comes late would be followed by another one. */
  const changesFrom = async (shown: string): Promise<boolean> => {
    for (let looks = 0; looks < 30; looks += 1) {
      await new Promise(resolve => setTimeout(resolve, 100));
      if ((await proposed()).join() !== shown) return true;
    }
    return false;
  };

  /** In the list of changes: unticks so many, and agrees or turns away. */
  const leaves = async (count: number, how: 'agrees' | 'turns away' = 'agrees') => {
    const choosing = vscode.commands.executeCommand('steadfast.chooseChanges');
    for (let left = 0; left < count; left += 1) {
      const shown = (await proposed()).join();
      await until('a change that is left', async () => {
        await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
        await vscode.commands.executeCommand('workbench.action.quickPickManyToggle');
        return changesFrom(shown);
      });
    }
    const last = how === 'agrees' ? 'workbench.action.acceptSelectedQuickOpenItem' : 'workbench.action.closeQuickOpen';
    await vscode.commands.executeCommand(last);
    await choosing;
  };

  test('are left one by one in a list, and the diff follows', async () => {
    const document = await proposeOne();
    await leaves(1);
    const [text = ''] = await proposed();
    assert.equal([text.includes('first = 10;'), text.includes('fourth = 40;')].filter(Boolean).length, 1);
    assert.match(title(), /1 of 2 changes/);
    await accept();
    assert.deepEqual([document.getText(), document.isDirty], [text, true]);
  });

  test('are all taken again when the list is closed', async () => {
    await proposeOne();
    await leaves(1, 'turns away');
    await until('the whole proposal', async () => (await proposed())[0] === after);
  });

  test('are left at the cursor, and taken again', async () => {
    const document = await proposeOne();
    const [preview] = previewsShown();
    const side = await until('the diff', () =>
      vscode.window.visibleTextEditors.find(each => each.document.uri.toString() === preview?.toString()),
    );
    await until('the focus', () => vscode.window.activeTextEditor?.document === side.document);
    side.selection = new vscode.Selection(3, 0, 3, 0);
    await vscode.commands.executeCommand('steadfast.toggleChange');
    await until('what is left', async () => (await proposed())[0] === before.replace('= 1', '= 10'));
    await vscode.commands.executeCommand('steadfast.toggleChange');
    await until('what is taken', async () => (await proposed())[0] === after);
    await accept();
    assert.equal(document.getText(), after);
  });

  test('that were left can be shown again, and then be made as well', async () => {
    const names = await proposeFiles(2, ([a = '', b = '']) =>
      [
        block(a, 'const first = 1;', 'const first = 10;'),
        block(a, 'const fourth = 4;', 'const fourth = 40;'),
        block(b, 'const first = 99;', 'const first = 10;'),
      ].join('\n'),
    );
    await leaves(1);
    await accept();
    const [once = ''] = await textsOf(names);
    assert.ok(once !== before && once !== after);
    await person.reads();
    person.panels.at(-1)?.press('showEdit');
    await until('what is left', () => previewsShown().length === 1);
    await accept();
    assert.deepEqual(await textsOf(names), [after, before]);
  });

  test('of which none is taken change nothing, and it is said', async () => {
    const names = await proposeFiles(2, ([a = '', b = '']) =>
      [block(a, 'const first = 1;', 'const first = 10;'), block(b, 'const fourth = 4;', 'const fourth = 40;')].join(
        '\n',
      ),
    );
    await leaves(2);
    await accept();
    assert.match(told(), /No change is taken/);
    assert.deepEqual(await textsOf(names), [before, before]);
  });

  test('of three files are one diff, of which one whose lines are not there is only named', async () => {
    const names = await proposeFiles(3, ([a = '', b = '', c = '']) =>
      [
        block(a, 'const first = 1;', 'const first = 10;'),
        block(b, 'const first = 99;', 'const first = 10;'),
        block(c, 'const fourth = 4;', 'const fourth = 40;'),
      ].join('\n'),
    );
    assert.equal((await questions()).length, 1);
    assert.deepEqual(await proposed(), [before.replace('= 1', '= 10'), before.replace('= 4', '= 40')]);
    const { notice } = await person.reads();
    assert.match(
      notice?.lines.join(' ') ?? '',
      /Not applied, because these lines are not in changes-\d+\.ts: “const first = 99;”/,
    );
    await accept();
    const texts = await textsOf(names);
    assert.deepEqual(texts, [before.replace('= 1', '= 10'), before, before.replace('= 4', '= 40')]);
    const dirty = await Promise.all(names.map(async name => (await open0(name)).isDirty));
    assert.deepEqual(dirty, [true, false, true]);
  });

  test('of several files are one step to undo', async () => {
    const names = await proposeFiles(2, ([a = '', b = '']) =>
      [block(a, 'const first = 1;', 'const first = 10;'), block(b, 'const fourth = 4;', 'const fourth = 40;')].join(
        '\n',
      ),
    );
    await accept();
    assert.notDeepEqual(await textsOf(names), [before, before]);
    await vscode.commands.executeCommand('undo');
    await until('both files as they were', async () => (await textsOf(names)).every(text => text === before));
  });

  test('of several files are not made when the lines of one have changed meanwhile', async () => {
    const names = await proposeFiles(2, ([a = '', b = '']) =>
      [block(a, 'const first = 1;', 'const first = 10;'), block(b, 'const fourth = 4;', 'const fourth = 40;')].join(
        '\n',
      ),
    );
    await replace(await open0(names[1] ?? ''), 'fourth = 4', 'fourth = 5');
    await accept();
    assert.match(told(), /the code has changed since you asked/);
    assert.deepEqual(await textsOf(names), [before, before.replace('fourth = 4', 'fourth = 5')]);
  });

  test('of several files find their place when something else was typed', async () => {
    const names = await proposeFiles(2, ([a = '', b = '']) =>
      [block(a, 'const first = 1;', 'const first = 10;'), block(b, 'const fourth = 4;', 'const fourth = 40;')].join(
        '\n',
      ),
    );
    await replace(await open0(names[1] ?? ''), 'const second', '// above\nconst second');
    await accept();
    assert.equal(
      (await textsOf(names))[1],
      before.replace('const second', '// above\nconst second').replace('= 4', '= 40'),
    );
  });

  test('of a file that was not chosen are named and not made', async () => {
    await writeFile('other.ts', before);
    await proposeFiles(1, () => block('other.ts', 'const first = 1;', 'const first = 10;'));
    const { notice } = await person.reads();
    assert.equal(notice?.title, 'Shown, not applied');
    assert.match(notice.lines.join(' '), /other\.ts is not one of the chosen files/);
    assert.deepEqual(previewsShown(), []);
  });

  test('of a secret that stands in another file are asked about', async () => {
    const key = `ghp_aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dF3gH5`;
    const names = [`changes-${(files += 1)}.ts`, `changes-${(files += 1)}.ts`];
    await writeFile(names[0] ?? '', `const token = '${key}';\n`);
    await writeFile(names[1] ?? '', before);
    person.ticks(...names);
    person.types(`Reply with exactly:\n${block(names[1] ?? '', 'const first = 1;', `const first = '${key}';`)}`);
    await vscode.commands.executeCommand('steadfast.editFiles');
    assert.doesNotMatch((await questions())[0]?.body ?? '', new RegExp(key));
    await accept();
    assert.deepEqual(await textsOf(names.slice(1)), [before]);
  });
});
