import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context } from '../../src/assist/assistance.ts';
import { createQuestion } from '../../src/assist/createQuestion.ts';
import { explain } from '../../src/assist/tasks/explain.ts';
import { questionKey } from '../../src/core/cache/questionKey.ts';
import { VirtualClock } from '../support/virtualClock.ts';
import { contextOf } from './context.ts';

/** What makes a question about this context the same as another one. */
function keyOf(more: Partial<Context>): string {
  const question = createQuestion(explain, contextOf({ document: 'digest of the document', ...more }), {
    clock: new VirtualClock(),
    id: 'question-1',
    scope: 'workspace',
    totalMs: 1,
    signal: new AbortController().signal,
    notes: () => undefined,
  });
  return questionKey(question, text => text);
}

const usual = keyOf({});

const evidence: readonly [name: string, more: Partial<Context>][] = [
  ['a hover', { hovers: ['function total(items: Item[]): number'] }],
  ['the enclosing symbol', { symbol: { name: 'total', kind: 'Function' } }],
  ['a problem that is reported beside it', { diagnostics: [{ line: 3, severity: 'error', message: 'no such name' }] }],
  ['the lines around that an outline chooses', { before: 'import a;\n', after: 'end();\n' }],
  ['which other files were read', { used: [{ file: 'file:///item.ts', hash: 'digest' }] }],
];
for (const [name, more] of evidence) {
  test(`${name} makes no other question: it depends on how far a language service has loaded`, () => {
    assert.equal(keyOf(more), usual);
  });
}

const asked: readonly [name: string, more: Partial<Context>][] = [
  ['another version of the document', { document: 'another digest' }],
  ['other code', { code: 'let b = 2;\n' }],
  ['other lines', { startLine: 30, endLine: 31 }],
  ['other words', { input: 'Why?' }],
];
for (const [name, more] of asked) {
  test(`${name} is another question`, () => {
    assert.notEqual(keyOf(more), usual);
  });
}

test('where the document is not known, the lines around count instead', () => {
  const { document: _, ...unknown } = contextOf({ before: 'import a;\n' });
  const { document: __, ...other } = contextOf({ before: 'import b;\n' });
  assert.notEqual(unknown.before, other.before);
  const keys = [unknown, other].map(context =>
    explain
      .prompt(context)
      .parts.filter(({ isEvidence }) => isEvidence !== true)
      .map(({ text }) => text)
      .join('\n'),
  );
  assert.notEqual(keys[0], keys[1]);
});
