import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commitText } from '../../../src/assist/commit/commitText.ts';

test('a message that is one stays as it is', () => {
  const message = 'Read the last line too\n\nIt need not end with a line end:\n\n- files\n- pipes';
  assert.equal(commitText(message), message);
});

test('what stands before it goes, however often it is said', () => {
  assert.equal(commitText('Sure!\n\nHere is the message:\n\nCommit message: fix: a'), 'fix: a');
});

test('who signs in the history signs', () => {
  const signed = 'fix: a\n\nCo-Authored-By: Some Model <m@example.com>';
  assert.equal(commitText(signed, [signed]), signed);
  assert.equal(commitText(signed), 'fix: a');
});

test('a person who wrote with somebody stays', () => {
  const message = 'fix: a\n\nCo-authored-by: Ada <ada@example.com>';
  assert.equal(commitText(message), message);
});

test('the command to commit is not the message', () => {
  assert.equal(commitText('git commit -m "fix: a"'), 'fix: a');
});

const pieces = fc.constantFrom(
  ...[
    'fix: a',
    'Sure!',
    'Here is it:',
    '```',
    '```diff',
    '"',
    '**',
    '`',
    '#1',
    '# a',
    '\n',
    '\n\n',
    '    x',
    '- a',
    ' ',
  ],
  ...[
    'diff --git a b',
    '@@ -1',
    'Note: b',
    'word '.repeat(30),
    '🙂',
    'message:',
    'git commit -m "a"',
    '<think>',
    '</think>',
    '…',
  ],
);
const answers = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map(each => each.join('')),
  fc.array(pieces, { maxLength: 12 }).map(each => each.join('\n')),
  fc.string({ unit: 'binary' }),
);

test('nothing in it steers a terminal or is hidden, and emoji stay', () => {
  const hidden = '\u001b]8;;https://a.example\u0007Fix\u001b[2J a\u202e \u{e0041}list\u200b';
  assert.equal(
    commitText(`${hidden}\n\nBecause\u0008 of it 👩‍💻.`),
    ']8;;https://a.exampleFix[2J a list\n\nBecause of it 👩‍💻.',
  );
});

test('read twice it is the same, and no line of it could be taken for a comment of Git', () => {
  fc.assert(
    fc.property(answers, answer => {
      const once = commitText(answer);
      assert.equal(commitText(once), once);
      assert.ok(once === '' || once.trim() === once);
    }),
    { numRuns: 3_000 },
  );
});
