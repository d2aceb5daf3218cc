import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appliedPieces, type AppliedPiece } from '../../../src/assist/checkpoints/appliedPieces.ts';
import { takenBack } from '../../../src/assist/checkpoints/takenBack.ts';
import { hunks, withHunks } from '../../../src/assist/edits/hunks.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { playHistory } from './histories.ts';

const before = [
  'function total(items) {',
  '  let sum = 0;',
  '  for (const item of items) sum += item;',
  '  return sum;',
  '}',
  '',
];
const after = [
  'function total(items) {',
  '  let sum = 0;',
  '  for (const { price } of items) sum += price;',
  '  return sum;',
  '}',
  '',
];
const text = (lines: readonly string[]): string => lines.join('\n');
const piecesOf = (was: string, is: string) => atOnce(appliedPieces(was, hunks(was, is)));
const pieces = piecesOf(text(before), text(after));

function back(current: string, applied: readonly AppliedPiece[]) {
  const { hunks: replaced, conflicts } = atOnce(takenBack(current, applied));
  return { text: withHunks(current, replaced), conflicts };
}

test('an edit is taken back to what stood there', () => {
  assert.deepEqual(back(text(after), pieces), { text: text(before), conflicts: [] });
});

// https://github.com/Kilo-Org/kilocode/issues/1670 https://github.com/RooCodeInc/Roo-Code/issues/3097
test('what was typed elsewhere since stays', () => {
  const typed = ['// mine', ...after.slice(0, 4), '  // and mine', ...after.slice(4)];
  const expected = ['// mine', ...before.slice(0, 4), '  // and mine', ...before.slice(4)];
  assert.deepEqual(back(text(typed), pieces), { text: text(expected), conflicts: [] });
});

test('a change of the line above or below keeps nothing from being taken back', () => {
  const typed = after.map(line => line.replace('let sum = 0', 'let sum = 1'));
  const expected = before.map(line => line.replace('let sum = 0', 'let sum = 1'));
  assert.equal(back(text(typed), pieces).text, text(expected));
});

test('a piece that was changed stays, and is a conflict', () => {
  const typed = after.map(line => line.replace('sum += price', 'sum += price * 2'));
  const result = back(text(typed), pieces);
  assert.equal(result.text, text(typed));
  assert.deepEqual(
    result.conflicts.map(({ because }) => because),
    ['changed'],
  );
});

test('of a line without its end, which was changed since, nothing is taken back', () => {
  const was = 'one\ntwo\nthree\nfour\n';
  const applied = atOnce(appliedPieces(was, [{ start: 8, end: 13, text: 'THREE' }]));
  const typed = 'one\ntwo\nTHREE!\nfour\n';
  assert.equal(back(typed, applied).text, typed);
  assert.equal(back('one\n2\nTHREE\n4\n', applied).text, 'one\n2\nthree\n4\n', 'the lines around do not matter');
});

test('of equal pieces none is taken for the other', () => {
  const twice = text([...after, ...after]);
  const result = back(twice, pieces);
  assert.equal(result.text, twice);
  assert.deepEqual(
    result.conflicts.map(({ because }) => because),
    ['several'],
  );
});

test('the same piece twice is taken back once', () => {
  const { text: now, conflicts } = back(text(after), [...pieces, ...pieces]);
  assert.deepEqual([now, conflicts.length], [text(before), 1]);
});

test('lines that were only added, and lines that were only taken away', () => {
  const lines = ['a', 'b', 'c', 'd', ''];
  for (const changed of [
    ['a', 'b', 'new', 'c', 'd', ''],
    ['a', 'c', 'd', ''],
    ['new', 'a', 'b', 'c', 'd', ''],
    ['b', 'c', 'd', ''],
    ['a', 'b', 'c', 'd', 'new', ''],
    ['a', 'b', 'c', ''],
    [''],
  ])
    assert.deepEqual(
      back(text(changed), piecesOf(text(lines), text(changed))),
      { text: text(lines), conflicts: [] },
      text(changed),
    );
});

test('of a name in the middle of a line only the name is taken back', () => {
  const was = 'const a = b + b;\nf(b);\n';
  const renamed = [10, 14, 19].map(start => ({ start, end: start + 1, text: 'total' }));
  const applied = atOnce(appliedPieces(was, renamed));
  assert.equal(applied.length, 2, 'what stands in one line is one piece');
  const is = withHunks(was, renamed);
  assert.equal(is, 'const a = total + total;\nf(total);\n');
  assert.deepEqual(back(`// mine\n${is}`, applied), { text: `// mine\n${was}`, conflicts: [] });
});

test('what the user has undone by hand is no conflict', () => {
  const { conflicts, hunks: replaced, already } = atOnce(takenBack(text(before), pieces));
  assert.deepEqual({ conflicts, replaced, already }, { conflicts: [], replaced: [], already: 1 });
});

test('very many places of a very long file are one piece, and all come back', () => {
  const was = 'let x = 1; // a long line that is repeated\n'.repeat(5_000);
  const places = Array.from({ length: 2_500 }, (_, at) => at * 2 * (was.length / 5_000) + 4);
  const renamed = places.map(start => ({ start, end: start + 1, text: 'y' }));
  const applied = atOnce(appliedPieces(was, renamed));
  assert.equal(applied.length, 1);
  assert.equal(back(withHunks(was, renamed), applied).text, was);
});

test('in a thousand random histories no character that was typed is lost, and what nobody touched is taken back whole', () => {
  for (let seed = 1; seed <= 1_000; seed += 1) {
    const { lost, stuck } = playHistory(seed);
    assert.deepEqual({ lost, stuck }, { lost: 0, stuck: 0 }, `history ${seed}`);
  }
});
