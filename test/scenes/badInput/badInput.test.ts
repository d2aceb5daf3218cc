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
    await allSay('There is no code here. Select some code, or put the cursor in a function.');
  });

  test('an empty file', async () => {
    await open('empty.ts', '');
    await allSay('There is no code here. Select some code, or put the cursor in a function.');
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

  suite('10 MB', function () {
    this.timeout(60_000); // VS Code itself takes its time
    const line = 'filler = "................................................................"\n';
    const filler = line.repeat(Math.ceil(10_000_000 / line.length));
    const program = `import math\n${filler}def cents(amount):\n    return math.floor(amount * 100) / 100\n`;
    const lastLine = program.split('\n').length - 1;

    test('selected as a whole are too much, and it is said how much would do', async () => {
      select(await open('huge.py', program), 1, lastLine);
      const characters = program.length - 1;
      await allSay(`The selection has ${characters} characters; at most 100000 can be sent. Select less.`);
    });

    test('are no hindrance for one function of them', async () => {
      select(await open('huge.py'), lastLine - 1, lastLine);
      await explain(person);
      const [asked] = await questions();
      assert.match(asked?.body ?? '', /math\.floor/);
      assert.ok((asked?.body.length ?? 0) < 40_000, `${asked?.body.length ?? 0} bytes were sent`);
    });

    test('are edited in one function as exactly as a small file', async () => {
      const editor = await open('huge.py');
      select(editor, lastLine - 1, lastLine);
      await edit(person, `Reply with exactly:\n\`\`\`python\ndef cents(amount):\n    return round(amount, 2)\n\`\`\``);
      await vscode.commands.executeCommand('steadfast.acceptEdit');
      const expected = program.replace('math.floor(amount * 100) / 100', 'round(amount, 2)');
      assert.ok(editor.document.getText() === expected);
    });
  });
});
