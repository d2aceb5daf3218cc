import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closedText, partlyShownText } from '../../../src/interaction/changes/leftOutText.ts';

// https://github.com/microsoft/vscode-copilot-release/issues/1229
test('files that were only named are said, the first of them', () => {
  assert.deepEqual(
    [closedText([]), closedText(['secrets/x.ts']), closedText(['a', 'b\nc', 'd', 'e'])],
    ['', 'Only named to the model: secrets/x.ts.', 'Only named to the model: a, b c, d and 1 more.'],
  );
});

// https://github.com/Nutlope/aicommits/issues/355
test('how many files did not go along whole is said, and nothing where all did', () => {
  assert.deepEqual(
    [partlyShownText({ files: 12, partly: 3 }), partlyShownText({ files: 12, partly: 0 })],
    ['3 of 12 files went along in part.', ''],
  );
});
