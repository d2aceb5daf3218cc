import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partlyShown } from '../../../src/assist/commit/partlyShown.ts';
import { commitMessage } from '../../../src/assist/tasks/commitMessage.ts';
import type { Note } from '../../../src/core/model/note.ts';
import { fitPrompt } from '../../../src/core/prompt/fitPrompt.ts';
import { contextOf } from '../context.ts';

const changed = (path: string, lines = 1): string =>
  [
    `diff --git a/${path} b/${path}`,
    `--- a/${path}`,
    `+++ b/${path}`,
    `@@ -1,0 +1,${lines} @@`,
    ...Array.from({ length: lines }, (_, at) => `+const value${at} = ${at} * 3;`),
    '',
  ].join('\n');

const diffOf = (count: number, lines: number): string =>
  Array.from({ length: count }, (_, at) => changed(`src/file${at}.ts`, lines)).join('');

/** What is noted when a prompt of this diff is cut to so many tokens. */
function noteOf(diff: string, maxTokens: number): Note {
  const fitted = fitPrompt(commitMessage.prompt(contextOf({ code: diff })), maxTokens);
  if (fitted === 'too-long') return assert.fail();
  return { kind: 'trimmed', target: 'claude', leftOut: fitted.leftOut, shortened: fitted.shortened };
}

// https://github.com/Nutlope/aicommits/issues/355
// https://github.com/Nutlope/aicommits/issues/90
// https://github.com/di-sukharev/opencommit/issues/286
test('of a change that is longer than its room each file that was cut is counted', () => {
  const diff = changed('src/small.ts') + diffOf(11, 400);
  assert.deepEqual(partlyShown(diff, [noteOf(diff, 8_000)], 'claude'), { files: 12, partly: 11 });
});

test('where all of it went along none is, and what was cut for somebody else does not count', () => {
  const diff = diffOf(3, 10);
  assert.deepEqual(partlyShown(diff, [noteOf(diff, 8_000)], 'claude'), { files: 3, partly: 0 });
  const long = diffOf(3, 2_000);
  assert.deepEqual(partlyShown(long, [noteOf(long, 8_000)], 'gpt'), { files: 3, partly: 0 });
});

test('of many files those whose lines no prompt has are counted, but none that nobody wrote', () => {
  const diff = diffOf(85, 1) + changed('package-lock.json', 500);
  assert.deepEqual(partlyShown(diff, [], 'claude'), { files: 86, partly: 5 });
});
