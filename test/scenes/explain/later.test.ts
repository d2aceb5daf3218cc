import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { until } from '../support/until.ts';

const targets = ['practice-anthropic', 'practice-openai', 'practice-local', 'practice-careless'];
const forEachTarget = async (command: string) => {
  for (const target of targets) await vscode.commands.executeCommand(command, target);
};

suite('a question that nobody could answer', () => {
  let person: Person;
  const line = async () => (await person.looksAtMenu())['Show Questions Kept for Later'];
  /** Runs a command on the panel until it shows what is meant by it. */
  const command = async (id: string, isDone: () => boolean | Promise<boolean>) => {
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await until(`what ${id} does`, async () => {
      await vscode.commands.executeCommand(id);
      return isDone();
    });
  };

  suiteSetup(() => (person = new Person()));
  suiteTeardown(async () => {
    await forEachTarget('steadfast.resetCircuit');
    person.leave();
  });
  setup(async () => {
    await beginAnew(person);
    await forEachTarget('steadfast.resetCircuit');
    await forEachTarget('steadfast.pauseTarget');
    select(await open('invoice.ts'), 15, 17);
    const { actions } = await explain(person);
    assert.deepEqual([actions[0]?.action, actions[1]?.action], ['askAgain', 'askLater']);
    await command('steadfast.askLater', async () => (await person.reads()).status === 'Kept for later');
  });

  test('stands in the status menu while it is kept, and is gone from it when the user does not want it kept', async () => {
    assert.equal(await line(), '1 question kept for later');
    await command('steadfast.forgetLater', async () => (await line()) === undefined);
    const { actions, notice } = await person.reads();
    assert.deepEqual([actions[1]?.action, notice?.kind], ['askLater', 'degraded']);
  });

  test('is offered when somebody can be asked again, and asked in its own panel when the user says so', async () => {
    assert.deepEqual([await questions(), person.told.filter(({ text }) => text.includes('wait'))], [[], []]);
    person.presses('Ask Now');
    await forEachTarget('steadfast.resetCircuit');
    const [before, answered] = await until('the answer', () => {
      const turns = person.panels.at(-1)?.view?.turns ?? [];
      return turns.at(1)?.phase === 'done' && turns;
    });
    assert.ok(answered);
    assert.match(answered.provenance[0] ?? '', /^Answered by Anthropic practice \(practice-large\)/);
    const offer = person.told.find(({ buttons }) => buttons.includes('Ask Now'));
    assert.equal(offer?.text, 'A model is available again. Ask the question kept for later?');
    await until('an empty queue', async () => (await line()) === undefined);
    assert.deepEqual([person.panels.length, before?.question, (await questions()).length], [1, answered.question, 1]);
  });
});
