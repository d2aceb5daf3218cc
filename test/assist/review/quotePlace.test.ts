import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotedCode, quotePlace } from '../../../src/assist/review/quotePlace.ts';

const code = [
  'export function total(items: Item[]): number {',
  '  let sum = 0;',
  '  for (const item of items) {',
  '    sum += item.price;',
  '  }',
  '  return sum;',
  '}',
  '',
  'export function count(items: Item[]): number {',
  '  let sum = 0;',
  '  for (const item of items) {',
  '    sum += 1;',
  '  }',
  '  return sum;',
  '}',
].join('\n');

const place = (quote: string, line?: number) => quotePlace(quotedCode(code), quote, line);

test('whole lines are found where they stand', () => {
  assert.deepEqual(place('    sum += item.price;'), { first: 3, last: 3, isWhole: true });
  assert.deepEqual(place('  for (const item of items) {\n    sum += 1;\n  }'), { first: 10, last: 12, isWhole: true });
});

test('blanks, line ends, a fence and line numbers around a quotation do no harm', () => {
  const same = { first: 10, last: 11, isWhole: true };
  for (const quote of [
    'for (const item of items) {\nsum += 1;',
    '\tfor (const item  of items) {\r\n\t\tsum += 1;\r\n',
    '```ts\n  for (const item of items) {\n    sum += 1;\n```',
    '11:   for (const item of items) {\n12:     sum += 1;',
    '11 |   for (const item of items) {\n12 |     sum += 1;',
  ])
    assert.deepEqual(place(quote), same, quote);
});

// https://github.com/tomcounsell/ai/issues/181 https://github.com/OpenHands/extensions/issues/233 https://github.com/0xHoneyJar/loa/issues/618
test('what is not in the code has no place', () => {
  for (const quote of [
    'await session.create(id);',
    'sum += item.price; // wrong',
    'sum {{DOCUMENT_CONTENT}}+= item.price;',
    'for (const item of items) {\n    sum += 2;',
    '',
    '\n \n',
    '...',
  ])
    assert.equal(place(quote), 'missing', quote);
});

// https://github.com/mozilla/code-review/issues/14 https://github.com/mozilla/bugbug/issues/5317
test('of lines that stand twice the one is meant that is near the named line, and none where that is not known', () => {
  assert.equal(place('  let sum = 0;'), 'several');
  assert.deepEqual(place('  let sum = 0;', 10), { first: 9, last: 9, isWhole: true });
  assert.deepEqual(place('  let sum = 0;', 3), { first: 1, last: 1, isWhole: true });
  assert.equal(place('  let sum = 0;', 6), 'several');
  assert.equal(quotePlace(quotedCode('x = call();\nx = call();'), 'x = call();', 1), 'several');
  assert.deepEqual(place('    sum += item.price;', 400), { first: 3, last: 3, isWhole: true });
});

test('a part of a line is found, but not what is too short to tell; it cannot be replaced', () => {
  assert.deepEqual(place('sum += item.price'), { first: 3, last: 3, isWhole: false });
  assert.equal(place('sum'), 'missing');
});

test('a quotation that leaves something out stands where it begins', () => {
  assert.deepEqual(place('export function count(items: Item[]): number {\n  ...\n  return sum;'), {
    first: 8,
    last: 8,
    isWhole: false,
  });
});

test('short lines count when they are whole lines that stand once', () => {
  assert.deepEqual(quotePlace(quotedCode('a = 1\nb = 2'), 'b = 2'), { first: 1, last: 1, isWhole: true });
});

test('more is not looked for than the editor can wait for', () => {
  const long = quotedCode(`${'x();\n'.repeat(300_000)}only();`);
  const places = Array.from({ length: 5 }, () => quotePlace(long, 'only();'));
  assert.deepEqual(places.at(2), { first: 300_000, last: 300_000, isWhole: true });
  assert.equal(places.at(4), 'several');
});

test('lines that overlap themselves are all found', () => {
  const overlapping = quotedCode('x();\nx();\nx();\ny();');
  assert.equal(quotePlace(overlapping, 'x();\nx();'), 'several');
  assert.deepEqual(quotePlace(overlapping, 'x();\nx();\ny();'), { first: 1, last: 3, isWhole: true });
});

test('a number at the beginning of a line may be its own', () => {
  assert.deepEqual(quotePlace(quotedCode("0: 'none',\n1: 'one',"), "1: 'one',"), { first: 1, last: 1, isWhole: true });
});
