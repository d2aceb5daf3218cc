import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortFileDiff } from '../../../src/assist/added/diffFiles.ts';
import { diffSections } from '../../../src/assist/commit/changedFiles.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

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

/** The file at that place of the diff, as it is shown. */
function shown(at: number): string {
  const { text, file } = atOnce(diffSections(diff))[at] ?? assert.fail();
  return shortFileDiff(text, file ?? assert.fail());
}

test('what people wrote stays whole', () => {
  assert.match(shown(0), /-export const rate = 1;\n\+export const rate = 2;$/);
});

// Kilo-Org/kilocode #924, yegor256/gitted #49: a lock file took the place of all that was written, or the question failed
test('of a lock file only its name and its length are told', () => {
  assert.equal(
    shown(1),
    'diff --git a/package-lock.json b/package-lock.json\n(3 changed lines of a file that tools write)',
  );
});

test('of a picture only its name is', () => {
  assert.equal(shown(2), 'diff --git a/logo.png b/logo.png\n(no text)');
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
    const told = shortFileDiff('diff\n+a', { path, isBinary: false, added: 1, removed: 0 });
    assert.equal(told.includes('tools write'), made.includes(path));
  });
