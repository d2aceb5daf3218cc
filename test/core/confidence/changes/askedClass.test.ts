import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedClass, type AskedClass } from '../../../../src/core/confidence/changes/askedClass.ts';

const table: readonly (readonly [string, AskedClass | undefined])[] = [
  ['Add comments', 'comments'],
  ['Please add doc comments.', 'comments'],
  ['document this function', 'comments'],
  ['Füge Kommentare hinzu', 'comments'],
  ['Reformat this file', 'layout'],
  ['format', 'layout'],
  ['Format this query', 'layout'],
  ['format the date as ISO', undefined],
  ['rename gross to sum', 'names'],
  ['Nenne gross in summe um', 'names'],
  ['Add logging', 'logging'],
  ['add some debug logs at the start', 'logging'],
  ['Add type annotations', 'types'],
  ['annotate the parameters with types', 'types'],
  ['', undefined],
  ['Make it faster', undefined],
  ['Rename gross to sum and make it async', undefined],
  ['Add comments, then simplify', undefined],
  ['Add a type guard for Money', undefined],
  ['Write to the log file instead of the console', undefined],
  ['Fix the rounding. Add comments.', undefined],
  [`Add comments ${'to it '.repeat(40)}`, undefined],
];

for (const [instruction, expected] of table)
  test(`"${instruction.slice(0, 50)}" asks for ${expected ?? 'no such thing'}`, () => {
    assert.equal(askedClass(instruction), expected);
  });
