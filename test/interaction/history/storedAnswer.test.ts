import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../src/assist/tasks/all.ts';
import { newTurn, type Turn } from '../../../src/interaction/conversation/turn.ts';
import { readStoredAnswer, reviveAnswer, storedAnswer } from '../../../src/interaction/history/storedAnswer.ts';
import { contextOf } from '../../assist/context.ts';
import { answerOf } from '../../support/scripted.ts';

const turn: Turn = {
  ...newTurn({ id: 't2', title: 'Explain', form: 'prose', status: 'Answered' }),
  phase: 'done',
  text: 'It adds.',
  answer: answerOf('gpt', 'It adds.'),
  choice: { label: 'Second opinion', answered: 'Asked alike.', unanswered: 'None.' },
  comparedWith: 't1',
  comparison: { title: 'Compared', lines: ['Both name secret-name.'] },
};

test('what an answer was compared with, and how it agreed, outlives a reload; secrets in it are masked', async () => {
  const assistance = assistances.find(({ task }) => task === 'explain') ?? assert.fail();
  const mask = (text: string) => Promise.resolve(text.replaceAll('secret-name', '***'));
  const kept = await storedAnswer(turn, { assistance, context: contextOf() }, { conversation: 'c', at: 0, mask });
  const read = readStoredAnswer(JSON.parse(JSON.stringify(kept)));
  const revived = read && reviveAnswer(read)?.turn;
  assert.deepEqual(
    [revived?.choice, revived?.comparedWith, revived?.comparison],
    [turn.choice, 't1', { title: 'Compared', lines: ['Both name ***.'] }],
  );
});
