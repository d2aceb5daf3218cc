import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextPart } from '../../src/core/model/prompt.ts';
import type { Context } from '../../src/assist/assistance.ts';
import { selectedOnly } from '../../src/assist/selectedOnly.ts';
import { assistances } from '../../src/assist/tasks/all.ts';
import { contextOf } from './context.ts';

const canary = 'canary of the workspace';
const linked: TextPart = { kind: 'text', name: 'linked file', role: 'user', text: canary, priority: 50 };
/** Everything that a trusted window may have gathered. */
const gathered: Required<Context> = {
  ...contextOf({ input: 'make it faster', turns: [{ question: 'what is it?', answer: 'a price', asked: [linked] }] }),
  before: canary,
  after: canary,
  outline: { before: [], after: [] },
  document: 'digest',
  known: () => ({ before: canary, after: canary }),
  secrets: [],
  used: [{ file: canary, hash: canary }],
  isLineOnly: true,
  cell: 2,
  items: [{ id: 'k3f', first: 0, last: 0, head: 0 }],
  symbol: { name: 'price', kind: 'Variable' },
  diagnostics: [{ line: 3, severity: 'error', message: canary }],
  moreDiagnostics: 3,
  hovers: [canary],
  uses: [canary],
  testFile: {
    path: 'price.test.ts',
    language: 'typescript',
    text: canary,
    framework: canary,
    example: { path: canary, text: canary },
  },
  history: [canary],
  evidence: { project: [canary], openFiles: [canary] },
  files: [{ path: canary, uri: canary, language: canary, text: canary }],
  added: [{ title: canary, language: 'text', text: canary }],
  earlier: { text: { text: canary, splits: [] }, changes: canary },
};

test('in restricted mode the code, its place and what was said are left', () => {
  const left = selectedOnly(gathered);
  assert.equal(JSON.stringify(left).includes(canary), false);
  assert.deepEqual(
    [left.code, left.file, left.input, left.turns, left.symbol?.name, left.testFile],
    [
      gathered.code,
      'src/price.ts',
      'make it faster',
      [{ question: 'what is it?', answer: 'a price' }],
      'price',
      { path: 'price.test.ts', language: 'typescript' },
    ],
  );
});

for (const { task, prompt, gather } of assistances.filter(
  ({ gather: { from } }) => from !== 'changes' && from !== 'commit' && from !== 'files',
))
  test(`no prompt of ${task} holds anything else then (${gather.words})`, () => {
    const texts = prompt(selectedOnly(gathered)).parts.map(({ text }) => text);
    assert.equal(
      texts.some(text => text.includes(canary)),
      false,
    );
    assert.ok(texts.some(text => text.includes('const price = 1;')));
  });
