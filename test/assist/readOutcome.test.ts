import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readNote, readReplacement } from '../../src/assist/readOutcome.ts';
import { fenceAround } from '../../src/core/confidence/reading/blocks.ts';
import { contextOf } from './context.ts';

test('a note is the answer’s text', () => {
  assert.deepEqual(readNote('\nIt adds.\n'), { kind: 'note', markdown: 'It adds.' });
  assert.equal(readNote(' \n').kind, 'unusable');
});

test('a replacement is the code of the one block, fitted into its place', () => {
  const context = contextOf({ code: '  if (a) {\r\n    b();\r\n  }\r\n' });
  const outcome = readReplacement('Here you are:\n\n```ts\nif (a && c) {\n  b();\n}\n```\nDone!', context);
  assert.deepEqual(outcome, { kind: 'replacement', code: '  if (a && c) {\r\n    b();\r\n  }\r\n' });
});

test('whatever leaves a doubt about the code is shown, not applied', () => {
  const doubtful = [
    'Use const here.',
    '```ts\na\n```\nor\n```ts\nb\n```',
    '```ts\nconst a = 1;',
    '```diff\n-a\n+b\n```',
    '```ts\n```',
    '',
  ];
  for (const text of doubtful)
    assert.deepEqual(readReplacement(text, contextOf()), { kind: 'unusable', markdown: text });
});

test('nothing replaces the selection only when that was asked for', () => {
  assert.deepEqual(readReplacement('```ts\n```', contextOf({ input: 'delete it' })), { kind: 'replacement', code: '' });
});

test('code comes through a fence that was made for it as it was', () => {
  const line = fc.constantFrom('a();', '  b();', '```', '~~~~', '\tc', 'd {', '}');
  const code = fc.array(line, { minLength: 1 }).map(lines => ['first', ...lines, 'last'].join('\n'));
  fc.assert(
    fc.property(code, text => {
      const fence = fenceAround(text);
      const outcome = readReplacement(`${fence}\n${text}\n${fence}`, contextOf({ code: 'x', language: 'plaintext' }));
      assert.deepEqual(outcome, { kind: 'replacement', code: text });
    }),
  );
});

test('no answer makes it throw', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string(),
      (text, code) => void readReplacement(text, contextOf({ code })),
    ),
  );
});
