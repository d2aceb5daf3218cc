import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';

suite('questions kept for later', () => {
  let person: Person;
  let files = 0;
  const run = (command: string) => vscode.commands.executeCommand(`steadfast.${command}`);
  /** Explains a file of its own in vain, and keeps that for later. */
  const keep = async (): Promise<void> => {
    person.forget();
    select(await open(`kept-${(files += 1)}.ts`, `export const kept${files} = ${files};\n`), 1, 1);
    await explain(person);
    person.panels.at(-1)?.press('askLater');
    await until('a question that is kept', () => person.panels.at(-1)?.view?.turns.at(-1)?.status === 'Kept for later');
  };
  const listed = async (): Promise<readonly string[]> => {
    person.lists.length = 0;
    await run('showQueue');
    return person.lists.at(-1) ?? [];
  };

  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    person.presses('Remove All');
    await run('removeAllKept');
    person.forget();
    for (const provider of ['anthropic', 'openai', 'local'] as const) await practice.fault(provider, 'down');
  });

  test('are put in another order, and asked all at once when a model can be asked', async () => {
    await keep();
    await keep();
    const before = await listed();
    assert.equal(before.length, 2);
    person.picks(before[1] ?? '');
    person.picks('Move Up');
    await run('showQueue');
    assert.deepEqual(await listed(), before.toReversed());
    await practice.heal();
    for (const target of ['practice-anthropic', 'practice-openai', 'practice-local'])
      await vscode.commands.executeCommand('steadfast.resetCircuit', target);
    await practice.clear();
    await run('askAllKept');
    assert.equal((await questions()).length, 2);
    assert.ok(await until('an empty list', async () => (await listed()).length === 0));
  });

  test('are removed all at once, after a question', async () => {
    await keep();
    person.told.length = 0;
    await run('removeAllKept');
    assert.match(person.told.at(-1)?.text ?? '', /^Remove the question kept for later\?/);
    assert.equal((await listed()).length, 1);
    person.presses('Remove All');
    await run('removeAllKept');
    assert.deepEqual(await listed(), []);
  });
});
