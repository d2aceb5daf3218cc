import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newTurn, type Turn } from '../../../src/interaction/conversation/turn.ts';
import {
  eachSummary,
  listHint,
  listTitle,
  outcomeText,
} from '../../../src/interaction/documentation/documentEachText.ts';
import { answerOf } from '../../support/scripted.ts';

const left = (name: string, reason: string) => ({ name, reason });

test('what came of it is one line: how many, which not and why, and how many nobody was asked about', () => {
  const leftOut = [
    left('parse', 'Its answer is doubted.'),
    ...['one', 'two', 'three', 'four'].map(name => left(name, 'Its code has changed.')),
  ];
  assert.deepEqual(
    [
      outcomeText(9, { leftOut, isCancelled: false, notAsked: 0 }),
      outcomeText(1, { leftOut: [], isCancelled: true, notAsked: 3 }),
    ],
    [
      '9 documented; 5 not: parse (Its answer is doubted.), one, two, three, 1 more (Its code has changed.)',
      '1 documented; 3 not asked, because you cancelled',
    ],
  );
});

test('a name or a reason from outside makes no link in the message', () => {
  const text = outcomeText(0, { leftOut: [left('[a](b)', '[c](command:d)')], isCancelled: false, notAsked: 0 });
  assert.equal(text.includes('['), false);
});

test('the list says how many questions it makes, and that there are more', () => {
  assert.deepEqual(
    [listTitle('a.ts', 1, 1), listTitle('a.ts', 12, 12), listTitle('a.ts', 73, 50), listHint(12, '')],
    [
      'Document a.ts: 1 public declaration without a comment',
      'Document a.ts: 12 public declarations without a comment',
      'Document a.ts: the first 50 of 73 public declarations without a comment',
      '12 questions, then one diff to accept',
    ],
  );
});

const answered = (from: string, tookMs = 1_000): Turn => ({
  ...newTurn({ id: from, title: '', form: 'code', status: '' }),
  answer: answerOf(from, '', { usage: { inputTokens: 100, outputTokens: 50, cachedInputTokens: 0, exact: true } }),
  tookMs,
});

test('the title of the diff says who wrote the comments, and what all of them took', () => {
  const facts = { labelOf: (id: string) => id.toUpperCase(), costOf: () => 0.01 };
  assert.equal(
    eachSummary([answered('claude'), answered('gpt'), answered('claude')], facts),
    '3 comments by CLAUDE (2), GPT (1) · 3 s · 450 tokens · $0.03',
  );
  assert.equal(
    eachSummary([answered('claude'), answered('claude')], { ...facts, costOf: () => undefined }),
    '2 comments by CLAUDE · 2 s · 300 tokens',
  );
  assert.match(eachSummary([answered('claude')], facts), /^Answered by CLAUDE/);
});

test('what all questions will take comes first where it is known', () => {
  assert.equal(
    listHint(2, '≈ 1.3k tokens · $0.004 plus the answers'),
    '≈ 1.3k tokens · $0.004 plus the answers · 2 questions, then one diff to accept',
  );
});
