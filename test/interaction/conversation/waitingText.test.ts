import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyAsking, applyEvent, newTurn, type Turn } from '../../../src/interaction/conversation/turn.ts';
import { waitingText } from '../../../src/interaction/conversation/waitingText.ts';

const labelOf = (id: string) => id.toUpperCase();
const asking = { target: 'claude', attempt: 1, startedAt: 1_000, silentAt: 13_000 };
const begun = newTurn({ id: 't1', title: 'why?', form: 'prose', status: 'Asking…' });

/** What is said of a wait after so long, ms. */
const after = (waitedMs: number, more: Partial<Turn['asking'] & object> = {}, turn: Partial<Turn> = {}) =>
  waitingText({ ...begun, asking: { ...asking, ...more }, ...turn }, 1_000 + waitedMs, labelOf);

test('a short wait is not told, then its seconds are', () => {
  assert.deepEqual([after(1_999), after(2_000), after(5_999, { next: 'gpt' })], ['', '2 s', '5 s']);
});

test('when half of the time is gone it is told when and to whom it will switch', () => {
  assert.deepEqual(
    [after(6_000, { next: 'gpt' }), after(11_500, { next: 'gpt' })],
    ['6 s · GPT is asked in 6 s', '11 s · GPT is asked in 1 s'],
  );
});

test('with nobody else to ask it is told when it will give up', () => {
  assert.equal(after(8_000), '8 s · gives up in 4 s');
});

test('a model that thinks is not left, so only its seconds are told', () => {
  assert.equal(after(8_000, { next: 'gpt' }, { isThinking: true }), '8 s');
});

test('nothing is told of a wait that is over, or before anybody is asked', () => {
  const { asking: _nobody, ...unasked } = { ...begun, asking };
  assert.deepEqual(
    [after(8_000, {}, { text: 'Well' }), after(8_000, {}, { phase: 'done' }), waitingText(unasked, 99_000, labelOf)],
    ['', '', ''],
  );
});

test('the status says who is asked, and whether again', () => {
  const first = applyAsking(begun, asking, labelOf);
  const again = applyAsking(first, { ...asking, attempt: 2 }, labelOf);
  assert.deepEqual([first.status, again.status], ['Asking CLAUDE…', 'Asking CLAUDE again… (attempt 2)']);
});

test('that another stands in was said already, with its reason', () => {
  const turn = { ...applyAsking(begun, asking, labelOf), status: 'Asking GPT instead…' };
  assert.equal(applyAsking(turn, { ...asking, target: 'gpt', attempt: 2 }, labelOf).status, 'Asking GPT instead…');
});

test('thoughts of the model before do not count for the next', () => {
  const thinking = applyEvent(applyAsking(begun, asking, labelOf), { kind: 'thinking' }, labelOf);
  assert.deepEqual([thinking.isThinking, applyAsking(thinking, asking, labelOf).isThinking], [true, false]);
});
