import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readChangeFindings } from '../../../src/assist/review/readChangeFindings.ts';

const diff = [
  'diff --git a/src/cart.ts b/src/cart.ts',
  '--- a/src/cart.ts',
  '+++ b/src/cart.ts',
  '@@ -10,6 +10,6 @@ export class Cart {',
  '   add(item: Item) {',
  '-    if (!item) return;',
  '-    check(item);',
  '     this.items.push(item);',
  '+    this.total += item.price;',
  '+    log(item);',
  '   }',
  '@@ -40,3 +40,3 @@',
  '   clear() {',
  '-    this.items = [];',
  '+    this.items.length = 0;',
  '   }',
  'diff --git a/src/list.ts b/src/list.ts',
  '--- a/src/list.ts',
  '+++ b/src/list.ts',
  '@@ -0,0 +1,2 @@',
  '+log(item);',
  '+export const empty = [];',
  '',
].join('\n');

const read = (...findings: readonly object[]) => readChangeFindings(JSON.stringify({ findings }), diff);
const found = (quote: string, more: object = {}) => {
  const result = read({ quote, message: 'm', ...more });
  const [finding] = result?.findings ?? [];
  return finding ? `${finding.file}:${finding.first}-${finding.last}` : result;
};
const none = { findings: [], unfounded: 1, ambiguous: 0 };

// https://github.com/mozilla/bugbug/issues/5317
test('a finding stands at its lines in the file as it is after the change', () => {
  assert.equal(found('    this.total += item.price;'), 'src/cart.ts:11-11');
  assert.equal(found('this.items.push(item);\nthis.total += item.price;'), 'src/cart.ts:10-11');
  assert.equal(found('    this.items.length = 0;'), 'src/cart.ts:40-40');
  assert.equal(found('export const empty = [];', { file: 'src/list.ts' }), 'src/list.ts:1-1');
});

test('the signs of a patch are no part of what is quoted', () => {
  assert.equal(found('+    this.total += item.price;\n+    log(item);'), 'src/cart.ts:11-12');
  assert.equal(found('     this.items.push(item);\n+    this.total += item.price;'), 'src/cart.ts:10-11');
  assert.equal(found('-    this.items = [];\n+    this.items.length = 0;'), 'src/cart.ts:40-40');
});

test('what was taken away is told at the line that follows it, without a change to take over', () => {
  assert.equal(found('-    if (!item) return;'), 'src/cart.ts:10-10');
  assert.equal(found('    check(item);', { file: 'b/src/cart.ts' }), 'src/cart.ts:10-10');
  const result = read({ quote: '    if (!item) return;', message: 'm', fix: 'if (item === undefined) return;' });
  assert.deepEqual(
    [result?.findings[0]?.quoted, result?.findings[0]?.replacement],
    ['    this.items.push(item);', undefined],
  );
});

test('of equal lines in two files the named one is meant, and none where none is named', () => {
  assert.equal(found('log(item);', { file: 'list.ts' }), 'src/list.ts:0-0');
  assert.equal(found('log(item);', { file: 'src/cart.ts' }), 'src/cart.ts:12-12');
  assert.deepEqual(found('log(item);'), { findings: [], unfounded: 0, ambiguous: 1 });
});

// https://github.com/OpenHands/extensions/issues/233 https://github.com/Sanctum-Origo-Systems/autoloop/issues/117
test('what the change does not show is left out: other lines, other files, lines of two places', () => {
  for (const quote of ['this.items = null;', '   }\n   clear() {', '@@ -40,3 +40,3 @@', 'src/cart.ts'])
    assert.deepEqual(found(quote), none, quote);
  assert.deepEqual(found('export const empty = [];', { file: 'src/cart.ts' }), none);
});

test('a fix is proposed for whole lines of now', () => {
  const mixed = { quote: '-    this.items = [];\n+    this.items.length = 0;', message: 'm', fix: 'this.items = [];' };
  assert.equal(read(mixed)?.findings[0]?.replacement, '    this.items = [];');
  const result = read({ quote: '+    log(item);', message: 'm', fix: 'logged(item);', file: 'src/cart.ts' });
  assert.equal(result?.findings[0]?.replacement, '    logged(item);');
});
