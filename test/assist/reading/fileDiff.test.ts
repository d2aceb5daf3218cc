import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedFiles } from '../../../src/assist/commit/changedFiles.ts';
import { fileDiff as stepsOf, type ChangedText } from '../../../src/assist/reading/fileDiff.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

const fileDiff = (changed: ChangedText): string => atOnce(stepsOf(changed));

test('a change has the form of Git, with three lines around', () => {
  const before = ['one', 'two', 'three', 'four', 'five', 'six', ''].join('\n');
  assert.equal(
    fileDiff({ path: 'src/a.ts', before, after: before.replace('five', 'FIVE') }),
    [
      'diff --git a/src/a.ts b/src/a.ts',
      '--- a/src/a.ts',
      '+++ b/src/a.ts',
      '@@ -2,5 +2,5 @@',
      ' two',
      ' three',
      ' four',
      '-five',
      '+FIVE',
      ' six',
      '',
    ].join('\n'),
  );
});

test('new, deleted and renamed files are told as such', () => {
  const told = [
    fileDiff({ path: 'a.ts', before: undefined, after: 'one\n' }),
    fileDiff({ path: 'a.ts', before: 'one\n', after: undefined }),
    fileDiff({ path: 'b.ts', from: 'a.ts', before: 'one\n', after: 'one\n' }),
  ].flatMap(changedFiles);
  assert.deepEqual(
    told.map(({ path, from }) => [path, from]),
    [
      ['a.ts', undefined],
      ['a.ts', undefined],
      ['b.ts', 'a.ts'],
    ],
  );
  assert.match(fileDiff({ path: 'a.ts', before: 'one\n', after: undefined }), /deleted file mode[^]*\n-one\n$/);
});

test('of what is no text, or far too long, it is only said that it has changed', () => {
  const heads = [
    fileDiff({ path: 'a', before: 'a\0b', after: 'a\0c' }),
    fileDiff({ path: 'a', before: 'a', after: 'b\n'.repeat(200_000) }),
  ];
  assert.deepEqual(heads, Array(2).fill('diff --git a/a b/a\n--- a/a\n+++ b/a\n'));
});

test('what has not changed is no change', () => {
  assert.equal(fileDiff({ path: 'a', before: 'a', after: 'a' }), '');
});

test('a name cannot begin a line of the diff', () => {
  const told = fileDiff({ path: 'a\n+++ b/other.ts', from: 'b\n--- a/other.ts', before: 'one\n', after: 'two\n' });
  assert.deepEqual(
    told
      .split('\n')
      .filter(line => line.includes('other') && !/^(?:diff --git|---|\+\+\+|rename (?:from|to)) "/.test(line)),
    [],
  );
});
