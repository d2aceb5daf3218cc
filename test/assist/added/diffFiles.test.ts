import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesOfDiff, shortFileDiff } from '../../../src/assist/added/diffFiles.ts';

const diff = `diff --git a/src/tax.ts b/src/tax.ts
index 1..2 100644
--- a/src/tax.ts
+++ b/src/tax.ts
@@ -1,2 +1,2 @@
-export const rate = 1;
+export const rate = 2;
diff --git a/package-lock.json b/package-lock.json
--- a/package-lock.json
+++ b/package-lock.json
@@ -1,3 +1,3 @@
-  "a": 1,
+  "a": 2,
+  "b": 2,
diff --git a/logo.png b/logo.png
Binary files a/logo.png and b/logo.png differ
diff --git a/old name.ts b/new name.ts
rename from old name.ts
rename to new name.ts
diff --git a/gone.ts b/gone.ts
deleted file mode 100644
--- a/gone.ts
+++ /dev/null
@@ -1 +0,0 @@
-gone();`;

test('a diff is read file by file, with the names that they have now', () => {
  assert.deepEqual(
    filesOfDiff(diff).map(({ path }) => path),
    ['src/tax.ts', 'package-lock.json', 'logo.png', 'new name.ts', 'gone.ts'],
  );
});

test('what people wrote stays whole', () => {
  const [first] = filesOfDiff(diff);
  assert.match(shortFileDiff(first ?? assert.fail()), /-export const rate = 1;\n\+export const rate = 2;$/);
});

// Kilo-Org/kilocode #924, yegor256/gitted #49: a lock file took the place of all that was written, or the question failed
test('of a lock file only its name and its length are told', () => {
  assert.equal(
    shortFileDiff(filesOfDiff(diff)[1] ?? assert.fail()),
    'diff --git a/package-lock.json b/package-lock.json\n(3 changed lines of a file that tools write)',
  );
});

test('of a picture only its name is', () => {
  assert.equal(shortFileDiff(filesOfDiff(diff)[2] ?? assert.fail()), 'diff --git a/logo.png b/logo.png\n(no text)');
});

const made = [
  'yarn.lock',
  'go.sum',
  'a/pnpm-lock.yaml',
  'Cargo.lock',
  'dist/app.js',
  'x.min.js',
  'api.pb.go',
  'a.snap',
];
const written = ['src/lock.ts', 'src/blocks.ts', 'locker.json', 'distance.ts', 'src/map.ts'];
for (const path of [...made, ...written])
  test(`${path} is ${made.includes(path) ? 'made by tools' : 'written by people'}`, () => {
    assert.equal(shortFileDiff({ path, text: 'diff\n+a' }).includes('tools write'), made.includes(path));
  });
