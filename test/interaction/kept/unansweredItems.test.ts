import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unansweredItems } from '../../../src/interaction/kept/unansweredItems.ts';
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

test('in the view it stands with its words and why it waits, and says that it has no answer', () => {
  const context = contextOf({ input: 'use cents' });
  const items = unansweredItems(
    [
      kept('asked', { tries: 3, because: 'overloaded', context }),
      kept('told', { tries: 3, words: 'changed' }),
      kept('new', {}),
    ],
    180_000,
  );
  assert.deepEqual(
    items.map(({ id, kind, details, lines }) => [id, kind, details, lines]),
    [
      [
        'asked',
        'unanswered',
        'no answer · 3 min ago',
        ['use cents', 'It was asked again three times, and no model answered. The last time: overloaded'],
      ],
      [
        'told',
        'unanswered',
        'no answer · 3 min ago',
        ['changed', 'It was asked again three times, and no model answered.'],
      ],
    ],
  );
});
