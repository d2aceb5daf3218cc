import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/interaction/platform/commandIds.ts';
import { beginAnew, questions } from '../support/assistance.ts';
import { Person } from '../support/person.ts';

const hostile: readonly unknown[] = [
  undefined,
  null,
  0,
  -1,
  NaN,
  true,
  '',
  '__proto__',
  'x'.repeat(1_000_000),
  '/etc/passwd',
  'http://127.0.0.1:1/',
  [],
  ['practice-anthropic'],
  {},
  { id: 'practice-anthropic', target: 'practice-anthropic', turn: '1', text: 'x' },
  { toString: 1, length: -1, constructor: null },
  vscode.Uri.file('/etc/passwd'),
];

/** Other extensions may call our commands with anything (security S7). */
suite('called with anything', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(() => beginAnew(person));

  for (const id of commandIds) {
    test(`${id} takes no harm and sends nothing`, async () => {
      for (const argument of hostile) {
        await vscode.commands.executeCommand(id, argument, argument);
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      }
      assert.deepEqual(await questions(), []);
      assert.deepEqual(
        person.told.filter(({ severity }) => severity === 'error'),
        [],
      );
      assert.deepEqual(person.panels, []);
    });
  }
});
