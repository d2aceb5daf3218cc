import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trialName } from '../../../src/assist/names/trialName.ts';

test('a name to try with is the present one with a longer end, before the signs that a language puts there', () => {
  assert.deepEqual(['total', 'MAX_SIZE', 'empty?', 'save!', '$x', 'größe', '_'].map(trialName), [
    'totalAnew',
    'MAX_SIZEANEW',
    'emptyAnew?',
    'saveAnew!',
    '$xAnew',
    'größeAnew',
    '_ANEW',
  ]);
});
