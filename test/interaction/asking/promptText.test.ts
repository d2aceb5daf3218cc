import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promptText, type CountedPreview } from '../../../src/interaction/asking/promptText.ts';
import { targetOf } from '../../support/scripted.ts';

const preview = (label: string, more: Partial<CountedPreview> = {}): CountedPreview => ({
  target: { ...targetOf(label.toLowerCase()), label },
  place: 0,
  expected: { target: label.toLowerCase(), because: { code: 'chain' } },
  isReady: true,
  messages: [
    { role: 'system', content: 'Explain.' },
    { role: 'user', content: '```ts\nconst a = 1;\n```\n\nWhy?' },
  ],
  sections: [
    { name: 'system', tokens: 310, state: 'whole' },
    { name: 'before', tokens: 1200, state: 'shortened' },
    { name: 'hovers', tokens: 90, state: 'left-out' },
  ],
  tokens: 1600,
  limit: 8000,
  tooLong: false,
  exactTokens: 1575,
  ...more,
});

test('the prompt stands there exactly, under who gets it and what its sections take', () => {
  assert.deepEqual(
    promptText([preview('Claude')])
      .split('\n\n')
      .slice(1)
      .join('\n\n')
      .split('\n'),
    [
      '════════ Claude ════════',
      '',
      '1600 tokens of at most 8000',
      '1575 tokens of text, counted with the tokenizer of OpenAI’s models (o200k)',
      '',
      '    310  instructions of Steadfast',
      '   1200  code above the selection, shortened',
      '     90  documentation of what the code uses, left out',
      '     90  the form of the messages',
      '',
      '──────── system ────────',
      'Explain.',
      '',
      '──────── user ────────',
      '```ts',
      'const a = 1;',
      '```',
      '',
      'Why?',
    ],
  );
});

test('targets that would be sent the same stand together, in order', () => {
  const other = preview('Local', { messages: [{ role: 'user', content: 'Why?' }] });
  const heads = promptText([preview('Claude'), other, preview('GPT')]).match(/════ .* ════/g);
  assert.deepEqual(heads, ['════ Claude, GPT ════', '════ Local ════']);
});

test('what is too long is said not to be sent', () => {
  assert.match(promptText([preview('Local', { tooLong: true })]), /Too long: 1600 tokens, but at most 8000 are sent\./);
});

test('of several requests it is said how many they are, and that this is the first', () => {
  assert.match(promptText([preview('A')], 3), /goes out in 3\. This is the first of them\./);
  assert.doesNotMatch(promptText([preview('A')]), /goes out in/);
});

test('without a model there is nobody to send it to', () => {
  assert.match(promptText([]), /none is set up yet/);
});
