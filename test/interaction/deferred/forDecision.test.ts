import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forDecision } from '../../../src/interaction/deferred/forDecision.ts';
import { queueDetails } from '../../../src/interaction/deferred/deferredText.ts';
import { contextOf } from '../../assist/context.ts';
import type { StoredQuestion } from '../../../src/interaction/history/storedQuestion.ts';

const kept = (id: string, more: Partial<StoredQuestion>): StoredQuestion => ({
  id,
  at: 0,
  conversation: 'c',
  title: id,
  task: 'explain',
  context: contextOf(),
  tries: 0,
  ...more,
});

test('what was asked three times without an answer is for the user to decide, the oldest first', () => {
  const all = [kept('new', { tries: 3, at: 9 }), kept('tried', { tries: 2 }), kept('old', { tries: 4, at: 1 })];
  assert.deepEqual(
    forDecision(all).map(({ id }) => id),
    ['old', 'new'],
  );
});

test('why a question waits is told, and a reason that this release does not know is not', () => {
  assert.equal(
    queueDetails(kept('a', { tries: 1, because: 'overloaded' }), 180_000),
    '3 min ago · tried once · overloaded',
  );
  assert.equal(queueDetails(kept('a', { because: 'constructor' }), 180_000), '3 min ago');
  assert.equal(queueDetails(kept('a', {}), 180_000), '3 min ago');
});
