import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meantIn, withoutThoughts } from '../../../src/core/thoughts/thoughts.ts';

const final = '<|channel|>final<|message|>';

/** How servers let thoughts through, and the answer behind them. */
const spelled: Readonly<Record<string, string>> = {
  'a tag': '<think>a</think>\n\nIt adds.',
  'a tag of another name': '<chain_of_thought>a</chain_of_thought>It adds.',
  'a tag of a model': '<seed:think>a</seed:think>It adds.',
  'nothing in a tag': '<think>\n\n</think>\n\nIt adds.',
  'a scratchpad': '<REASONING_SCRATCHPAD>a</REASONING_SCRATCHPAD>It adds.',
  'a tag around the answer, too': '<think>a</think><answer>\nIt adds.\n</answer>',
  'square brackets': '[THINK]a[/THINK]It adds.',
  triangles: '◁think▷a◁/think▷It adds.',
  'the marks of Cohere': '<|START_THINKING|>a<|END_THINKING|><|START_RESPONSE|>It adds.<|END_RESPONSE|>',
  'the marks of OpenThinker':
    '<|begin_of_thought|>a<|end_of_thought|>\n<|begin_of_solution|>It adds.<|end_of_solution|>',
  'a channel of Gemma': '<|channel>thought\na<channel|>It adds.',
  'channels without the end of the first': `<|channel|>analysis<|message|>a<|start|>assistant${final}It adds.`,
  'the last channel alone': `${final}It adds.<|return|>`,
  'channels without their marks': 'analysisThe user asks.assistantfinalIt adds.',
  'two blocks': '<think>a</think>\n<think>b</think>\nIt adds.',
  'an end without a beginning': 'The user asks.\n</think>\nIt adds.',
  'an end within a line': 'The user asks.</think>It adds.',
  'a block within the thoughts': 'Perhaps\n```ts\na\n```\n</think>It adds.',
};

for (const [how, text] of Object.entries(spelled)) {
  test(`thoughts are no part of an answer: ${how}`, () => assert.equal(withoutThoughts(text), 'It adds.'));
}

test('a block of thoughts on lines of its own within the answer goes', () => {
  assert.equal(withoutThoughts('One.\n\n<think>\na\n</think>\n\nTwo.'), 'One.\n\nTwo.');
});

test('thoughts that do not end are all that there is', () => {
  assert.equal(withoutThoughts('<think>\nThe user asks.'), '');
});

/** Texts in which such marks are meant, or are none. */
const kept: readonly string[] = [
  'Models write `<think>` and `</think>`.',
  'The </think> tag ends it.',
  'It is "</think>" that ends it.',
  '```html\n</think>\n<p>a</p>\n```',
  '```xml\n<think>\na\n</think>\n```',
  '<reasoning-step>a</reasoning-step>\nIt adds.',
  '<div>\n<p>a</p>\n</div>',
  '[think about it](https://example.com)',
  'analysis of the code: it adds.',
  '<answer>a</answer>',
];

for (const text of kept) {
  test(`stays as it is: ${JSON.stringify(text)}`, () => assert.equal(withoutThoughts(text), text));
}

test('a mark that the question is about stays', () => {
  assert.equal(
    withoutThoughts('<think>a</think>', mark => mark === '<think>'),
    '<think>a</think>',
  );
});

test('a mark is meant where a text of the question names it', () => {
  const isMeant = meantIn(['Why', 'is </think> here?']);
  assert.deepEqual(['</think>', '<think>', '</think>'].map(isMeant), [true, false, true]);
});

test('of an answer of different marks the question is not read through for each', () => {
  const isMeant = meantIn(['</x:think>']);
  for (let number = 0; number < 40; number += 1) isMeant(`</a${String(number)}:think>`);
  assert.equal(isMeant('</x:think>'), false);
});
