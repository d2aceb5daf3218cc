import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WordFinder } from '../../../src/libraries/secrets/wordFinder.ts';

const words = ['sk', '.', 'key=', 'key:', 'sk-ant-', 'akia', 'aki', 'hooks.slack', '_auth', 'пароль', '-us1'];

test('every word that stands in a text is found, whatever its case, and none that is not like one', () => {
  const finder = new WordFinder(words);
  const pieces = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(...words, ...words.map(word => word.toUpperCase()), ...words.map(word => word.slice(1))),
  );
  fc.assert(
    fc.property(fc.array(pieces), parts => {
      const text = parts.join('');
      const found = finder.wordsIn(text);
      for (const word of words) {
        if (text.toLowerCase().includes(word) && word !== 'пароль') assert.ok(found.has(word), word);
        if (!folded(text).includes(folded(word))) assert.ok(!found.has(word), word);
      }
    }),
    { numRuns: Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 2_000) },
  );
});

test('a word that is no Latin one is found as it is written', () =>
  assert.ok(new WordFinder(words).wordsIn('мой пароль: 1').has('пароль')));

/** Without the bit that tells small letters from capitals. */
const folded = (text: string): string =>
  [...Array(text.length).keys()].map(at => String.fromCharCode(text.charCodeAt(at) | 0x20)).join('');
