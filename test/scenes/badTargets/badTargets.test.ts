import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { open, select } from '../support/documents.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';

suite('settings in which much is wrong', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    select(await open('invoice.ts'), 15, 17);
  });

  test('leave the targets that can be used', async () => {
    const lines = Object.keys(await person.looksAtMenu());
    assert.deepEqual(
      lines.filter(line => line.endsWith(' practice')),
      ['Anthropic practice', 'OpenAI practice'],
    );
  });

  test('leave the first of two targets with the same id', async () => {
    const { provenance } = await explain(person);
    assert.match(provenance[0] ?? '', /^Answered by Anthropic practice \(practice-large\)/);
  });

  test('leave a chain that falls back', async () => {
    await practice.fault('anthropic', 'down');
    const { provenance } = await explain(person);
    assert.match(provenance[0] ?? '', /^Answered by OpenAI practice \(practice-medium\)/);
    assert.deepEqual(
      (await questions()).map(({ provider }) => provider),
      ['openai'],
    );
  });
});
