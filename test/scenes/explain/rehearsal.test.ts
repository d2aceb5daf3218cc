import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';

const rehearse = (given: object) => vscode.commands.executeCommand('steadfast.rehearseFailure', given);
const endRehearsal = () => vscode.commands.executeCommand('steadfast.endRehearsal');

suite('rehearsing a failure', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  teardown(endRehearsal);
  setup(async () => {
    await beginAnew(person);
    select(await open('invoice.ts'), 15, 17);
  });

  test('the next target answers, the first is not asked, and the provenance says that it was rehearsed', async () => {
    await rehearse({ fault: 'outage', at: 'practice-anthropic', lasts: 'question' });
    const { provenance } = await explain(person);
    assert.deepEqual(
      (await questions()).map(({ provider }) => provider),
      ['openai'],
    );
    assert.ok(
      provenance.some(line => /^Anthropic practice: overloaded(?: after .*)?, simulated$/.test(line)),
      provenance.join('\n'),
    );
  });

  test('it is over with its question: everybody is ready, and the first target answers again', async () => {
    await rehearse({ fault: 'wrong-key', at: 'practice-anthropic', lasts: 'question' });
    await explain(person);
    assert.match((await person.looksAtMenu())['Anthropic practice'] ?? '', /^ready/);
    await open('invoice.ts');
    const { provenance } = await explain(person);
    assert.match(provenance[0] ?? '', /^Answered by Anthropic practice \(practice-large\)/);
  });

  test('while it lasts the menu shows it and what it has done, and ends it', async () => {
    await rehearse({ fault: 'wrong-key', at: 'practice-anthropic', lasts: 'five-minutes' });
    await explain(person);
    const during = await person.looksAtMenu();
    assert.match(during['End the Simulation'] ?? '', /^Wrong API key at Anthropic practice, until /);
    assert.match(during['Anthropic practice'] ?? '', /^API key rejected/);
    await endRehearsal();
    const after = await person.looksAtMenu();
    assert.equal(after['End the Simulation'], undefined);
    assert.match(after['Anthropic practice'] ?? '', /^ready/);
  });

  test('played everywhere it shows what is left without any model, and says that it is not real', async () => {
    await rehearse({ fault: 'no-credit', at: 'all', lasts: 'question' });
    const { notice } = await explain(person);
    assert.deepEqual(await questions(), []);
    assert.match(notice?.lines[0] ?? '', /^Simulated, not real: No credit left at Anthropic practice/);
  });

  test('an answer that is cut is taken up by the next target, with what had come kept apart', async () => {
    await rehearse({ fault: 'cut', at: 'practice-anthropic', lasts: 'question' });
    const { partials, provenance } = await explain(person);
    assert.match(partials[0]?.text ?? '', /^This is a simulation\. No model wrote this text/);
    assert.match(provenance[0] ?? '', /^Answered by OpenAI practice \(practice-medium\)/);
  });

  test('a partial text that nobody takes up can be continued', async () => {
    await rehearse({ fault: 'cut', at: 'all', lasts: 'question' });
    const { actions, text } = await explain(person);
    assert.deepEqual([actions[0]?.action, text.startsWith('This is a simulation')], ['continue', true]);
  });
});
