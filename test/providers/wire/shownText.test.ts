import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ShownText } from '../../../src/providers/wire/shownText.ts';

function shown(text: string, isMeant = false): string {
  const filter = new ShownText(() => isMeant);
  return Array.from(text)
    .map(character => filter.take(character).text)
    .join('');
}

test('nothing of the thoughts is shown, however small the pieces are', () => {
  assert.equal(shown('\n<think>\nThe user asks.\n</think>\n\n<think>b</think>It adds.'), '\nIt adds.');
});

test('the channels before the last are thoughts', () => {
  const text = '<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>It adds.';
  assert.equal(shown(text), 'It adds.');
});

test('what only begins like a mark is shown', () => {
  assert.equal(shown('<thinker>a</thinker>'), '<thinker>a</thinker>');
  assert.equal(shown('[x] done'), '[x] done');
});

test('a mark that the question is about is shown', () => {
  assert.equal(shown('<think>a</think> b', true), '<think>a</think> b');
});

test('thoughts are told as such', () => {
  assert.deepEqual(new ShownText(() => false).take('<think>a'), { text: '', hasThoughts: true });
});
