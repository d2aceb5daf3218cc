import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reviewJson, reviewMarkdown } from '../../../src/interaction/review/reviewExport.ts';
import { doubted, keptAs } from './reviewWorld.ts';

const hostile = '![x](https://evil.example/p)\n````\n# no heading\n[link](command:x)';
const all = {
  waiting: [await keptAs(doubted('a', { title: '[click](command:run) <img src=x>', text: hostile }))],
  decided: [{ id: 'c', at: 500, outcome: 'rejected', note: 'no', kept: await keptAs(doubted('c')) } as const],
};

test('the JSON holds question, answer, reasons, decision and note, and its version', () => {
  const read: unknown = JSON.parse(reviewJson(all));
  assert.partialDeepStrictEqual(read, {
    version: 1,
    waiting: [{ id: 'a', task: 'edit', target: 'claude', doubts: [{ code: 'elided' }], answer: hostile }],
    decided: [
      { id: 'c', decided: { at: '1970-01-01T00:00:00.500Z', outcome: 'rejected', isEdited: false, note: 'no' } },
    ],
  });
});

test('in the Markdown nothing that a model or a user wrote is more than text', () => {
  const markdown = reviewMarkdown(all, String);
  const outside = markdown.replace(/^(`{3,})text\n[^]*?\n\1$/gm, '');
  assert.doesNotMatch(outside, /evil|no heading|<img|(?<!\\)\]\(/);
  assert.match(markdown, /^`{5}text\n!\[x\]/m);
  assert.match(markdown, /^## .*click/m);
});
