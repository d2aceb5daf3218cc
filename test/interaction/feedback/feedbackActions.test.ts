import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedbackActions, isFeedbackAction } from '../../../src/interaction/feedback/feedbackActions.ts';
import { actions } from '../../../src/shared/protocol.ts';
import { answerOf } from '../../support/scripted.ts';

const turn = { id: 'q1', answer: answerOf('claude', 'It adds.') };
const marked = (said: 'helpful' | 'notHelpful' | undefined) =>
  feedbackActions(turn, () => said).map(({ label, place, chosen }) => [label, place, chosen]);

test('every answer of a model has both, and what was said is marked', () => {
  const both = (helpful: boolean, notHelpful: boolean) => [
    ['Helpful', 'icon', helpful],
    ['Not Helpful', 'icon', notHelpful],
  ];
  assert.deepEqual(
    [marked(undefined), marked('helpful'), marked('notHelpful')],
    [both(false, false), both(true, false), both(false, true)],
  );
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
