import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TargetPreview } from '../../../src/core/previewsOf.ts';
import { estimateAllText, estimateText } from '../../../src/interaction/asking/estimateText.ts';
import { targetOf } from '../../support/scripted.ts';

const preview = (id: string, more: Partial<TargetPreview> = {}): TargetPreview => ({
  target: { ...targetOf(id), label: id.toUpperCase() },
  place: 0,
  expected: { target: id, because: { code: 'chain' } },
  isReady: true,
  messages: [],
  sections: [],
  tokens: 1_900,
  limit: undefined,
  tooLong: false,
  ...more,
});

test('tokens, money and who gets them are said of the first in the chain', () => {
  const said = estimateText([preview('claude'), preview('gpt')], (_target, { inputTokens }) => inputTokens / 500_000);
  assert.equal(said, '≈ 1.9k tokens · $0.0038 plus the answer · CLAUDE');
});

test('who would not be asked now is passed over', () => {
  const previews = [preview('claude', { isReady: false }), preview('gpt')];
  assert.match(
    estimateText(previews, () => undefined),
    /GPT$/,
  );
});

test('where nobody would be asked now the first is named', () => {
  const previews = ['claude', 'gpt'].map(id => preview(id, { isReady: false }));
  assert.match(
    estimateText(previews, () => undefined),
    /CLAUDE$/,
  );
});

test('where no price is known, or nothing costs, no money is said', () => {
  const said = [undefined, 0].map(dollars => estimateText([preview('local')], () => dollars));
  assert.deepEqual(said, ['≈ 1.9k tokens · LOCAL', '≈ 1.9k tokens · LOCAL']);
});

test('what is too long is said before it is asked', () => {
  const said = estimateText([preview('claude', { tooLong: true, limit: 1_000 })], () => 1);
  assert.equal(said, 'Too long for CLAUDE: ≈ 1.9k tokens, at most 1k');
});

test('with nobody to ask nothing is said', () => {
  assert.equal(
    estimateText([], () => 1),
    '',
  );
});

test('what many questions take is told by some of them, each by who would be asked', () => {
  const samples = [
    [preview('off', { isReady: false, tokens: 9 }), preview('a', { tokens: 1_000 })],
    [preview('a', { tokens: 3_000 })],
  ];
  const said = estimateAllText(samples, 10, (_target, { inputTokens }) => inputTokens / 1_000_000);
  assert.equal(said, '≈ 20k tokens · $0.02 plus the answers');
});

test('of many questions nothing is told where there is nobody, or where one does not fit', () => {
  const costless = (): undefined => undefined;
  assert.deepEqual(
    [
      estimateAllText([], 9, costless),
      estimateAllText([[]], 9, costless),
      estimateAllText([[preview('a')], [preview('a', { tooLong: true })]], 9, costless),
      estimateAllText([[preview('a', { tokens: 100 })]], 2, costless),
    ],
    ['', '', '', '≈ 200 tokens'],
  );
});
