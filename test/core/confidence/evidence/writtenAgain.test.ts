import assert from 'node:assert/strict';
import { test } from 'node:test';
import { against, judge } from '../judged.ts';

const times = (count: number, line: string | undefined) => Array.from({ length: count }, () => line ?? '');

const lines = ['export function first(a: number): number {', '  const more = a + offset;', '  return more * 2;', '}'];
const code = lines.join('\n');
const signsFor = async (answer: string, before = code) =>
  against(await judge(`\`\`\`\n${answer}\n\`\`\``, { code: before, instruction: 'rename a' })).filter(sign =>
    sign.endsWith('repeats'),
  );

// ollama#14493, vllm#40080: a local model writes its answer once more instead of ending
test('an answer that stands there twice must not be used', async () => {
  const written = code.replaceAll('more', 'next');
  assert.deepEqual(await signsFor(`${written}\n\n${written}`), ['hard repeats']);
});

test('a group of lines that is written again right after itself is looked at', async () => {
  const again = [...lines.slice(0, 3), ...lines.slice(1, 3), ...lines.slice(1, 3), '}'].join('\n');
  assert.deepEqual(await signsFor(again), ['soft repeats']);
});

test('so is one line that stands there four times in a row', async () => {
  assert.deepEqual(await signsFor([lines[0], ...times(4, lines[1]), '}'].join('\n')), ['soft repeats']);
  assert.deepEqual(await signsFor([lines[0], ...times(3, lines[1]), '}'].join('\n')), []);
});

test('what the selection repeats may be repeated', async () => {
  const often = times(5, '  expect(await next()).toBe(true);').join('\n');
  assert.deepEqual(await signsFor(`${often}\n  done();`, often), []);
});

test('brackets, tables and cells are repeated by people', async () => {
  const cells = ['const grid = [', ...times(8, '  [0, 0, 0, 0, 0, 0, 0, 0],'), '];'].join('\n');
  assert.deepEqual(await signsFor(cells), []);
  assert.deepEqual(await signsFor(`call(${'[\n'.repeat(6)}1${']\n'.repeat(6)});`), []);
});

test('functions that are alike are not the same', async () => {
  const alike = [1, 2, 3, 4].map(at => code.replace('first', `first${at}`).replace('offset', `offset${at}`)).join('\n');
  assert.deepEqual(await signsFor(alike), []);
});
