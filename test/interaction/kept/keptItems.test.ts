import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerItems, questionItems } from '../../../src/interaction/kept/keptItems.ts';
import type { StoredAnswer } from '../../../src/interaction/history/storedAnswer.ts';
import type { StoredQuestion } from '../../../src/interaction/history/storedQuestion.ts';
import { contextOf } from '../../assist/context.ts';
import { answerOf } from '../../support/scripted.ts';

const naming = { labelOf: (id: string) => id.toUpperCase(), now: 600_000 };
const kept = (id: string, conversation: string, at: number): StoredAnswer => ({
  id,
  conversation,
  at,
  title: `about ${id}`,
  task: 'ask',
  text: '',
  status: 'Answered',
  tookMs: 1,
  context: contextOf(),
  answer: answerOf('claude', ''),
});

test('each conversation stands once, by its first question and its latest answer, the newest first', () => {
  const items = answerItems([kept('b2', 'b', 540_000), kept('a1', 'a', 480_000), kept('b1', 'b', 0)], [], naming);
  assert.deepEqual(
    items.map(({ title, details, kind }) => [title, details, kind]),
    [
      ['about b1 (+1)', '60 s ago · CLAUDE', 'answer'],
      ['about a1', '2 min ago · CLAUDE', 'answer'],
    ],
  );
});

test('what waits for a decision comes first and says so, also when the conversation has gone on', () => {
  const [old, later] = [kept('a1', 'a', 0), kept('a2', 'a', 540_000)];
  const items = answerItems([kept('b1', 'b', 580_000), later, old], [old], naming);
  assert.deepEqual(
    items.map(({ id, kind }) => [id, kind]),
    [
      ['a1', 'review'],
      ['b1', 'answer'],
    ],
  );
  assert.equal(items[0]?.details, '10 min ago · needs your decision');
});

test('a kept question says how old it is and how often it was tried', () => {
  const { answer: _answer, text: _text, status: _status, tookMs: _tookMs, ...rest } = kept('q', 'c', 540_000);
  const question: StoredQuestion = { ...rest, tries: 1 };
  assert.deepEqual(questionItems([question], 600_000), [
    { id: 'q', conversation: 'c', kind: 'later', title: 'about q', details: '60 s ago · tried once' },
  ]);
});

test('no command and no link comes of a title', () => {
  const hostile = { ...kept('a', 'a', 0), title: '$(alert) [x](command:evil)\n**bold**' };
  const [item] = answerItems([hostile], [], naming);
  assert.ok(!item?.title.includes('$(') && !item?.title.includes('\n'));
});

test('what no model gave is not said to come from one, and what is a moment old came just now', () => {
  const offline = { ...kept('a', 'a', 595_000), answer: answerOf('offline', '', { freshness: 'offline' }) };
  assert.equal(answerItems([offline], [], naming)[0]?.details, 'just now · from the editor');
});
