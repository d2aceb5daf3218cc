import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecentRanges } from '../../../src/assist/evidence/recentRanges.ts';

function after(...changes: readonly (readonly [file: string, first: number, last: number, lines: number])[]) {
  const ranges = new RecentRanges();
  for (const [file, first, last, lines] of changes) ranges.note(file, [{ first, last, lines }]);
  return ranges.latest.map(({ file, first, last }) => `${file}:${first}-${last}`);
}

test('the last change comes first', () => {
  assert.deepEqual(after(['a', 1, 1, 1], ['b', 5, 5, 2]), ['b:5-6', 'a:1-1']);
});

test('changes close to each other are one', () => {
  assert.deepEqual(after(['a', 10, 10, 1], ['a', 12, 12, 1]), ['a:10-12']);
});

test('lines that are typed above move what stands below', () => {
  assert.deepEqual(after(['a', 50, 52, 3], ['a', 3, 3, 6]), ['a:3-8', 'a:55-57']);
});

test('what is deleted is forgotten', () => {
  assert.deepEqual(after(['a', 50, 52, 3], ['a', 40, 60, 1]), ['a:40-40']);
});

test('a formatter that changes everything is none that was edited', () => {
  const ranges = new RecentRanges();
  ranges.note(
    'a',
    Array.from({ length: 30 }, (_, at) => ({ first: at * 10, last: at * 10, lines: 1 })),
  );
  assert.deepEqual(ranges.latest, []);
});

test('a file that is pasted whole is none', () => {
  assert.deepEqual(after(['a', 0, 0, 500]), []);
});

// continuedev/continue #11861: what listens to typing must not grow with it
test('after a day of typing no more than twelve places are remembered', () => {
  const ranges = new RecentRanges();
  for (let at = 0; at < 10_000; at += 1) ranges.note(`file ${at % 50}`, [{ first: at * 10, last: at * 10, lines: 1 }]);
  assert.equal(ranges.latest.length, 12);
});

test('a file that is closed is forgotten', () => {
  const ranges = new RecentRanges();
  ranges.note('a', [{ first: 1, last: 1, lines: 1 }]);
  ranges.forget('a');
  assert.deepEqual(ranges.latest, []);
});
