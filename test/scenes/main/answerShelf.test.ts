import { type DecidedAnswer, readDecidedAnswer } from '../../../src/interaction/review/decidedAnswer.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { vscodeUser } from '../../../src/editor/platform/vscodeUser.ts';
import { assistances } from '../../../src/assist/tasks/all.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { RecordList } from '../../../src/core/shared/recordList.ts';
import type { Store } from '../../../src/core/shared/store.ts';
import { AnswerHistory } from '../../../src/editor/history/answerHistory.ts';
import { AddedLists } from '../../../src/interaction/added/addedLists.ts';
import { AskedNow } from '../../../src/interaction/history/askedNow.ts';
import { Conversation } from '../../../src/interaction/conversation/conversation.ts';
import { newTurn } from '../../../src/interaction/conversation/turn.ts';
import { storedAnswer, readStoredAnswer, type StoredAnswer } from '../../../src/interaction/history/storedAnswer.ts';
import {
  readStoredQuestion,
  storedQuestion,
  type StoredQuestion,
} from '../../../src/interaction/history/storedQuestion.ts';
import { contextOf } from '../../assist/context.ts';
import { answerOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { until } from '../support/until.ts';

const memory = (): Store => {
  const texts = new Map<string, string>();
  return {
    read: async name => texts.get(name),
    write: async (name, text) => void texts.set(name, text),
    remove: async name => void texts.delete(name),
    names: async () => [...texts.keys()],
  };
};

/** A window that was opened anew, with what an earlier one left behind. */
async function world() {
  const clock = new VirtualClock();
  const unasked = (): never => assert.fail('nobody is asked');
  const newConversation = (id?: string) =>
    new Conversation(
      {
        askService: { ask: unasked },
        newId: unasked,
        thresholds: () => ({ auto: 0.8, review: 0.5 }),
        labelOf: target => target,
        propose: unasked,
        began: unasked,
        ended: unasked,
      },
      id,
    );
  const open = (name: string) =>
    new RecordList<StoredAnswer>({
      store: memory(),
      name,
      limit: 50,
      wall: () => clock.wall(),
      read: readStoredAnswer,
      onTrouble: trouble => assert.fail(trouble),
    });
  const [recent, review, waiting] = [open('answers.json'), open('review.json'), new Array<StoredQuestion>()];
  const asked = { assistance: assistances[0] ?? assert.fail(), context: contextOf() };
  const turnOf = (id: string) => newTurn({ id, title: id, form: 'prose', status: '' });
  const mask = async (text: string) => text;
  const answer = answerOf('offline', 'facts', { freshness: 'offline', insteadOf: new Failure('overloaded') });
  const offline = await storedAnswer({ ...turnOf('offline'), phase: 'done', answer }, asked, {
    conversation: 'c',
    at: 1,
    mask,
  });
  await recent.add(offline ?? assert.fail());
  for (const [id, at] of [
    ['failed', 2],
    ['offline', 3],
  ] as const)
    waiting.push(await storedQuestion(turnOf(id), asked, { conversation: 'c', at, mask }));
  const decided = new RecordList<DecidedAnswer>({
    store: memory(),
    name: 'decided.json',
    limit: 50,
    wall: () => clock.wall(),
    read: readDecidedAnswer,
    onTrouble: trouble => assert.fail(trouble),
  });
  const asking = new RecordList<StoredQuestion>({
    store: memory(),
    name: 'asking.json',
    limit: 50,
    wall: () => clock.wall(),
    read: readStoredQuestion,
    onTrouble: trouble => assert.fail(trouble),
  });
  const askedNow = () => new AskedNow({ asking, mask, clock });
  /** A conversation with one question that is being asked. */
  const askingOne = (id: string) => {
    const conversation = newConversation(id);
    conversation.restore(turnOf(`asked in ${id}`), asked);
    return conversation;
  };
  const reopen = (added = new AddedLists()) =>
    new AnswerHistory({
      user: vscodeUser,
      added,
      recent,
      review,
      decided,
      propose: () => Promise.resolve({ cautions: [] }),
      mention: () => undefined,
      learnDecision: () => Promise.resolve(),
      mask,
      labelOf: target => target,
      newConversation,
      leftOpen: id => askedNow().leftIn(id),
      waiting: async id => waiting.filter(({ conversation }) => conversation === id),
      wall: () => clock.wall(),
      show: () => undefined,
      showInNewPanel: () => undefined,
    });
  /** A conversation of two answers, the first of which is doubted and waits for a decision. */
  const twoAnswers = async (shelf: AnswerHistory) => {
    const conversation = newConversation('d');
    for (const id of ['doubted', 'better']) {
      conversation.restore({ ...turnOf(id), phase: 'done', answer: answerOf('a', id) }, asked);
      await shelf.remember(conversation, conversation.turns.at(-1) ?? assert.fail(), id === 'doubted');
      await clock.pass(1_000);
    }
    return conversation;
  };
  return { shelf: reopen(), reopen, twoAnswers, askedNow, askingOne, clock };
}

suite('the shelf of answers', () => {
  test('brings questions kept for later back where they were asked, each once, with or without an answer', async () => {
    const conversation = await (await world()).shelf.restore('c');
    assert.deepEqual(
      conversation?.turns.map(({ id, phase, queued }) => [id, phase, queued]),
      [
        ['offline', 'done', true],
        ['failed', 'failed', true],
      ],
    );
  });

  test('brings turns back in the order they were asked, whichever was decided on last', async () => {
    const { shelf, reopen, twoAnswers } = await world();
    const conversation = await twoAnswers(shelf);
    await conversation.decide('doubted', 'discarded');
    await shelf.remember(conversation, conversation.turns[0] ?? assert.fail(), false);
    const restored = await reopen().restore('d');
    assert.deepEqual(
      restored?.turns.map(({ id, decision }) => [id, decision]),
      [
        ['doubted', 'discarded'],
        ['better', undefined],
      ],
    );
  });

  test('brings back what was added to the next question, as it was when the window was closed', async () => {
    const { reopen, twoAnswers } = await world();
    const [before, after] = [new AddedLists(), new AddedLists()];
    const shelf = reopen(before);
    before.add({ id: 'a', name: 'a.ts', from: { kind: 'file', uri: 'file:///w/a.ts' }, tokens: 3 }, 'd');
    await twoAnswers(shelf);
    before.add({ id: 'p', name: 'problems', from: { kind: 'problems' }, tokens: 5 }, 'd');
    before.remove('a', 'd');
    await until('it is kept', async () => {
      const again = new AddedLists();
      await reopen(again).restore('d');
      return again.of('d').length === 1 && again.of('d')[0]?.id === 'p';
    });
    await reopen(after).restore('d');
    assert.deepEqual(after.of('d'), before.of('d'));
  });

  test('brings a question back that was being asked when the window was closed, to be asked again', async () => {
    const { reopen, askedNow, askingOne, clock } = await world();
    const [ended, open] = [askedNow(), askedNow()];
    ended.begin(askingOne('e'));
    open.begin(askingOne('f'));
    await clock.pass(1_000);
    await ended.end('asked in e');
    await until('it is kept', async () => (await open.leftIn('f')).length > 0);
    open.close();
    await open.end('asked in f');
    const [none, restored] = [await reopen().restore('e'), await reopen().restore('f')];
    assert.equal(none, undefined);
    assert.deepEqual(
      restored?.turns.map(({ id, phase, status }) => [id, phase, status]),
      [['asked in f', 'cancelled', 'Stopped, because the window was closed']],
    );
  });

  test('brings a conversation back once, whoever asks for it meanwhile', async () => {
    const { shelf } = await world();
    const [one, other] = await Promise.all([shelf.restore('c'), shelf.restore('c')]);
    assert.equal(one, other);
  });

  test('has nothing for a conversation that left nothing behind', async () => {
    assert.equal(await (await world()).shelf.restore('another'), undefined);
  });
});
