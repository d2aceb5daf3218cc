import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../src/assist/tasks/all.ts';
import { RecordList } from '../../../src/core/shared/recordList.ts';
import { Conversation } from '../../../src/interaction/conversation/conversation.ts';
import { newTurn } from '../../../src/interaction/conversation/turn.ts';
import { AskedNow } from '../../../src/interaction/history/askedNow.ts';
import { readStoredQuestion, type StoredQuestion } from '../../../src/interaction/history/storedQuestion.ts';
import { contextOf } from '../../assist/context.ts';
import { conversationParts } from '../../support/conversationParts.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

/** A question that is being asked in a conversation, and what was written down of such ones. */
function world() {
  const clock = new VirtualClock();
  const files = new Map<string, string>();
  const written: string[] = [];
  const asking = new RecordList<StoredQuestion>({
    store: {
      read: name => Promise.resolve(files.get(name)),
      write: (name, text) => {
        written.push(text);
        return Promise.resolve(void files.set(name, text));
      },
      remove: name => Promise.resolve(void files.delete(name)),
      names: () => Promise.resolve([...files.keys()]),
    },
    name: 'asking.json',
    limit: 50,
    wall: () => clock.wall(),
    read: readStoredQuestion,
    onTrouble: trouble => assert.fail(trouble),
  });
  const mask = (text: string) => Promise.resolve(text.replaceAll('hunter2', '***'));
  const askedNow = new AskedNow({ asking, mask, clock });
  const conversation = new Conversation(
    conversationParts(clock, () => assert.fail('nobody is asked')),
    'c',
  );
  const [assistance = assert.fail()] = assistances;
  const asked = { assistance, context: { ...contextOf(), code: 'password = hunter2' } };
  conversation.restore(newTurn({ id: 'q', title: 'Explain', form: 'prose', status: '' }), asked);
  const left = async () => (await askedNow.leftIn('c')).map(({ id }) => id);
  return { askedNow, clock, conversation, left, written };
}

test('of a question that ends within a second nothing is written', async () => {
  const { askedNow, clock, conversation, written } = world();
  askedNow.begin(conversation);
  await clock.pass(999);
  await askedNow.end('q');
  await clock.pass(10_000);
  assert.deepEqual(written, []);
});

test('one that takes longer is kept while it is under way, its secrets masked', async () => {
  const { askedNow, clock, conversation, left, written } = world();
  askedNow.begin(conversation);
  await clock.pass(1_000);
  assert.deepEqual(await left(), ['q']);
  assert.doesNotMatch(written.join(), /hunter2/);
  await askedNow.end('q');
  assert.deepEqual(await left(), []);
});

test('one that ends because its window is closed stays', async () => {
  const { askedNow, clock, conversation, left } = world();
  askedNow.begin(conversation);
  await clock.pass(1_000);
  askedNow.close();
  await askedNow.end('q');
  assert.deepEqual(await left(), ['q']);
});
