import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promptFileText } from '../../../src/interaction/asking/promptFileText.ts';

test('of a prompt file that is followed in all there is nothing to say', () => {
  assert.deepEqual(promptFileText({ unfollowed: [], unknown: [], leftOut: [], cut: [] }), []);
});

test('what is not followed is said once each, on one line', () => {
  const lines = promptFileText({
    unfollowed: ['agent', 'tools', 'model'],
    unknown: ['${a}', '${b\u200b}'],
    leftOut: ['../x.md'],
    cut: ['docs/long.md'],
  });
  assert.deepEqual(lines, [
    'The prompt file asks for an agent. It is answered as a question: nothing is run or changed.',
    'The tools that the prompt file names are not used.',
    'The model that the prompt file names is not chosen: your settings decide.',
    'Variables that are not known stay as they are written: ${a}, ${b }',
    'Linked files that cannot be sent are left out: ../x.md',
    'Only the beginning was sent of: docs/long.md',
  ]);
});
