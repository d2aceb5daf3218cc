import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../src/assist/tasks/all.ts';
import { taskText, titleText, wordsText } from '../../../src/interaction/text/assistanceText.ts';
import { contextOf } from '../../assist/context.ts';

const file = { path: 'src/cart.ts', uri: '', language: 'typescript', text: '' };
const context = contextOf({
  file: 'src/cart.ts',
  startLine: 12,
  endLine: 20,
  input: 'why twice?',
  files: [file, file, file],
});

test('a question is headed by what is explained or by the user’s own words, with the place', () => {
  assert.deepEqual(
    assistances.map(({ title }) => titleText(title, context)),
    [
      ...['Explain cart.ts:12–20', 'why twice? (cart.ts:12–20)', 'why twice? (cart.ts:12–20)'],
      ...['why twice? (3 files)', 'Fix cart.ts:12–20'],
      ...['Tests for cart.ts:12–20', 'Document cart.ts:12–20', 'Names for cart.ts:12–20'],
      'Commit message for src/cart.ts',
      'Review cart.ts:12–20',
      'Review the changes of src/cart.ts',
      'Review src/cart.ts',
    ],
  );
});

test('each assistance has a name of its own in a list', () => {
  assert.deepEqual(
    assistances.map(({ task }) => taskText(task)),
    [
      ...['Explain', 'Ask…', 'Edit…', 'Edit Files…', 'Fix', 'Generate Tests', 'Add Documentation', 'Suggest Names…'],
      'Generate Commit Message',
      'Review',
      'Review Changes',
      'Review Commit…',
    ],
  );
});

test('one line is called a line, not a range', () => {
  const oneLine = contextOf({ file: 'src/cart.ts', startLine: 22, endLine: 22 });
  assert.deepEqual(
    [titleText('explain-place', oneLine), wordsText('question', { ...oneLine, file: 'src/cart.ts' }).title],
    ['Explain cart.ts, line 22', 'Ask about cart.ts, line 22'],
  );
});

test('the box names what will change: the symbol, or else the file, and its lines', () => {
  const { symbol: _none, files: _files, ...plain } = { ...context, symbol: undefined };
  const named = { ...plain, symbol: { name: 'lineTotal', kind: 'Function' } };
  assert.deepEqual(
    [wordsText('instruction', named).title, wordsText('instruction', plain).title],
    ['Edit lineTotal, lines 12–20', 'Edit cart.ts, lines 12–20'],
  );
});

test('what is asked about a cell of a notebook names the cell: its lines are no lines of the file', () => {
  const cell = contextOf({ file: 'src/sales.ipynb', cell: 3, startLine: 1, endLine: 6 });
  const { symbol: _none, ...plain } = { ...cell, symbol: undefined };
  assert.deepEqual(
    [
      titleText('explain-place', cell),
      titleText('words-place', { ...cell, input: 'why?' }),
      wordsText('question', plain).title,
    ],
    ['Explain sales.ipynb, cell 3', 'why? (sales.ipynb, cell 3)', 'Ask about sales.ipynb, cell 3, lines 1–6'],
  );
});
