import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeFinding } from '../../../src/assist/finding.ts';
import { review } from '../../../src/assist/tasks/review.ts';
import { reviewChanges } from '../../../src/assist/tasks/reviewChanges.ts';
import { reviewedPlaces } from '../../../src/interaction/findings/reviewedPlaces.ts';
import { contextOf } from '../../assist/context.ts';

const finding: CodeFinding = {
  severity: 'warning',
  kind: 'bug',
  message: 'm',
  why: '',
  advice: '',
  first: 1,
  last: 2,
  quoted: 'b\nc',
};
const found = (...findings: readonly CodeFinding[]) => ({ findings, unfounded: 0, ambiguous: 0 });
const reviewed = { title: '', partly: { files: 0, partly: 0 }, summary: '' };

test('lines of a selection are those of its file', () => {
  const context = contextOf({ code: 'a\nb\nc', startLine: 11, endLine: 13 });
  const [place, ...others] = reviewedPlaces({
    ...reviewed,
    asked: { assistance: review, context },
    found: found(finding),
  });
  assert.deepEqual([place?.path, place?.first, place?.last, others.length], [undefined, 10, 12, 0]);
  assert.deepEqual(place?.findings, [{ ...finding, first: 11, last: 12 }]);
});

test('of a change each file that has lines after it was looked at, also where nothing was found', () => {
  const diff = [
    'diff --git a/a.ts b/a.ts\n--- a/a.ts\n+++ b/a.ts\n@@ -5,2 +5,3 @@\n a\n+b\n c',
    '@@ -40 +41 @@\n-d\n+e',
    'diff --git a/b.ts b/b.ts\n--- a/b.ts\n+++ b/b.ts\n@@ -1 +1 @@\n-x\n+y',
    'diff --git a/gone.ts b/gone.ts\ndeleted file mode 100644\n--- a/gone.ts\n+++ /dev/null\n@@ -1 +0,0 @@\n-z',
    '',
  ].join('\n');
  const inFile = { ...finding, file: 'a.ts', first: 5, last: 5 };
  const context = contextOf({ code: diff });
  const places = reviewedPlaces({ ...reviewed, asked: { assistance: reviewChanges, context }, found: found(inFile) });
  assert.deepEqual(
    places.map(({ path, first, last, findings }) => [path, first, last, findings.length]),
    [
      ['a.ts', 4, 40, 1],
      ['b.ts', 0, 0, 0],
    ],
  );
});
