import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit, explain, questions } from '../support/assistance.ts';
import { open, select } from '../support/documents.ts';
import { watchLookups } from '../support/lookups.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';

suite('the confirmation of sending', () => {
  let person: Person;
  let lookups: ReturnType<typeof watchLookups>;
  suiteSetup(() => {
    person = new Person();
    lookups = watchLookups();
  });
  suiteTeardown(() => {
    lookups.end();
    person.leave();
  });
  setup(async () => {
    await vscode.commands.executeCommand('steadfast.forgetConsent');
    await beginAnew(person);
    select(await open('invoice.ts'), 15, 17);
  });

  const boxes = () => person.told.filter(({ isModal }) => isModal);

  test('names the server, and what will be sent to it', async () => {
    await explain(person);
    assert.deepEqual(
      boxes().map(({ text, buttons }) => [text, buttons]),
      [['Send code from this workspace to steadfast.invalid?', ['Send']]],
    );
    assert.match(boxes()[0]?.detail ?? '', /the code you selected with some lines around it/);
  });

  test('turned away from, lets nothing leave, and the panel says so', async () => {
    const { phase, notice } = await explain(person);
    assert.deepEqual([phase, notice?.kind], ['failed', 'failure']);
    assert.match(notice?.title ?? '', /not confirmed|not allowed/i);
    assert.deepEqual([lookups.names, await practice.requests()], [[], []]);
  });

  test('turned away from, lets no edit leave either', async () => {
    await edit(person, 'fix the rounding bug');
    const { phase } = await person.reads();
    assert.deepEqual([phase, lookups.names, await practice.requests()], ['failed', [], []]);
  });

  test('cannot be given by the words of a repository', async () => {
    const configuration = vscode.workspace.getConfiguration();
    const { Workspace } = vscode.ConfigurationTarget;
    await assert.rejects(async () => configuration.update('steadfast.consent', true, Workspace));
    await explain(person);
    assert.deepEqual([boxes().length, lookups.names], [1, []]);
  });

  test('given, is remembered: the server is looked for, and the next question asks no more', async () => {
    person.presses('Send');
    const { provenance } = await explain(person);
    const lookedFor = [...new Set(lookups.names)];
    await explain(person);
    assert.deepEqual([lookedFor, boxes().length], [['steadfast.invalid'], 1]);
    assert.match(provenance[0] ?? '', /^Answered by Anthropic practice/);
    assert.equal((await questions()).length, 2);
  });

  test('forgotten, is asked for again', async () => {
    person.presses('Send');
    await explain(person);
    await vscode.commands.executeCommand('steadfast.forgetConsent');
    const { phase } = await explain(person);
    assert.deepEqual([boxes().length, phase], [2, 'failed']);
  });
});
