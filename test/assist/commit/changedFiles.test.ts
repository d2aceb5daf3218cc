import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changedFiles } from '../../../src/assist/commit/changedFiles.ts';

const headed = (...lines: readonly string[]): string => ['diff --git a/x b/x', ...lines, ''].join('\n');

test('a file has its name, what happened to it, and how many lines', () => {
  const diff = headed('--- a/x', '+++ b/x', '@@ -1,2 +1,2 @@ f()', ' a', '-b', '+++c', '@@ -9 +9 @@', '+d');
  assert.deepEqual(changedFiles(diff), [
    {
      path: 'x',
      change: 'changed',
      isBinary: false,
      added: 2,
      removed: 1,
      hunks: ['@@ -1,2 +1,2 @@ f()\n a\n-b\n+++c', '@@ -9 +9 @@\n+d'],
    },
  ]);
});

test('a change of the mode alone, and of a submodule, are changes', () => {
  assert.equal(changedFiles(headed('old mode 100644', 'new mode 100755'))[0]?.change, 'changed');
  const submodule = headed('--- a/lib', '+++ b/lib', '@@ -1 +1 @@', '-Subproject commit a', '+Subproject commit b');
  assert.deepEqual(changedFiles(submodule)[0]?.path, 'lib');
});

test('names in quotes, with blanks and in octal are read', () => {
  const diff = headed(
    '--- "a/gr\\303\\266\\303\\237e \\"x\\".ts"',
    '+++ "b/gr\\303\\266\\303\\237e \\"x\\".ts"',
    '@@ -1 +1 @@',
  );
  assert.equal(changedFiles(diff)[0]?.path, 'größe "x".ts');
  assert.equal(changedFiles('diff --git a/a b.ts b/a b.ts\nold mode 100644\n')[0]?.path, 'a b.ts');
});

test('a folder whose name is that of a prefix stays in the name', () => {
  const renamed = headed('similarity index 90%', 'rename from a/x', 'rename to b/x', '--- a/a/x', '+++ b/b/x');
  const bare = 'diff --git a/x a/x\n--- a/x\n+++ a/x\n@@ -1 +1 @@\n+a\n';
  const [moved, plain] = [changedFiles(renamed)[0], changedFiles(bare)[0]];
  assert.deepEqual([moved?.from, moved?.path, plain?.path], ['a/x', 'b/x', 'a/x']);
  assert.equal(changedFiles('diff --cc a/x\nBinary files differ\n')[0]?.path, 'a/x');
});

test('a copy is a new file, and says of what', () => {
  const [file] = changedFiles(headed('similarity index 90%', 'copy from .env', 'copy to x', '@@ -1 +1 @@', '+a'));
  assert.deepEqual([file?.change, file?.path, file?.from], ['added', 'x', '.env']);
});

test('the lines of a file that is gone are counted, and a diff of CRLF is one', () => {
  const diff = headed('deleted file mode 100644', '--- a/x', '+++ /dev/null', '@@ -1 +0,0 @@', '-a').replaceAll(
    '\n',
    '\r\n',
  );
  const [file] = changedFiles(diff);
  assert.deepEqual([file?.path, file?.change, file?.removed], ['x', 'deleted', 1]);
});

test('of very many files the first are read, and of a very long one the beginning', () => {
  assert.equal(changedFiles('diff --git a/a b/a\n'.repeat(5_000)).length, 2_000);
  const [long] = changedFiles(
    headed('--- a/x', '+++ b/x', '@@ -1 +1 @@', ...Array.from({ length: 60_000 }, () => '+line')),
  );
  assert.equal(long?.added, 60_000);
  assert.ok((long?.hunks[0]?.length ?? 0) <= 100_000);
});

const pieces = fc.constantFrom(
  ...[
    'diff --git a/a b/b',
    'diff --git "a/\\303" "b/\\',
    'diff --cc x',
    '--- a/a',
    '+++ /dev/null',
    '@@ -1 +1 @@',
    '@@',
    '+a',
    '-b',
  ],
  ...['rename from "', 'rename to ', 'new file mode', 'Binary files a and b differ', '\\', '', '\r', '+++ \t'],
);

test('whatever the text, it never throws, and each file has a name', () => {
  const texts = fc.oneof(
    fc.array(pieces).map(each => each.join('\n')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(texts, text => {
      for (const { path, added, removed } of changedFiles(text)) {
        assert.equal(typeof path, 'string');
        assert.ok(added >= 0 && removed >= 0);
      }
    }),
    { numRuns: 2_000 },
  );
});
