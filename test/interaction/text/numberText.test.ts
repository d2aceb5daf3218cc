import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { money, tokenCount } from '../../../src/interaction/text/budgetText.ts';
import { fixed, writeNumbersIn } from '../../../src/interaction/text/numberText.ts';
import { duration } from '../../../src/interaction/text/time.ts';

afterEach(() => writeNumbersIn('en'));

const written = (): readonly string[] =>
  [duration(340), tokenCount(9_900), money(12.4), money(0.0421), money(0), money(0.00001), fixed(0.9, 2)].map(text =>
    text.replaceAll('\u00a0', ' '),
  );

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['en', ['0.3 s', '9.9k', '$12.40', '$0.042', '$0', '<$0.0001', '0.90']],
  ['de', ['0,3 s', '9,9k', '12,40 $', '0,042 $', '0 $', '<0,0001 $', '0,90']],
  ['de-AT', ['0,3 s', '9,9k', '$ 12,40', '$ 0,042', '$ 0', '<$ 0,0001', '0,90']],
  ['no language at all', ['0.3 s', '9.9k', '$12.40', '$0.042', '$0', '<$0.0001', '0.90']],
];

for (const [language, expected] of cases) {
  test(`numbers in ${language}`, () => {
    writeNumbersIn(language);
    assert.deepEqual(written(), expected);
  });
}
