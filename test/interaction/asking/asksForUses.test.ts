import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asksForUses } from '../../../src/interaction/asking/asksForUses.ts';

const about = [
  'Where is it used?',
  'who calls this function',
  'Which files use this?',
  'Is this used anywhere?',
  'What depends on this class?',
  'show me the callers',
  'List all usages.',
  'find references',
  'How often is it called?',
  'where do we import this',
  'Wo wird das verwendet?',
  'Wer ruft diese Funktion auf?',
  'Wird das irgendwo benutzt?',
  'Welche Dateien verwenden das?',
  'Zeige alle Aufrufer',
];

const notAbout = [
  'Why does it use a map?',
  'What does this call return?',
  'Use a Set instead.',
  'How do I call this?',
  'In which currency?',
  'Rename the callback',
  'Warum wird hier eine Map verwendet?',
  '',
  `Where is it used? ${'And more. '.repeat(60)}`,
];

for (const question of about) test(`is about uses: ${question}`, () => assert.equal(asksForUses(question), true));
for (const question of notAbout)
  test(`is not about uses: ${question.slice(0, 50)}`, () => assert.equal(asksForUses(question), false));
