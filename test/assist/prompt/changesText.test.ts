import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesText } from '../../../src/assist/prompt/changesText.ts';

const lines = Array.from({ length: 100 }, (_, at) => `line ${at}`);
const text = (all: readonly string[]) => `${all.join('\n')}\n`;

test('nothing has changed where nothing has', () => {
  assert.equal(changesText(text(lines), text(lines)), '');
});

test('a line that was changed and lines that were added are told with their place and the line above', () => {
  const changed = [...lines.slice(0, 40), 'other 40', 'new', ...lines.slice(41, 80), ...lines.slice(81)];
  assert.equal(
    changesText(text(lines), text(changed)),
    '@@ line 41 @@\n line 39\n-line 40\n+other 40\n+new\n@@ line 82 @@\n line 79\n-line 80\n',
  );
});

test('at the top there is no line above', () => {
  assert.equal(changesText(text(lines), text(['first', ...lines])), '@@ line 1 @@\n+first\n');
});

test('where much has changed the new text is shorter', () => {
  assert.equal(changesText(text(lines), text(lines.map(line => `${line}!`))), undefined);
  assert.equal(changesText(text(lines), text(lines.slice(0, 50))), undefined);
});
