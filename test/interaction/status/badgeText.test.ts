import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionsText, deferredText, findingsText, stoppedText } from '../../../src/interaction/status/badgeText.ts';

test('one is told as one, and more as many', () => {
  assert.deepEqual(
    [deferredText, findingsText, stoppedText, decisionsText].flatMap(text => [text(1), text(2)]),
    [
      '1 question kept for later',
      '2 questions kept for later',
      '1 finding',
      '2 findings',
      '1 model is paused after errors',
      '2 models are paused after errors',
      '1 entry needs your decision',
      '2 entries need your decision',
    ],
  );
});
