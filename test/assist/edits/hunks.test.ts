import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hunks } from '../../../src/assist/edits/hunks.ts';

const applied = (original: string, proposed: string): string =>
  [...hunks(original, proposed)]
    .reverse()
    .reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), original);

test('one changed line in the middle is one hunk that touches only that line', () => {
  assert.deepEqual(hunks('a\nb\nc\n', 'a\nB\nc\n'), [{ start: 2, end: 4, text: 'B\n' }]);
});

test('equal texts need no hunk', () => {
  assert.deepEqual(hunks('a\nb', 'a\nb'), []);
});

test('for any two texts the hunks turn one into the other', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map(all => all.join('\n'));
  fc.assert(fc.property(lines, lines, (original, proposed) => applied(original, proposed) === proposed));
});
