import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { hunks } from '../../../src/assist/edits/hunks.ts';
import { hunkAt, hunkPlaces, textWith } from '../../../src/assist/edits/hunkChoice.ts';

const before = 'a\nb\nc\nd\ne\n';
const after = 'A\nb\nc\nx\ny\nd\n';
const found = hunks(before, after); // a → A, + x y, − e

suite('changes of which some are taken', () => {
  test('make the text with those alone', () => {
    assert.equal(
      textWith(before, found, index => index === 1),
      'a\nb\nc\nx\ny\nd\ne\n',
    );
    assert.equal(
      textWith(before, found, () => false),
      before,
    );
    assert.equal(
      textWith(before, found, () => true),
      after,
    );
  });

  test('of any two texts make the second, and none of them the first', () => {
    const line = fc.constantFrom('a', 'b', 'c', '');
    const text = fc.array(line, { maxLength: 12 }).map(lines => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const all = hunks(one, other);
        assert.deepEqual([textWith(one, all, () => true), textWith(one, all, () => false)], [other, one]);
      }),
    );
  });

  test('are made in the order in which they stand, whatever order they come in', () => {
    assert.equal(
      textWith(before, found.toReversed(), () => true),
      after,
    );
  });

  test('stand where they are on both sides', () => {
    assert.deepEqual(
      hunkPlaces(before, found, () => true),
      [
        { before: { first: 0, end: 1 }, after: { first: 0, end: 1 } },
        { before: { first: 3, end: 3 }, after: { first: 3, end: 5 } },
        { before: { first: 4, end: 5 }, after: { first: 6, end: 6 } },
      ],
    );
  });

  test('that are left stand at their own lines', () => {
    assert.deepEqual(
      hunkPlaces(before, found, index => index !== 1).map(place => place.after),
      [
        { first: 0, end: 1 },
        { first: 3, end: 3 },
        { first: 4, end: 4 },
      ],
    );
  });

  test('at the end of a text without a last line end have their line', () => {
    assert.deepEqual(
      hunkPlaces('a\nb', hunks('a\nb', 'a\nc'), () => true),
      [{ before: { first: 1, end: 2 }, after: { first: 1, end: 2 } }],
    );
  });
});

suite('the change at a line', () => {
  const spans = [
    { first: 2, end: 4 },
    { first: 9, end: 9 },
  ];
  test('is the one that holds it', () =>
    assert.deepEqual(
      [2, 3].map(line => hunkAt(spans, line)),
      [0, 0],
    ));
  test('is the one that has no lines there', () => assert.equal(hunkAt(spans, 9), 1));
  test('is the one right beside it', () =>
    assert.deepEqual(
      [1, 4, 8].map(line => hunkAt(spans, line)),
      [0, 0, 1],
    ));
  test('is none', () =>
    assert.deepEqual(
      [0, 6, 11].map(line => hunkAt(spans, line)),
      [undefined, undefined, undefined],
    ));
});
