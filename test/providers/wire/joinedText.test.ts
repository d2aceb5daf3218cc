import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JoinedText } from '../../../src/providers/wire/joinedText.ts';

function joined(pieces: readonly string[]): { readonly text: string; readonly shown: string } {
  const text = new JoinedText();
  const shown = pieces.map(piece => text.add(piece)).join('');
  return { text: text.text, shown };
}

const whole = 'It reads the file line by line.';

test('pieces that each hold all of the text so far amount to the last one', () => {
  const pieces = [whole.slice(0, 3), whole.slice(0, 12), whole.slice(0, 20), whole, whole];
  assert.deepEqual(joined(pieces), { text: whole, shown: whole });
});

/** Pieces of which each is what is new, however much they look like the whole each time. */
const rows: readonly (readonly string[])[] = [
  ['666', '666', '666', '6'],
  ['6', '66', '666', '6666', '66666', '666666'],
  ['6'.repeat(8), '6'.repeat(16), '6'.repeat(24)],
  ['ab', 'abab', 'x'],
  ['a', 'an', 'and', ' so on'],
  ['0x00, ', '0x00, 0x00, ', '0x01'],
  ['It reads the file', 'It reads the file'],
];

for (const pieces of rows) {
  test(`nothing is lost of ${JSON.stringify(pieces)}`, () => assert.equal(joined(pieces).text, pieces.join('')));
}
