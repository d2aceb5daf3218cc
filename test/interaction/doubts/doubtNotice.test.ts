import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../../src/core/model/answer.ts';
import { doubtNotice } from '../../../src/interaction/doubts/doubtNotice.ts';

const thresholds = { auto: 0.8, review: 0.5 };

const answerWith = (score: number): Answer => ({
  text: 'a',
  from: 'local/model',
  model: 'model',
  usage: { inputTokens: 1, outputTokens: 1, cachedInputTokens: 0, exact: true },
  freshness: 'live',
  ageMs: 0,
  finish: 'stop',
  degraded: [],
  confidence: { tier: 'doubtful', score, signs: [{ code: 'elided', weight: 'hard', facts: {} }] },
});

test('what waits for a decision names the view in which it waits, and is rejected where it is', () => {
  const answer = answerWith(0.1);
  const [waiting, rejected] = [
    doubtNotice({}, answer, thresholds),
    doubtNotice({ decision: 'discarded' }, answer, thresholds),
  ];
  assert.equal(waiting?.lines.at(-1), 'It waits in the view For Your Decision until you approve or reject it.');
  assert.equal(rejected?.title, 'You rejected this answer');
});

test('what is only doubted is discarded, or used although it may be wrong', () => {
  const answer = answerWith(0.6);
  assert.deepEqual(
    [{}, { decision: 'discarded' }, { decision: 'used' }].map(turn => doubtNotice(turn, answer, thresholds)?.title),
    [
      'Check this answer carefully: it may be wrong',
      'You discarded this answer',
      'You chose to use this answer although it may be wrong',
    ],
  );
});
