import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fileText } from '../../../src/assist/prompt/fileText.ts';

const lines = Array.from({ length: 300 }, (_, at) => `line ${at};`);
/** The file with these lines selected, as the editor gives it: the code without its line's end. */
const selected = (first: number, last: number, lineEnd = '\n') => ({
  before: lines
    .slice(0, first)
    .map(line => line + lineEnd)
    .join(''),
  code: lines.slice(first, last + 1).join(lineEnd),
  after: lines
    .slice(last + 1)
    .map(line => line + lineEnd)
    .join(''),
});

test('is the same, and may be cut at the same lines, wherever the selection stands', () => {
  const place = fc.tuple(fc.nat(299), fc.nat(299)).map(two => two.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(place, fc.constantFrom('\n', '\r\n'), ([first = 0, last = 0], lineEnd) => {
      const { text, splits } = fileText(selected(first, last, lineEnd));
      if (first > 0 || last < 299) assert.equal(text, lines.map(line => line + lineEnd).join(''));
      assert.deepEqual(splits, [64, 128, 192, 256]);
    }),
  );
});

test('what stands above the selection is steady up to the last cut before it', () => {
  assert.deepEqual(
    [10, 64, 200].map(first => fileText(selected(first, first + 2)).steady),
    [undefined, 64, 192],
  );
});

test('is cut into at most twelve pieces, because no provider looks back further than twenty', () => {
  const before = 'x\n'.repeat(20_000);
  const { splits } = fileText({ before, code: 'y', after: '' });
  assert.ok(splits.length < 12 && splits.length >= 6, `${splits.length}`);
});

test('of what must be left out the lines near the selection go last, and what an outline names goes after those', () => {
  const outline = { before: [{ first: 2, last: 2, rank: 3 }], after: [{ first: 100, last: 100, rank: 1 }] };
  const { keep } = fileText({ ...selected(150, 151), outline });
  const rankOf = (line: number) => keep.find(({ first, last }) => first <= line && line <= last)?.rank ?? 0;
  const [own = 0, near = 0, named = 0, far = 0] = [150, 140, 2, 20].map(rankOf);
  assert.ok(own > near && near > named && named > far, `${own} ${near} ${named} ${far}`);
  assert.equal(rankOf(252), 1);
});
