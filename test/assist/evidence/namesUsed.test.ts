import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesUsed } from '../../../src/assist/evidence/namesUsed.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

const namesIn = (code: string, language: string, most = 4): readonly string[] =>
  atOnce(namesUsed(code, language, most)).map(({ name }) => name);

const languages: readonly [language: string, code: string, expected: readonly string[]][] = [
  [
    'typescript',
    'export function total(items: readonly Item[]): Money {\n  // taxOf is slow\n  return sum(items, "rate(x)");\n}',
    ['Item', 'Money', 'sum', 'items'],
  ],
  ['python', 'def total(items):\n    # Rate is old\n    return Money(sum_of(items))', ['Money', 'sum_of', 'items']],
  ['go', 'func total(items []Item) Money {\n\treturn tax.Of(items)\n}', ['Item', 'Money', 'Of', 'items']],
  [
    'rust',
    'fn total(items: &[Item]) -> Money {\n    let x = Tax::of(items);\n    x\n}',
    ['Item', 'Money', 'Tax', 'of'],
  ],
  ['java', 'int total(List<Item> items) {\n  return Tax.of(items);\n}', ['total', 'List', 'Item', 'Tax']],
  ['cpp', 'int total(const Cart& cart) {\n  return tax::rate(cart.items());\n}', ['total', 'Cart', 'tax', 'rate']],
];
for (const [language, code, expected] of languages) {
  test(`in ${language} what is called or is a type comes first; no keyword, comment or text counts`, () => {
    assert.deepEqual(namesIn(code, language), expected);
  });
}

test('what the code declares itself is not looked up', () => {
  assert.deepEqual(namesIn('const rate = 1;\napply(rate);', 'typescript'), ['apply']);
});

test('a name is told where it stands as a call', () => {
  const [first] = atOnce(namesUsed('x = a;\n  a(1);', 'javascript', 1));
  assert.deepEqual(first, { name: 'a', line: 1, character: 2 });
});

test('names in other scripts are names', () => {
  assert.deepEqual(namesIn('summe(größe)', 'javascript'), ['summe', 'größe']);
});
