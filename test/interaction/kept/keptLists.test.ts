import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeptItem } from '../../../src/interaction/kept/keptItems.ts';
import { keptLists } from '../../../src/interaction/kept/keptLists.ts';

const item = (id: string): KeptItem => ({ id, conversation: 'c', kind: 'answer', title: id, details: '' });
const items = (id: string) => () => Promise.resolve([item(id)]);
const never = () => () => undefined;
const store = { onDidChange: never };

/** The ids that the view For Your Decision shows, when it shows all that waits, or something else. */
async function decisions(isWaiting: boolean): Promise<readonly string[]> {
  const reviewing = { items: items('answer'), shown: '', isWaiting, onDidChange: never };
  const questions = { items: items('later'), unanswered: items('question'), followFocus: never };
  const lists = keptLists(
    { recent: store, review: store, queue: store },
    { items: items('recent'), reviewing },
    questions,
  );
  return (await lists.decisions()).map(({ id }) => id);
}

test('questions that nobody answered stand before the answers that wait, and not among what was decided', async () => {
  assert.deepEqual([await decisions(true), await decisions(false)], [['question', 'answer'], ['answer']]);
});
