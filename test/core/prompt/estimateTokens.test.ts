import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { estimateTokens } from '../../../src/core/prompt/estimateTokens.ts';
import { frameTokens, tokensByBytes, tokensOf, tokensOfPrompt } from '../../../src/core/prompt/tokens.ts';
import { loadExactTokens } from '../../../src/libraries/exactTokens.ts';

const root = path.join(import.meta.dirname, '../../..');
const file = (name: string): string => readFileSync(path.join(root, name), 'utf8');

const german =
  'Der Vermittler prüft zuerst, ob eine gespeicherte Antwort noch gültig ist. Ist sie es nicht, so wird die Frage an das ' +
  'nächste Modell weitergereicht, und die Oberfläche sagt dem Menschen, was geschehen ist.\n';
const chinese =
  '这个函数先检查缓存里有没有可用的答案。如果没有,它会向下一个模型发送请求,并且在界面上告诉用户发生了什么。' +
  '所有的错误都有明确的说明,并且不会丢失已经显示的文字。\n';

const samples: Readonly<Record<string, string>> = {
  TypeScript: file('src/core/layers/attempt.ts'),
  Markdown: file('CONTRIBUTING.md'),
  JSON: file('package.json').slice(0, 20_000),
  'words of German': german.repeat(5),
  'words of Chinese': chinese.repeat(5),
  base64: Buffer.from(file('package-lock.json').slice(0, 8_000)).toString('base64'),
  hex: Buffer.from(file('tsconfig.json')).toString('hex'),
};

for (const [name, text] of Object.entries(samples)) {
  test(`${name}: estimated within 25 % of o200k`, async () => {
    const exact = (await loadExactTokens())(text);
    const estimate = estimateTokens(text);
    assert.ok(Math.abs(estimate - exact) <= 0.25 * exact, `${estimate} for ${exact}`);
  });
}

test('nothing is no token, and anything is at least one', () => {
  assert.equal(estimateTokens(''), 0);
  fc.assert(fc.property(fc.string({ minLength: 1, unit: 'binary' }), text => estimateTokens(text) >= 1));
});

test('no character costs more than two tokens, so that characters alone are a bound', () => {
  fc.assert(fc.property(fc.string({ minLength: 1, unit: 'binary' }), text => estimateTokens(text) <= 2 * text.length));
});

test('a section is counted once, and a prompt costs its sections and its messages', () => {
  const section = { kind: 'text' as const, name: 'a', role: 'user' as const, text: 'what is this?', priority: 1 };
  const sections = [section, section, { ...section, role: 'assistant' as const }];
  assert.equal(tokensOf(section), 4);
  assert.equal(tokensOfPrompt({ template: 'test@1', parts: sections }), 3 * 4 + 2 * 4 + 3);
  assert.equal(frameTokens([]), 0);
});

test('a line of a long text costs what it costs alone', () => {
  for (const line of ['const sum = add(1, 2); // words\n', 'größer, 中文 und kleiner\n']) {
    const [one, many] = [estimateTokens(line.repeat(100)), estimateTokens(line.repeat(10_000))];
    assert.ok(Math.abs(many - 100 * one) <= 50, `${many} for 100 times ${one}`);
  }
});

for (const name of ['TypeScript', 'words of German', 'words of Chinese']) {
  test(`${name}: by its bytes alone within 35 % of o200k, however long it is`, async () => {
    const text = (samples[name] ?? '').repeat(40);
    const exact = 40 * (await loadExactTokens())(samples[name] ?? '');
    const section = { kind: 'text' as const, name: 'a', role: 'user' as const, text, priority: 1 };
    const estimate = tokensByBytes({ template: 'test@1', parts: [section] });
    assert.ok(Math.abs(estimate - exact) <= 0.35 * exact, `${estimate} for ${exact}`);
  });
}
