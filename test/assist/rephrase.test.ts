import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rephrased } from '../../src/assist/rephrase.ts';

const prompt = {
  template: 'edit@1',
  parts: [{ kind: 'text', name: 'instruction', role: 'user', text: 'do it', priority: 9 }],
} as const;

test('asking again says what was wrong, in a section of its own', () => {
  const again = rephrased(prompt, ['elided', 'does-not-parse']);
  assert.match(again.parts.at(-1)?.text ?? '', /left parts of the code out.*did not parse/s);
  assert.equal(again.parts[0], prompt.parts[0]);
});

test('asking again is another question to the cache', () => {
  assert.notEqual(rephrased(prompt, ['empty']).template, prompt.template);
});
