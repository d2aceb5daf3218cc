import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anchor } from '../../../src/assist/anchor.ts';
import { lineInDiff, lineInFile } from '../../../src/assist/placing/factLine.ts';
import { textWith } from '../../../src/assist/edits/hunkChoice.ts';
import { hunks } from '../../../src/assist/edits/hunks.ts';

const original = 'one\ntwo\nthree\nfour\n';
const replacement = 'one\nTWO\nthree\nand\nfour!\n';
const edit = { original, replacement };
const before = 'head\n';
const text = `${before}${original}tail\n`;

/** The line of the diff's right side, by what of the edit is taken. */
function shown(line: number, isTaken: (index: number) => boolean): string | undefined {
  const found = hunks(original, replacement).map(hunk => ({
    ...hunk,
    start: hunk.start + before.length,
    end: hunk.end + before.length,
  }));
  const at = lineInDiff(line, edit, { text, hunks: found, isTaken });
  return at === undefined ? undefined : textWith(text, found, isTaken).split('\n')[at];
}

test('a line of the answer stands in the diff where it is shown', () => {
  const lines = [1, 2, 3, 4, 5].map(line => shown(line, () => true));
  assert.deepEqual(lines, ['one', 'TWO', 'three', 'and', 'four!']);
});

test('of a change that is left nothing is told, and what stands below it has moved', () => {
  const lines = [1, 2, 3, 4, 5].map(line => shown(line, index => index === 0));
  assert.deepEqual(lines, ['one', 'TWO', 'three', undefined, undefined]);
  assert.deepEqual(
    [1, 2, 3, 4, 5].map(line => shown(line, index => index === 1)),
    ['one', undefined, 'three', 'and', 'four!'],
  );
});

test('what is gone is told at the line that follows, and behind the last one at the last', () => {
  const gone = { original: 'a\nb\nc\n', replacement: 'a\n' };
  const found = hunks(gone.original, gone.replacement);
  const whole = { text: gone.original, hunks: found, isTaken: () => true };
  assert.equal(lineInDiff(2, gone, whole), 0);
  const middle = { original: 'a\nb\nc\n', replacement: 'a\nc\n' };
  const shorter = { text: middle.original, hunks: hunks(middle.original, middle.replacement) };
  assert.equal(lineInDiff(2, middle, { ...shorter, isTaken: () => true }), 1);
  assert.equal(lineInDiff(2, middle, { ...shorter, isTaken: () => false }), undefined);
});

test('code that has no place any more has no line', () => {
  const found = hunks(original, replacement);
  assert.equal(lineInDiff(2, edit, { text: 'other\n', hunks: found, isTaken: () => true }), undefined);
  assert.equal(lineInFile(2, edit, 'other\n'), undefined);
});

test('in the file it is the line itself once the edit was applied, and before that the one that it would replace', () => {
  const applied = `more\n${before}${replacement}tail\n`;
  const lineOf = (line: number, file: string): string | undefined =>
    file.split('\n')[lineInFile(line, edit, file) ?? -1];
  assert.deepEqual(
    [1, 2, 4, 5].map(line => lineOf(line, applied)),
    ['one', 'TWO', 'and', 'four!'],
  );
  assert.deepEqual(
    [1, 2, 3, 4].map(line => lineOf(line, text)),
    ['one', 'two', 'three', 'four'],
  );
});

test('of any two codes the line with everything taken is the line of the answer', () => {
  const code = fc.array(fc.constantFrom('a', 'b', 'c', '', ' d'), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(code, code, fc.nat(7), (one, other, at) => {
      const any = { original: `${one.join('\n')}\n`, replacement: `${other.join('\n')}\nend\n` };
      const line = (at % other.length) + 1;
      const whole = { text: any.original, hunks: hunks(any.original, any.replacement), isTaken: () => true };
      const found = lineInDiff(line, any, whole);
      fc.pre(typeof anchor(any.original, any) !== 'string');
      assert.equal(any.replacement.split('\n')[found ?? -1], other[line - 1]);
    }),
  );
});
