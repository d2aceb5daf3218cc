import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedbackActions, isFeedbackAction } from '../../../src/interaction/feedback/feedbackActions.ts';
import { actions } from '../../../src/shared/protocol.ts';
import { answerOf } from '../../support/scripted.ts';

const turn = { id: 'q1', answer: answerOf('claude', 'It adds.') };
const labels = (said: 'helpful' | 'notHelpful' | undefined) =>
  feedbackActions(turn, () => said).map(({ label }) => label);

test('every answer of a model has both, and what was said is marked', () => {
  assert.deepEqual(labels(undefined), ['Helpful', 'Not Helpful']);
  assert.deepEqual(labels('helpful'), ['Helpful (chosen)', 'Not Helpful']);
  assert.deepEqual(labels('notHelpful'), ['Helpful', 'Not Helpful (chosen)']);
});

test('what no model said has none, nor a question without an answer', () => {
  const offline = { id: 'q1', answer: answerOf('offline', 'Signature: …', { freshness: 'offline' }) };
  assert.deepEqual(
    [feedbackActions(offline, () => undefined), feedbackActions({ id: 'q1' }, () => undefined)],
    [[], []],
  );
  assert.deepEqual(feedbackActions(turn, undefined), []);
});

test('they are two of the actions', () => {
  assert.deepEqual(actions.filter(isFeedbackAction), ['helpful', 'notHelpful']);
});
