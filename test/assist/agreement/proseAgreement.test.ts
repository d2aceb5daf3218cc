import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proseAgreement } from '../../../src/assist/agreement/proseAgreement.ts';

test('it counts the different words of both, short ones left out', () => {
  const { words, bothWords } = proseAgreement('It adds the tax twice.', 'It adds the tax, then the tip, twice!');
  assert.deepEqual([words, bothWords], [3, 2]); // adds, twice, then
});

test('numbers are words, however short', () => {
  const { words, bothWords } = proseAgreement('at 7 and 19', 'at 7 and 16');
  assert.deepEqual([words, bothWords], [3, 1]);
});

test('it tells what both name as code, and what only one does; what stands in a block is no name', () => {
  const one = 'Calls `total` and `round`.\n```ts\nconst a = `b`;\n```\n';
  const { bothNames, onlyOne, onlyOther } = proseAgreement(one, 'Calls `total`, then `floor`.');
  assert.deepEqual([bothNames, onlyOne, onlyOther], [['total'], ['round'], ['floor']]);
});

test('in a script without blanks two neighbours are a word', () => {
  const { words, bothWords } = proseAgreement('税金を計算', '税金を加算');
  assert.deepEqual([words, bothWords], [6, 2]);
});

test('the same words in other order are all in both, and are not called the same text', () => {
  const { isIdentical, words, bothWords } = proseAgreement('first enable then disable', 'first disable then enable');
  assert.deepEqual([isIdentical, words, bothWords], [false, 4, 4]);
});

test('whatever is compared, the words in both are some of all words, and comparing ends', () => {
  const hostile = ['', ' '.repeat(5_000_000), 'x'.repeat(5_000_000), '`'.repeat(5_000_000), '漢'.repeat(500_000)];
  const more = ['a b '.repeat(100_000), '```\n'.repeat(200_000), 'word '.repeat(200_000), '\ud800'];
  for (const one of [...hostile, ...more])
    for (const other of [...hostile, ...more]) {
      const { words, bothWords, isCut } = proseAgreement(one, other);
      assert.ok(bothWords <= words && isCut === Math.max(one.length, other.length) > 100_000);
    }
});
