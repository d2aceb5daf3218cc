import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashNames } from '../../../src/assist/added/hashNames.ts';

const questions: readonly [words: string, names: readonly string[]][] = [
  ['Why does #tax.ts not round?', ['tax.ts']],
  ['Compare #src/tax.ts with #src/cart.ts.', ['src/tax.ts', 'src/cart.ts']],
  ['What do the #changes do: #staged?', ['changes', 'staged']],
  ['#selection:3-8', ['selection:3-8']],
  ['Is this C# or a#b?', []],
  ['See #12 and ##', []],
  ['#größe.ts', ['größe.ts']],
];
for (const [words, names] of questions)
  test(`"${words}" names ${names.join(' and ') || 'nothing'}`, () => assert.deepEqual(hashNames(words), names));

test('a question of nothing but names is not read for ever', () => {
  assert.equal(hashNames('#a '.repeat(10_000)).length, 20);
});
