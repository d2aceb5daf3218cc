import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reviewText } from '../../../src/interaction/findings/findingText.ts';

const none = { file: 'cart.ts', shown: 0, dismissed: 0, outdated: 0, unfounded: 0, ambiguous: 0 };

test('parts that nobody reviewed are told first', () => {
  assert.match(
    reviewText({ ...none, shown: 1, unread: 1, unfounded: 1 }),
    /^One finding in cart\.ts\. One part was not reviewed: what was answered about it is no review\. One was left out/,
  );
  assert.match(reviewText({ ...none, unread: 2 }), /2 parts were not reviewed/);
});

test('what a review has found is said, and that nothing found proves nothing', () => {
  assert.equal(reviewText({ ...none, shown: 1 }), 'One finding in cart.ts.');
  assert.equal(reviewText({ ...none, shown: 12 }), '12 findings in cart.ts.');
  assert.equal(reviewText(none), 'The review of cart.ts has no findings to show. That does not prove it right.');
});

test('all that is left out is counted, with its reason', () => {
  assert.equal(
    reviewText({ ...none, shown: 1, unfounded: 2, ambiguous: 1, outdated: 3, dismissed: 1 }),
    [
      'One finding in cart.ts.',
      '2 were left out: the code that they quote is not there.',
      'One was left out: the code that it quotes stands in several places.',
      '3 were left out: their code has been changed since.',
      'One that you dismissed is not shown.',
    ].join(' '),
  );
});
