import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeWords } from '../../../src/interaction/deferred/changeWords.ts';
import type { StoredQuestion } from '../../../src/interaction/history/storedQuestion.ts';
import { contextOf } from '../../assist/context.ts';
import { type Reply, ScriptedUser } from '../../support/scriptedUser.ts';

/** What becomes of a question with these words when the user is asked for others. */
async function changed(input: string, ...replies: readonly Reply[]) {
  const user = new ScriptedUser(...replies);
  const changes: string[][] = [];
  const context = contextOf({ input });
  const question: StoredQuestion = { id: 'q', at: 0, conversation: 'c', title: 'T', task: 'ask', context, tries: 0 };
  await changeWords(question, { user, change: (...change) => Promise.resolve(void changes.push(change)) });
  return { changes, saw: user.saw };
}

test('the words that are typed take the place of those before', async () => {
  const { changes, saw } = await changed('use cents', { types: ' ' }, { types: ' use euros ' });
  assert.deepEqual([changes, saw], [[['q', 'use euros']], ['Change “T”', 'Type your question.', 'Change “T”']]);
});

test('who turns away, or types the same, changes nothing', async () => {
  assert.deepEqual((await changed('use cents', 'turns away')).changes, []);
  assert.deepEqual((await changed('use cents', { types: 'use cents' })).changes, []);
});

test('a question without words of the user says so', async () => {
  const { changes, saw } = await changed('');
  assert.deepEqual(
    [changes, saw],
    [[], ['This question has no words of yours that could be changed. It asks about the code alone.']],
  );
});
