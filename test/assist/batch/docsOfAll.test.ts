import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commentsExpected, commentsIn, itemSections, readComments } from '../../../src/assist/batch/docsOfAll.ts';
import { docs } from '../../../src/assist/tasks/docs.ts';
import { contextOf } from '../context.ts';

const code = [
  'export function first(prices: number[]): number {',
  '  return prices[0];',
  '}',
  '',
  'export class Cart {',
  '  add(item: string): void {',
  '    this.items.push(item);',
  '  }',
  '}',
].join('\n');
const items = [
  { id: 'k3f', first: 0, last: 2, head: 0 },
  { id: 'b7q', first: 4, last: 8, head: 4 },
  { id: 'z02', first: 5, last: 7, head: 5 },
];
const context = contextOf({ code, items, startLine: 12 });
const said = (...texts: readonly (readonly [string, string])[]) =>
  JSON.stringify({ items: texts.map(([id, text]) => ({ id, text })) });

test('each declaration is named by its id, its line in the file, and its words', () => {
  const [section] = itemSections(context, items);
  assert.match(
    section?.text ?? '',
    /k3f: line 12: export function first.*\nb7q: line 16: export class Cart \{\nz02: line 17: add\(/,
  );
});

test('an answer in the form has a comment for one of them at least', () => {
  const { json } = commentsExpected(context, items);
  assert.equal(json?.check(JSON.parse(said(['b7q', '/** A cart. */']))), undefined);
  assert.notEqual(json?.check(JSON.parse(said(['x', '/** A cart. */']))), undefined);
});

test('each comment comes to its declaration, whatever the order, also within another one', () => {
  const text = said(['z02', '/** Adds it. */'], ['b7q', '/** A cart. */'], ['k3f', '/** The first. */']);
  assert.deepEqual(docs.read(text, context), {
    kind: 'replacement',
    code: [
      '/** The first. */',
      ...code.split('\n').slice(0, 4),
      '/** A cart. */',
      'export class Cart {',
      '  /** Adds it. */',
      ...code.split('\n').slice(5),
    ].join('\n'),
  });
});

test('what is left out, or is no comment, stays as it is', () => {
  const text = said(['k3f', 'export function first() {}'], ['z02', '/** Adds it. */']);
  assert.deepEqual(
    commentsIn(text, context).map(({ id }) => id),
    ['z02'],
  );
  assert.deepEqual(readComments(text, context).kind, 'replacement');
});

test('code that is written with a comment is not taken', () => {
  const text = said(['k3f', '/** The first. */\nexport function first() { steal(); }']);
  const [found] = commentsIn(text, context);
  assert.equal(found?.replacement.includes('steal'), false);
});

test('an answer without a comment that can be used is none', () => {
  for (const text of ['', '{"items":[]}', said(['x', '/** A. */'])])
    assert.equal(readComments(text, context).kind, 'unusable');
});

test('more declarations have more room in the answer, and one is asked as it was', () => {
  const roomOf = (count: number) => docs.samplingOf?.(count).maxOutputTokens ?? 0;
  assert.ok(roomOf(10) > roomOf(2));
  assert.equal(docs.prompt(contextOf({ code })).template, 'docs@4');
});
