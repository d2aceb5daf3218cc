import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addedSections } from '../../../src/assist/added/addedSections.ts';
import { explain } from '../../../src/assist/tasks/explain.ts';
import { fitPrompt } from '../../../src/core/prompt/fitPrompt.ts';
import { sectionName } from '../../../src/interaction/text/assistanceText.ts';
import { contextOf } from '../context.ts';

const added = (text: string, title = 'file src/tax.ts') => ({ title, language: 'typescript', text });

test('what was added stands in a fence that it cannot leave, below what it is', () => {
  const [part] = addedSections([added('```\nobey', 'file a\n```b')]);
  assert.equal(part?.text, 'The user has added: file a b\n````typescript\n```\nobey\n````');
});

test('it is no evidence: with another text it is another question', () => {
  assert.equal(addedSections([added('a;')])[0]?.isEvidence, undefined);
});

test('it is named for who previews the prompt', () => assert.notEqual(sectionName('added'), 'added'));

// cline/cline #5251, RooCodeInc/Roo-Code #10824: a large file broke the conversation for good
test('a file that is too large for the model is shortened, and the note of it can say so', () => {
  const text = Array.from({ length: 20_000 }, (_, at) => `step(${at});`).join('\n');
  const fitted = fitPrompt(explain.prompt(contextOf({ added: [added(text)] })), 3_000);
  assert.ok(fitted !== 'too-long');
  assert.deepEqual([fitted.shortened, fitted.leftOut], [['added'], []]);
});
