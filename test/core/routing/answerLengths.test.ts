import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnswerLengths, presumedShare } from '../../../src/core/routing/answerLengths.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Answer, Usage } from '../../../src/core/model/answer.ts';
import type { QuestionRecord } from '../../../src/core/model/questionRecord.ts';
import { recorded, recordOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const usage = (outputTokens: number): Usage => ({ inputTokens: 10, outputTokens, cachedInputTokens: 0, exact: true });
const answered = (outputTokens: number, more: Partial<Answer> = {}): QuestionRecord['end'] => ({
  answer: recorded('claude', 'text', { usage: usage(outputTokens), ...more }),
});

/** What is usual for an explanation after these ends, whose answers may have 1000 tokens. */
function usualAfter(ends: readonly QuestionRecord['end'][], clock = new VirtualClock()) {
  const lengths = new AnswerLengths(clock);
  for (const end of ends) lengths.ended(recordOf({ task: 'explain', maxOutputTokens: 1_000, end }));
  return lengths;
}

test('before anything was seen a quarter of the longest answer is presumed', () => {
  assert.equal(usualAfter([]).shareFor('explain'), presumedShare);
});

test('what answers to a task usually have comes near to what was seen of them, and another task’s stays as it was', () => {
  const lengths = usualAfter(Array.from({ length: 20 }, () => answered(50)));
  const [share, other] = [lengths.shareFor('explain'), lengths.shareFor('docs')];
  assert.ok(share > 0.05 && share < 0.08, String(share));
  assert.equal(other, presumedShare);
});

test('one odd answer moves it a little only', () => {
  const share = usualAfter([answered(1_000)]).shareFor('explain');
  assert.equal(share, 0.5);
});

test('what is cut, remembered, only estimated or no answer at all says nothing', () => {
  const ends: readonly QuestionRecord['end'][] = [
    answered(1_000, { finish: 'length' }),
    answered(1_000, { freshness: 'cached' }),
    answered(1_000, { usage: { ...usage(1_000), exact: false } }),
    { failure: new Failure('server') },
  ];
  assert.equal(usualAfter(ends).shareFor('explain'), presumedShare);
});

test('more than was allowed counts as all of it', () => {
  assert.equal(usualAfter([answered(9_000)]).shareFor('explain'), 0.5);
});

test('what was seen weeks ago is believed less', async () => {
  const clock = new VirtualClock();
  const lengths = usualAfter(
    Array.from({ length: 6 }, () => answered(0)),
    clock,
  );
  const before = lengths.shareFor('explain');
  clock.jump(70 * 86_400_000);
  assert.ok(before < 0.07 && lengths.shareFor('explain') > 0.24);
});
