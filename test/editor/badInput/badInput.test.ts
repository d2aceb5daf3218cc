import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit, explain, questions } from '../support/assistance.ts';
import { open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';

suite('what cannot be asked about', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(() => beginAnew(person));

  /** Each of the three assistances says this, once, and nothing else happens. */
  const allSay = async (expected: string) => {
    for (const task of ['explain', 'ask', 'edit']) {
      person.types('make it better');
      await vscode.commands.executeCommand(`steadfast.${task}`);
    }
    const told = person.told.map(({ severity, text }) => [severity, text]);
    assert.deepEqual(told, Array(3).fill(['warning', expected]));
    assert.deepEqual([await questions(), person.panels], [[], []]);
  };

  test('nothing: no editor is open', () => allSay('Open a file and select the code you want to ask about.'));

  test('white space', async () => {
    select(await open('blank.ts', '   \n\t\n\nexport const one = 1;\n'), 1, 3);
    await allSay('There is no code here. Select some, or put the cursor into a function.');
  });

  test('an empty file', async () => {
    await open('empty.ts', '');
    await allSay('There is no code here. Select some, or put the cursor into a function.');
  });

  test('a file of a language for which Steadfast is off', async () => {
    const python = { languageId: 'python' };
    const configuration = vscode.workspace.getConfiguration('steadfast', python);
    const { Workspace } = vscode.ConfigurationTarget;
    await configuration.update('enabled', false, Workspace, true);
    select(await open('report.py'), 1, 3);
    await allSay('Steadfast is switched off here (setting steadfast.enabled).');
    await configuration.update('enabled', undefined, Workspace, true);
  });

  suite('10 MB', () => {
    const line = 'export const filler = "................................................................";\n';
    const filler = line.repeat(Math.ceil(9_900_000 / line.length));
    const program = `${filler}export function round(amount: number): number {\n  return Math.floor(amount * 100) / 100;\n}\n`;
    const lastLine = program.split('\n').length - 1;

    test('selected as a whole are too much, and it is said how much would do', async () => {
      const editor = await open('huge.ts', program);
      select(editor, 1, lastLine);
      const characters = program.length - 1;
      await allSay(`The selection has ${characters} characters; at most 100000 can be sent. Select less.`);
    });

    test('are no hindrance for one function of them', async () => {
      const editor = await open('huge.ts');
      select(editor, lastLine - 2, lastLine);
      await explain(person);
      const [asked] = await questions();
      assert.match(asked?.body ?? '', /Math\.floor/);
      assert.ok((asked?.body.length ?? 0) < 20_000, `${asked?.body.length ?? 0} bytes were sent`);
    });

    test('are edited in one function as exactly as a small file', async () => {
      const editor = await open('huge.ts');
      select(editor, lastLine - 2, lastLine);
      await edit(person, 'fix the rounding bug');
      await vscode.commands.executeCommand('steadfast.acceptEdit');
      assert.ok(editor.document.getText() === program.replace('Math.floor', 'Math.round'));
    });
  });
});
