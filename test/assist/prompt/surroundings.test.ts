import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../../src/assist/tasks/explain.ts';
import { outlineOf, type OutlineSymbol } from '../../../src/assist/prompt/outline.ts';
import { nearest, surroundingTokens } from '../../../src/assist/prompt/surroundings.ts';
import { fitPrompt } from '../../../src/core/prompt/fitPrompt.ts';
import { estimateTokens } from '../../../src/core/prompt/estimateTokens.ts';
import { contextOf } from '../context.ts';

/** A file of 12 methods of 100 lines in a class; the selection is line 650, in the seventh of them. */
const source = [
  "import { price } from './price.ts';",
  '',
  'export class Shop {',
  ...Array.from({ length: 12 }, (_, method) => [
    `  method${method}(amount: number): number {`,
    ...Array.from({ length: 98 }, (_, line) => `    amount += price(${method}, ${line});`),
    '  }',
  ]).flat(),
  '}',
];
const selected = 650;
const methods = Array.from({ length: 12 }, (_, method): OutlineSymbol => {
  const startLine = 3 + method * 100;
  return { startLine, endLine: startLine + 99, nameLine: startLine, children: [] };
});
const shop: OutlineSymbol = { startLine: 2, endLine: source.length - 1, nameLine: 2, children: methods };
const before = source
  .slice(0, selected)
  .map(line => `${line}\n`)
  .join('');
const after = source
  .slice(selected + 1)
  .map(line => `${line}\n`)
  .join('');
const place = { firstLine: 0, startLine: selected, endLine: selected };
const around = { before, after, outline: outlineOf([shop], before, place) };

test('the outline ranks the headers around the selection first, then imports, then other signatures', () => {
  const { before: ofBefore, after: ofAfter } = around.outline;
  const linesOf = (rank: number) => ofBefore.filter(kept => kept.rank === rank).map(({ last }) => source[last]?.trim());
  assert.deepEqual(linesOf(3), ['export class Shop {', 'method6(amount: number): number {']);
  assert.deepEqual(linesOf(2), ["import { price } from './price.ts';"]);
  assert.equal(linesOf(1).length, 6);
  assert.deepEqual(
    ofAfter.map(({ first }) => after.split('\n')[first]?.trim()),
    [7, 8, 9, 10, 11].map(method => `method${method}(amount: number): number {`),
  );
});

test('where the text before begins later in the file, the lines are counted from there', () => {
  const late = outlineOf([shop], '', { ...place, firstLine: 600 });
  assert.deepEqual(late.before, [{ first: 3, last: 3, rank: 3 }]);
});

test('of a long file, the structure and the nearest lines stay, within the wanted size', () => {
  const near = nearest(around);
  const tokens = estimateTokens(near.before) + estimateTokens(near.after);
  assert.ok(tokens <= surroundingTokens && tokens >= 0.93 * surroundingTokens, `${tokens}`);
  assert.match(
    near.before,
    /^import .*\n\nexport class Shop \{\n[^]*left out …\]\n[^]*method6\(amount[^]*price\(6, 45\);\n$/,
  );
  assert.match(near.after, /^ {4}amount \+= price\(6, 47\);\n[^]*method7\(amount[^]*\[… \d+ lines left out …\]\n$/);
});

test('without an outline, the nearest lines stay', () => {
  const near = nearest({ before, after });
  assert.match(near.before, /^\[… \d+ lines left out …\]\n {4}amount/);
  assert.match(near.after, /^ {4}amount \+= price\(6, 47\)[^]*\n\[… \d+ lines left out …\]\n$/);
});

test('small surroundings stay as they are, and chosen ones are not chosen again', () => {
  const small = { before: 'a();\n', after: 'b();\n' };
  assert.equal(nearest(small), small);
  const near = nearest(around);
  assert.equal(nearest(near), near);
});

test('a prompt of it is the same each time, and can be trimmed on by the same ranks', () => {
  const context = contextOf({ ...around, code: `${source[selected]}\n` });
  const prompt = explain.prompt(context);
  assert.deepEqual(explain.prompt(context), prompt);
  const smaller = fitPrompt(prompt, 1_000);
  assert.ok(smaller !== 'too-long');
  const text = smaller.prompt.parts.find(({ name }) => name === 'document')?.text ?? '';
  assert.match(
    text,
    /^The file, as far as it matters here:\n```typescript\n[^]*export class Shop \{[^]*method6\(amount[^]*price\(6, 45\);\n.*price\(6, 46\);\n.*price\(6, 47\);[^]*\n```$/,
  );
});
