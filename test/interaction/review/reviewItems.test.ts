import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reviewItems, tasksIn } from '../../../src/interaction/review/reviewItems.ts';
import { doubted, keptAs } from './reviewWorld.ts';

const naming = { labelOf: (id: string) => id.toUpperCase(), now: 60_500 };
const all = {
  waiting: [await keptAs(doubted('a')), { ...(await keptAs(doubted('b'))), task: 'explain' }],
  decided: [
    { id: 'c', at: 500, outcome: 'rejected', note: 'no\nway $(x)', kept: await keptAs(doubted('c')) } as const,
    { id: 'd', at: 500, outcome: 'approved', isEdited: true, kept: await keptAs(doubted('d')) } as const,
  ],
};

test('what waits stands with its question, age, target, and below it why it is doubted', () => {
  const [first] = reviewItems(all, { shows: 'waiting' }, naming);
  assert.deepEqual(first, {
    ...{ id: 'a', conversation: 'c1', kind: 'waiting', title: 'Edit a' },
    details: '60 s ago · CLAUDE',
    lines: ['Parts of the code are left out, as in “rest unchanged”. (line 2)'],
  });
});

test('what was decided says how, and the note on one line', () => {
  const details = reviewItems(all, { shows: 'decided' }, naming).map(item => item.details);
  assert.deepEqual(details, ['rejected: no way $(x) · 60 s ago · CLAUDE', 'approved, edited · 60 s ago · CLAUDE']);
});

test('they are filtered by state and by task', () => {
  const ids = (filter: Parameters<typeof reviewItems>[1]) => reviewItems(all, filter, naming).map(({ id }) => id);
  assert.deepEqual(ids({ shows: 'waiting' }), ['a', 'b']);
  assert.deepEqual(ids({ shows: 'waiting', task: 'explain' }), ['b']);
  assert.deepEqual(ids({ shows: 'decided', task: 'edit' }), ['c', 'd']);
  assert.deepEqual(ids({ shows: 'decided', task: 'explain' }), []);
  assert.deepEqual(tasksIn(all), ['edit', 'explain']);
});

test('one that the user has put there without a doubt says so', async () => {
  const plain = await keptAs(doubted('p'));
  const answer = { ...plain.answer, confidence: { tier: 'checked', score: 0.9, signs: [] } } as const;
  const [item] = reviewItems({ waiting: [{ ...plain, answer }], decided: [] }, { shows: 'waiting' }, naming);
  assert.deepEqual(item?.lines, ['You have put it here.']);
});
