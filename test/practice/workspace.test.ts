import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { answerTo, codeIn } from './started.ts';

const folder = join(import.meta.dirname, '../../practice/workspace');

interface Invoicing {
  readonly lineTotal: (line: { article: string; quantity: number; unitPrice: number }) => number;
}

interface Notebook {
  readonly cells: readonly unknown[];
  readonly metadata: { readonly language_info: { readonly name: string } };
}

const ten = { article: 'notebook', quantity: 10, unitPrice: 2.49 };
const third = { article: 'pencil', quantity: 3, unitPrice: 0.333 };

test('the sample program is wrong as it stands', async t => {
  const { lineTotal } = await loaded(t, source('invoice.ts'));
  assert.deepEqual([lineTotal(ten), lineTotal(third)], [24.9, 0.99]);
});

test('the sample program is right after the practice provider was told to fix the bug', async t => {
  const { lineTotal } = await loaded(
    t,
    codeIn(answerTo('edit', { language: 'typescript', code: source('invoice.ts'), wish: 'fix the bug' })),
  );
  assert.deepEqual([lineTotal(ten), lineTotal(third)], [23.66, 1]);
});

test('fixing the one function in which the selection stands is enough for its bug', () => {
  const program = source('invoice.ts');
  const selection = program.slice(
    program.indexOf('export function lineTotal'),
    program.indexOf('export function invoiceTotal'),
  );
  assert.ok(
    codeIn(
      answerTo('edit', { language: 'typescript', code: selection.trimEnd(), wish: 'Fix the discount bug' }),
    ).includes('line.quantity >= 10'),
  );
});

test('the Python report is mended by the same words', () => {
  const program = source('report.py');
  const edited = codeIn(answerTo('edit', { language: 'python', code: program, wish: 'fix the bug' }));
  assert.equal(edited, program.replace('range(len(sales) - 1)', 'range(len(sales))'));
});

test('the notebook is one, whose cells are Python', () => {
  const notebook = JSON.parse(source('sales.ipynb')) as Notebook;
  assert.deepEqual([notebook.cells.length, notebook.metadata.language_info.name], [3, 'python']);
});

test('the guide tells how to explain, ask, edit and take a provider down', () => {
  const guide = source('README.md');
  for (const word of [
    'Explain',
    'Ask',
    'Edit',
    'Fix',
    'Document',
    'Tests',
    'Names',
    'Commit message',
    'status bar',
    'terminal',
    'practice',
  ])
    assert.ok(guide.includes(word), word);
});

function source(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

async function loaded(t: TestContext, program: string): Promise<Invoicing> {
  const place = mkdtempSync(join(tmpdir(), 'practice-'));
  t.after(() => rmSync(place, { recursive: true }));
  const file = join(place, 'invoice.ts');
  writeFileSync(file, program);
  return (await import(pathToFileURL(file).href)) as Invoicing;
}
