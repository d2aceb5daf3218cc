import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
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

/** What is shown of an answer of a target that has begun others with thoughts that no mark opens, and whether it is held back. */
function shownLater(text: string, size = 1): readonly [shown: string, isHeldBack: boolean] {
  const filter = new ShownText(() => false, true);
  let told = '';
  for (let at = 0; at < text.length; at += size) told += filter.take(text.slice(at, at + size)).text;
  return [told, filter.isHeldBack];
}

suite('where thoughts without a beginning are expected', () => {
  const table: readonly (readonly [title: string, text: string, shown: string])[] = [
    ['they are not shown', 'The user asks.\n</think>\nIt adds.', '\nIt adds.'],
    ['they are not shown, however they end', 'The user asks.[/THINK]It adds.', 'It adds.'],
    ['they may speak of their mark', 'I end with "</think>".\n'.repeat(3) + '</think>It adds.', 'It adds.'],
    ['thoughts with a mark are none of theirs', '<think>a</think>It adds.', 'It adds.'],
    ['an answer that is written behind other marks is told', 'a</think><answer>It adds.', 'It adds.'],
  ];
  for (const [title, text, expected] of table)
    for (const size of [1, 7, 1_000])
      test(`${title}, in pieces of ${String(size)}`, () => {
        const [told, isHeldBack] = shownLater(text, size);
        assert.deepEqual([told.trimStart(), isHeldBack], [expected.trimStart(), false]);
      });

  test('an answer without them is held back', () => assert.deepEqual(shownLater('It adds.'), ['', true]));

  test('they are told as thoughts, and blanks as nothing', () => {
    const filter = new ShownText(() => false, true);
    const told = ['The', ' user', ' \n', '</think>', 'It adds.'].map(piece => filter.take(piece));
    assert.deepEqual(
      told.map(({ hasThoughts }) => hasThoughts),
      [true, true, false, true, true],
    );
  });

  test('a very long answer is shown in the end', () => {
    const text = 'It adds one and one. '.repeat(4_000);
    assert.deepEqual(shownLater(text, 10), [text, false]);
  });

  test('an answer that speaks of their mark again and again is shown in the end', () => {
    const text = 'They end with "</think>".\n'.repeat(20);
    assert.deepEqual(shownLater(text, 10), [text, false]);
  });
});
