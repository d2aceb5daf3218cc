import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { hiddenIn } from '../../../src/core/unicode/hiddenText.ts';
import { hiddenTexts } from './hiddenTexts.ts';
import { legitimateTexts } from './legitimateTexts.ts';

const lastPoint = 0x10ffff;

/** Written for all to see, although their category is that of formats: signs before numbers, joints of hieroglyphs. */
const isSeen = (point: number): boolean =>
  [0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0x110bd, 0x110cd].includes(point) ||
  (point >= 0x600 && point <= 0x605) ||
  (point >= 0x13430 && point <= 0x13455);

/** What UCD's properties say, kept apart from how the code says it. */
function isUnseen(point: number): boolean {
  const character = String.fromCodePoint(point);
  if (point === 0x09 || point === 0x0a || point === 0x0d || isSeen(point)) return false;
  return (
    point === 0x2800 ||
    /^(?:\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp})$/u.test(character) ||
    /^\p{Default_Ignorable_Code_Point}$/u.test(character)
  );
}

test('of all code points between Latin letters, those that cannot be seen are found, and no other', () => {
  const wrong: string[] = [];
  const block = 0x1000;
  for (let first = 0; first <= lastPoint; first += block) {
    const points = Array.from({ length: block }, (_, place) => first + place);
    const found = new Set(hiddenIn(points.map(line).join('')).map(({ character }) => character.codePointAt(0)));
    wrong.push(...points.filter(point => found.has(point) !== isUnseen(point)).map(point => point.toString(16)));
  }
  assert.deepEqual(wrong, []);
});

const line = (point: number): string => `a${String.fromCodePoint(point)}b\n`;

test('of each found character the place is right, and what is found is what was hidden', () => {
  const text = 'один\u200Bдва😀\u{E0041}\uD800';
  assert.deepEqual(
    hiddenIn(text).map(({ character, index }) => [
      character,
      text.slice(index, index + character.length) === character,
    ]),
    [
      ['\u200B', true],
      ['\u{E0041}', true],
      ['\uD800', true],
    ],
  );
});

suite('what a script needs is not hidden', () => {
  for (const [name, text] of Object.entries(legitimateTexts))
    test(name, () =>
      assert.deepEqual(
        hiddenIn(text).map(({ character }) => character.codePointAt(0)?.toString(16)),
        [],
      ),
    );
});

suite('what is known to have been hidden is found', () => {
  for (const [name, text, count] of hiddenTexts) test(name, () => assert.equal(hiddenIn(text).length, count));
});
