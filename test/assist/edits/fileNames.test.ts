import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fileNamed } from '../../../src/assist/edits/fileNames.ts';

const paths = ['src/tax.ts', 'src/cart.ts', 'test/cart.ts', 'docs/my notes.md', 'Makefile'];
const named = (line: string) => {
  const found = fileNamed(line, paths);
  return found?.kind === 'known' ? found.path : found?.kind;
};

suite('the file that a line names', () => {
  const meant = [
    'src/tax.ts',
    '`src/tax.ts`',
    '**src/tax.ts**',
    '- `src/tax.ts`:',
    '1. src/tax.ts',
    '### src/tax.ts',
    'File: src/tax.ts',
    '**File:** `src/tax.ts`',
    './src/tax.ts',
    'src\\tax.ts',
    'tax.ts',
    '```src/tax.ts',
    'Now `src/tax.ts` gets the new rate:',
  ];
  for (const line of meant) test(line, () => assert.equal(named(line), 'src/tax.ts'));

  test('may have blanks, or no ending', () => {
    assert.equal(named('`docs/my notes.md`'), 'docs/my notes.md');
    assert.equal(named('Makefile'), 'Makefile');
  });

  const others = [
    '../src/tax.ts',
    '/home/somebody/other/src/tax.ts',
    'C:\\work\\src\\tax.ts',
    'src/Tax.ts',
    'src/other.ts',
    'cart.ts',
    'packages/a/src/tax.ts',
    '.env',
    'Then `lib/other.ts` is changed:',
    'From src/tax.ts to src/cart.ts',
    'file:///etc/src/tax.ts',
    '~/src/tax.ts',
  ];
  for (const line of others) test(`is none that was sent: ${line}`, () => assert.equal(named(line), 'unknown'));

  const none = ['', '```', '```ts', 'Here are the changes:', 'I use e.g. a table and/or a list.', '---'];
  for (const line of none) test(`is not named by: ${line}`, () => assert.equal(named(line), undefined));
});
