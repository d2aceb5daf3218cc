import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffSections } from '../../../src/assist/commit/changedFiles.ts';
import { hasTrueNames } from '../../../src/assist/commit/hasTrueNames.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

const changed = new Set(['private/notes.txt', 'src/a.ts', 'src/b.ts', '.env']);
const isTrue = (diff: string, paths: ReadonlySet<string> = changed): boolean =>
  hasTrueNames(atOnce(diffSections(diff)), paths);

/** A change of a file in a diff whose names have these prefixes. */
const written = (path: string, from = 'a/', to = 'b/'): string =>
  `diff --git ${from}${path} ${to}${path}\nindex 1..2 100644\n--- ${from}${path}\n+++ ${to}${path}\n@@ -1 +1 @@\n-a\n+b\n`;

test('names with the usual prefixes, the mnemonic ones and none are those of the files', () => {
  const prefixes = [
    ['a/', 'b/'],
    ['i/', 'w/'],
    ['c/', 'i/'],
    ['', ''],
  ] as const;
  assert.deepEqual(
    prefixes.map(each => isTrue(written('private/notes.txt', ...each) + written('src/a.ts', ...each))),
    [true, true, true, true],
  );
});

test('names with prefixes of somebody’s own are not', () => {
  const prefixes = [
    ['old/', 'new/'],
    ['new/', 'new/'],
    ['a/', 'b/new-'],
    ['x', 'y'],
    ['a/b/', 'b/a/'],
    ['./', './'],
  ] as const;
  assert.deepEqual(
    prefixes.filter(each => isTrue(written('private/notes.txt', ...each))),
    [],
  );
});

test('nor are they where a file without lines, a deleted one or a new one has such a prefix', () => {
  const heads = [
    'diff --git p/.env p/.env\nold mode 100644\nnew mode 100755\n',
    'diff --git p/.env q/.env\ndeleted file mode 100644\n--- p/.env\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n',
    'diff --git p/.env q/.env\nnew file mode 100644\n--- /dev/null\n+++ q/.env\n@@ -0,0 +1 @@\n+a\n',
  ];
  assert.deepEqual(
    heads.filter(head => isTrue(head)),
    [],
  );
});

test('one prefix that makes another changed file of a name is seen by its neighbours', () => {
  const paths = new Set(['x/a.ts', 'a.ts']);
  assert.equal(isTrue(written('a.ts', 'x/', 'x/') + written('x/a.ts', 'x/', 'x/'), paths), false);
  assert.equal(isTrue(written('a.ts') + written('a.ts'), paths), false);
});

test('files of a submodule, and one that has come from a file that nobody knows, are none of the repository’s', () => {
  assert.equal(isTrue(`Submodule sub 1..2:\n${written('sub/.env')}`), false);
  const renamed = 'diff --git a/old.ts b/src/a.ts\nsimilarity index 100%\nrename from old.ts\nrename to src/a.ts\n';
  assert.deepEqual([isTrue(renamed), isTrue(renamed, new Set([...changed, 'old.ts']))], [false, true]);
});
