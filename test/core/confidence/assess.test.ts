import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { confidenceOf } from '../../../src/core/confidence/assess.ts';
import { against, judge } from './judged.ts';
import type { Sign } from '../../../src/core/model/answer.ts';

const sign = (weight: Sign['weight']): Sign => ({ code: 'parses', weight, facts: {} });
const parses = () => Promise.resolve({ verdict: 'parses' } as const);

test('one hard fact counts as nothing, one soft sign as 0.6, none as 0.9', () => {
  const scores = [[sign('soft'), sign('hard'), sign('good')], [sign('good'), sign('soft')], []].map(
    signs => confidenceOf(signs, { whole: true }).score,
  );
  assert.deepEqual(scores, [0, 0.6, 0.9]);
});

test('evidence makes it checked, doubt makes it doubtful, and nothing leaves it unchecked', () => {
  const tiers = [[sign('good')], [sign('good'), sign('soft')], []].map(
    signs => confidenceOf(signs, { whole: true }).tier,
  );
  assert.deepEqual(tiers, ['checked', 'doubtful', 'unchecked']);
});

test('the strongest sign comes first', () => {
  const { signs } = confidenceOf([sign('good'), sign('soft'), sign('hard')], { whole: true });
  assert.deepEqual(
    signs.map(({ weight }) => weight),
    ['hard', 'soft', 'good'],
  );
});

test('an assessor that breaks costs what a soft sign costs, and the others are heard', async () => {
  const breaks = () => Promise.reject(new Error('a bug'));
  const { tier, score, signs } = await judge('```ts\nlet b = 1;\n```', {}, breaks);
  assert.deepEqual([tier, score, signs.map(({ code }) => code)], ['unchecked', 0.6, ['compared', 'not-assessed']]);
  assert.equal((await judge('no code at all here', {}, breaks)).score, 0);
});

test('an answer too long to be looked at whole is not passed as if it had been', async () => {
  const confidence = await judge(`\`\`\`ts\n${'let b = 2;\n'.repeat(20_000)}\`\`\``, {}, parses);
  assert.deepEqual({ tier: confidence.tier, score: confidence.score }, { tier: 'unchecked', score: 0.6 });
});

test('code of too many lines to be compared is not passed as if it had been', async () => {
  const code = Array.from({ length: 5_002 }, (_, at) => `f${at}();`).join('\n');
  const { tier, signs } = await judge(`\`\`\`ts\n${code.replace('f7()', 'f7(1)')}\n\`\`\``, { code }, parses);
  assert.deepEqual([tier, signs.some(sign => sign.code === 'not-assessed')], ['unchecked', true]);
});

test('code that parses is checked', async () => {
  assert.equal((await judge('```ts\nlet b = 2;\n```', {}, parses)).tier, 'checked');
});

test('an explanation has no evidence for it, and none against', async () => {
  const { tier, score } = await judge('It declares a variable.', { form: 'prose' });
  assert.deepEqual({ tier, score }, { tier: 'unchecked', score: 0.9 });
});

test('a snippet in an explanation need not parse, be whole or be in one language', async () => {
  const fails = () => Promise.resolve({ verdict: 'fails' } as const);
  const text =
    'Compare these two ways to write it:\n\n```ts\n// ... rest of the code unchanged\n}\n```\n\n```python\n[...]\n```';
  assert.deepEqual(against(await judge(text, { form: 'prose' }, fails)), []);
});

test('prose that was cut may be read with care, code that was cut may not be used', async () => {
  const finish = 'length';
  assert.deepEqual(against(await judge('It declares', { form: 'prose', finish })), ['soft cut-at-length']);
  assert.ok(against(await judge('```ts\nlet b\n```', { finish })).includes('hard cut-at-length'));
});

test('less code is no doubt when less was asked for', async () => {
  const code = Array.from({ length: 20 }, (_, index) => `const value${index} = compute(input);\n`).join('');
  const text = '```ts\nconst value = 1;\n```';
  assert.deepEqual(against(await judge(text, { code, instruction: 'add a comment' })), [
    'soft much-shorter',
    'fact beyond-asked',
    'fact code-gone',
  ]);
  assert.deepEqual(against(await judge(text, { code, instruction: 'remove all but the first' })), ['fact code-gone']);
});

test('nothing that a model may say makes it reject', async () => {
  const words = fc.constantFrom(
    '```',
    '```ts\n',
    '\n',
    '...',
    '// ',
    '{',
    '}',
    '<think>',
    '\u202E',
    '"',
    "'",
    'word ',
    '/*',
    '\\',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(words).map(parts => parts.join('')),
      fc.constantFrom('prose', 'code'),
      async (text, form) => {
        const { score } = await judge(text, { form }, parses);
        assert.ok([0, 0.6, 0.9].includes(score));
      },
    ),
  );
});
