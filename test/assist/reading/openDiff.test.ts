import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changedFiles, diffSections } from '../../../src/assist/commit/changedFiles.ts';
import { newFileDiff, withoutLinesOf } from '../../../src/assist/reading/openDiff.ts';
import { atOnce, type Steps } from '../../../src/core/shared/steps.ts';

const changed = (path: string, ...lines: readonly string[]): string =>
  [
    `diff --git a/${path} b/${path}`,
    'index 1..2 100644',
    `--- a/${path}`,
    `+++ b/${path}`,
    '@@ -1 +1 @@',
    ...lines,
    '',
  ].join('\n');

const shown = (diff: string, ...closed: readonly string[]): string =>
  atOnce(withoutLinesOf(atOnce(diffSections(diff)), new Set(closed)));

const stepsOf = (work: Steps<unknown>): number => {
  let count = 0;
  while (!work.next().done) count += 1;
  return count;
};

test('of a file that must not be read the head stays and no line, and others stay as they are', () => {
  const [open, closed] = [changed('a.ts', '-a', '+b'), changed('.env', '-canary', '+canary')];
  const head = closed.slice(0, closed.indexOf('@@'));
  assert.equal(shown(open + closed + open, '.env'), open + head + open);
});

for (const end of ['\r', '\u2028', '\u2029', '\u0085'])
  test(`a line that has another end within it, ${JSON.stringify(end)}, opens no file`, () => {
    const text = changed('.env', `+a${end}diff --git a/a.ts b/a.ts${end}@@ -1 +1 @@${end}+canary`);
    assert.equal(shown(text, '.env').includes('canary'), false);
    assert.equal(changedFiles(changed('a.ts', `+a${end}@@ b`))[0]?.hunks.length, 1);
  });

test('what stands before the first file, and in one whose name is not known, is not shown', () => {
  assert.equal(shown('canary of another program\n'), '');
  assert.equal(shown(`canary\n${changed('a.ts', '+b')}`), changed('a.ts', '+b'));
  assert.equal(shown('diff --git \n+canary\n'), '');
});

test('a closed file without hunks is its head', () => {
  const odd = 'diff --git a/.env b/.env\nindex 1..2\ncanary\n+canary\nGIT binary patch\nliteral 5\ncanary\n';
  assert.equal(shown(odd, '.env'), 'diff --git a/.env b/.env\nindex 1..2\n');
});

test('files behind those that are looked at are not shown', () => {
  const diff = Array.from({ length: 2_500 }, (_, at) => changed(`a${at}/.env`, `+canary${at}`)).join('');
  const left = shown(diff, ...Array.from({ length: 2_000 }, (_, at) => `a${at}/.env`));
  assert.deepEqual([left.includes('canary'), changedFiles(left).length], [false, 2_000]);
});

test('whatever the text, nothing of a closed file is shown', () => {
  const pieces = fc.constantFrom(
    ...[
      '\n',
      '\r',
      '\u2028',
      '@@',
      '@@ -1 +1 @@',
      'diff --cc a',
      'diff --git a/a b/a',
      '+++ b/b',
      '--- a/b',
      '\\',
      '"',
    ],
  );
  const texts = fc.array(pieces).map(each => `+${each.join('').replaceAll('\n', '\n ')}canary`);
  fc.assert(
    fc.property(texts, text => {
      assert.equal(shown(changed('closed', text) + changed('open', '+b'), 'closed').includes('canary'), false);
    }),
    { numRuns: 1_000 },
  );
});

test('many files are read, left out and written with rests', () => {
  const sections = atOnce(diffSections(changed('a', '+b').repeat(500)));
  assert.ok(stepsOf(diffSections(changed('a', '+b').repeat(500))) >= 500);
  assert.equal(stepsOf(withoutLinesOf(sections, new Set())), 500);
  assert.equal(stepsOf(newFileDiff('a', 'a\n'.repeat(20_000))), 20);
});

test('a new file is all its lines, and the first of a very long one', () => {
  const [file] = changedFiles(atOnce(newFileDiff('a/b.ts', 'one\r\ntwo\n')));
  assert.deepEqual([file?.path, file?.change, file?.added], ['a/b.ts', 'added', 2]);
  assert.ok(atOnce(newFileDiff('a', 'line\n'.repeat(200_000))).length < 600_000);
});

test('a new file without a text that is known is named', () => {
  for (const text of [undefined, '', 'a\0b']) assert.equal(changedFiles(atOnce(newFileDiff('a', text)))[0]?.added, 0);
});

test('the name of a new file makes no lines of its own', () => {
  const name = 'a\ndiff --git a/b b/b\n@@ -1 +1 @@\n+"c"\\\u0007';
  const files = changedFiles(atOnce(newFileDiff(name, undefined)));
  assert.deepEqual(
    files.map(({ path, added }) => [path, added]),
    [[name, 0]],
  );
});
