import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { contextOf } from '../../assist/context.ts';
import { answering, conversationParts } from '../../support/conversationParts.ts';
import { answerOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { MemoryMemento } from '../../support/memoryMemento.ts';
import { ScriptedUser, type Reply as UserReply } from '../../support/scriptedUser.ts';
import { assistances } from '../../../src/assist/tasks/all.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { RecordList } from '../../../src/core/shared/recordList.ts';
import { chooseQuestion } from '../../../src/interaction/deferred/chooseQuestion.ts';
import { Conversation } from '../../../src/interaction/conversation/conversation.ts';
import {
  isOffered,
  readStoredQuestion,
  reviveQuestion,
  type StoredQuestion,
} from '../../../src/interaction/history/storedQuestion.ts';
import { DeferredQueue } from '../../../src/interaction/deferred/deferredQueue.ts';
import { Replays } from '../../../src/interaction/deferred/replays.ts';
import type { Turn } from '../../../src/interaction/conversation/turn.ts';
import { DeferredCount } from '../../../src/interaction/status/deferredCount.ts';
import { createFiles } from '../../../src/storage/files.ts';
import { type TurnSurroundings, turnView } from '../../../src/interaction/conversation/turnView.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { Question } from '../../../src/core/model/question.ts';

type Reply = Answer | Failure;

const overloaded = new Failure('overloaded', { target: 'claude' });
const offline = answerOf('offline', 'facts', { freshness: 'offline', degraded: ['offline'], insteadOf: overloaded });
const whole = answerOf('claude', 'It adds up the lines.');
const code = '```ts\nconst price = 2;\n```';

const around: TurnSurroundings = {
  thresholds: { auto: 0.8, review: 0.5 },
  labelOf: id => id,
  strongerThan: () => false,
  targets: 1,
};

const folders: string[] = [];
after(() => folders.forEach(folder => rmSync(folder, { recursive: true, force: true })));

/** A window with a queue on disk; its questions are answered so, one after another. */
function world(replies: readonly Reply[], folder = mkdtempSync(path.join(os.tmpdir(), 'steadfast-queue-'))) {
  folders.push(folder);
  const clock = new VirtualClock();
  const questions: Question[] = [];
  const shown: string[] = [];
  const living = new Map<string, Conversation>();
  const count = new DeferredCount(new MemoryMemento(), 'questions.waiting');
  const records = new RecordList<StoredQuestion>({
    store: createFiles(folder, () => undefined),
    name: 'queue.json',
    limit: 50,
    wall: () => clock.wall(),
    read: readStoredQuestion,
    onTrouble: trouble => assert.fail(trouble),
  });
  const queue = new DeferredQueue({
    records,
    mask: async text => text.replaceAll('hunter2', '[masked]'),
    wall: () => clock.wall(),
    count,
    living: id => living.get(id),
  });
  const settled: Promise<void>[] = [];
  const newConversation = (id?: string): Conversation => {
    const parts = conversationParts(clock, answering(replies, questions), {
      ended: (conversation, turn) => settled.push(queue.settle(conversation, turn)),
    });
    const conversation = new Conversation(parts, id);
    living.set(conversation.id, conversation);
    return conversation;
  };
  const restore = async (id: string): Promise<Conversation> => {
    const known = living.get(id);
    if (known) return known;
    const conversation = newConversation(id);
    for (const question of await queue.list()) {
      const revived = reviveQuestion(question);
      if (question.conversation !== id || !revived) continue;
      conversation.restore(revived.turn, revived.asked);
      conversation.markQueued(question.id, true);
    }
    return conversation;
  };
  const replays = new Replays({
    restore,
    show: (_, title) => shown.push(title),
    tried: (id, turn) => queue.tried(id, turn),
    answered: id => queue.remove(id),
  });
  return {
    clock,
    folder,
    questions,
    shown,
    count,
    queue,
    restore,
    newConversation,
    async ask({
      conversation = newConversation(),
      task = 'explain',
      title = 'Explain cart.ts:1–9',
      context = {},
    } = {}) {
      const assistance = assistances.find(one => one.task === task) ?? assert.fail();
      const place = { uri: 'file:///cart.ts', start: 0 };
      const turn = await conversation.ask({ assistance, context: contextOf(context), place }, { title });
      return { conversation, turn };
    },
    async replay() {
      await replays.ask(await queue.list());
      await Promise.all(settled);
    },
    asks: (asked: readonly StoredQuestion[]) => replays.ask(asked),
    tries: async () => (await queue.list()).map(({ tries }) => tries),
  };
}

const last = (conversation: Conversation): Turn => conversation.turns.at(-1) ?? assert.fail();
const first = (conversation: Conversation): Turn => conversation.turns[0] ?? assert.fail();
const buttons = (turn: Turn) => turnView(turn, around).actions.map(({ action }) => action);

test('a question that nobody could answer, or only the last resort, can be kept for later', async () => {
  const stale = { ...whole, freshness: 'stale', insteadOf: overloaded } as const;
  for (const reply of [overloaded, offline, stale]) {
    const { turn } = await world([reply]).ask();
    assert.ok(buttons(turn).includes('askLater'), buttons(turn).join());
  }
});

test('one that a model answered, that was stopped or not allowed cannot', async () => {
  const unwanted = answerOf('offline', 'facts', { freshness: 'offline', insteadOf: new Failure('not-confirmed') });
  for (const reply of [whole, new Failure('cancelled'), new Failure('not-confirmed'), unwanted]) {
    const { ask, queue } = world([reply]);
    const { conversation, turn } = await ask();
    assert.ok(!buttons(turn).includes('askLater'));
    assert.equal(await queue.keep(conversation, turn), 'not-due');
  }
});

test('a kept one says so, with what was said before, and need not be kept', async () => {
  const { ask, queue, count } = world([offline]);
  const { conversation, turn } = await ask();
  await queue.keep(conversation, turn);
  const { status, notice, actions } = turnView(first(conversation), around);
  assert.deepEqual([status, notice?.kind, notice?.title], ['Kept for later', 'information', 'Kept for later']);
  assert.equal(notice?.lines[1], 'No model answered: this is what the editor knows');
  assert.deepEqual([actions.some(({ action }) => action === 'forgetLater'), count.now], [true, 1]);
  await queue.remove(turn.id);
  assert.deepEqual([buttons(first(conversation)).includes('askLater'), count.now], [true, 0]);
});

test('it lies on disk without its secrets', async () => {
  const { ask, queue, folder } = world([offline]);
  const { conversation, turn } = await ask({
    task: 'ask',
    title: 'is hunter2 safe?',
    context: { code: 'pw = "hunter2"' },
  });
  await queue.keep(conversation, turn);
  assert.doesNotMatch(readFileSync(path.join(folder, 'queue.json'), 'utf8'), /hunter2/);
});

test('it is asked again in its own conversation, in front of the user, and is gone when a model has answered', async () => {
  const { ask, queue, replay, shown, count, questions } = world([offline, whole]);
  const { conversation, turn } = await ask();
  await queue.keep(conversation, turn);
  await replay();
  assert.deepEqual(
    [shown, conversation.turns.length, last(conversation).text, last(conversation).title],
    [['Explain cart.ts:1–9'], 2, whole.text, 'Explain cart.ts:1–9'],
  );
  assert.deepEqual([first(conversation).queued, count.now, questions.length], [false, 0, 2]);
});

test('it survives a reload, turn and all', async () => {
  const before = world([overloaded]);
  const { conversation, turn } = await before.ask();
  await before.queue.keep(conversation, turn);
  const { queue, restore, replay } = world([whole], before.folder);
  const restored = await restore(conversation.id);
  const { status, phase, actions } = turnView(last(restored), around);
  assert.deepEqual(
    [status, phase, actions.map(({ action }) => action)],
    ['Kept for later', 'failed', ['askAgain', 'forgetLater']],
  );
  await replay();
  assert.deepEqual([last(restored).text, await queue.list()], [whole.text, []]);
});

test('a remembered answer of a model is an answer, and so is a refusal', async () => {
  for (const reply of [{ ...whole, freshness: 'cached' } as const, { ...whole, finish: 'refused' } as const]) {
    const { ask, queue, replay } = world([offline, reply]);
    const { conversation, turn } = await ask();
    await queue.keep(conversation, turn);
    await replay();
    assert.deepEqual(await queue.list(), []);
  }
});

test('it is gone too when the user asks again without the queue', async () => {
  const { ask, queue } = world([offline, whole]);
  const { conversation, turn } = await ask();
  await queue.keep(conversation, turn);
  const asked = conversation.askedIn(turn.id) ?? assert.fail();
  await queue.settle(conversation, await conversation.ask(asked, { title: turn.title }));
  assert.deepEqual([await queue.list(), first(conversation).queued], [[], false]);
});

test('a turn whose question a later one has answered does not offer to ask it later', async () => {
  const { ask, queue } = world([offline, whole]);
  const { conversation, turn } = await ask();
  const asked = conversation.askedIn(turn.id) ?? assert.fail();
  assert.ok(buttons(first(conversation)).includes('askLater'));
  await queue.settle(conversation, await conversation.ask(asked, { title: turn.title }));
  assert.ok(!buttons(first(conversation)).includes('askLater'));
});

test('vain replays are counted, and the fourth time it is only listed', async () => {
  const { ask, queue, replay, tries } = world([offline, offline, overloaded, offline]);
  const { conversation, turn } = await ask();
  await queue.keep(conversation, turn);
  for (const expected of [1, 2, 3]) {
    await replay();
    assert.deepEqual(await tries(), [expected]);
  }
});

test('why nobody answered is kept with it, and is that of the last try', async () => {
  const { queue, ask, replay } = world([overloaded, new Failure('unreachable', { target: 'claude' })]);
  const { conversation, turn } = await ask();
  await queue.keep(conversation, turn);
  const because = async () => (await queue.list()).map(each => each.because);
  assert.deepEqual(await because(), ['overloaded']);
  await replay();
  assert.deepEqual(await because(), ['unreachable']);
});

test('they stand in the order that the user has given them, also after a reload, and what comes later stands last', async () => {
  const { queue, ask, folder, clock } = world([overloaded, overloaded, overloaded, overloaded]);
  const keep = async (title: string) => {
    const { conversation, turn } = await ask({ title });
    await queue.keep(conversation, turn);
    clock.jump(1_000);
    return turn.id;
  };
  const titles = async () => (await queue.list()).map(({ title }) => title);
  const [one] = [await keep('one'), await keep('two'), await keep('three')];
  await queue.move(one, 'up');
  assert.deepEqual(await titles(), ['one', 'two', 'three']);
  await queue.move(one, 'down');
  assert.deepEqual(await titles(), ['two', 'one', 'three']);
  await queue.move(one, 'down');
  await queue.move(one, 'down');
  assert.deepEqual(await titles(), ['two', 'three', 'one']);
  await keep('four');
  assert.deepEqual(await titles(), ['two', 'three', 'one', 'four']);
  const later = await world([], folder).queue.list();
  assert.deepEqual(
    later.map(({ title }) => title),
    ['two', 'three', 'one', 'four'],
  );
});

test('when nobody could be asked or the user stopped it, it was not tried, and the others are not asked', async () => {
  const { insteadOf: _, ...rest } = offline;
  const nobody = { ...rest, insteadOf: new Failure('all-paused') };
  for (const reply of [nobody, new Failure('no-target'), new Failure('cancelled'), new Failure('not-confirmed')]) {
    const { ask, queue, replay, tries, questions } = world([offline, offline, reply]);
    for (const { conversation, turn } of [await ask(), await ask()]) await queue.keep(conversation, turn);
    await replay();
    assert.deepEqual([await tries(), questions.length], [[0, 0], 3]);
  }
});

test('of several edits one is asked, after what is to be read, because only one diff can wait', async () => {
  const edit = answerOf('claude', code, { confidence: { tier: 'checked', score: 0.9, signs: [] } });
  const { ask, clock, queue, replay, shown } = world([overloaded, overloaded, overloaded, whole, edit]);
  for (const [task, title] of [
    ['edit', 'first edit'],
    ['edit', 'second edit'],
    ['explain', 'explain'],
  ] as const) {
    const { conversation, turn } = await ask({ task, title });
    await queue.keep(conversation, turn);
    await clock.pass(10);
  }
  await replay();
  assert.deepEqual(shown, ['explain']);
  assert.deepEqual(
    (await queue.list()).map(({ title }) => title),
    ['second edit'],
  );
});

test('a question is not asked twice at once', async () => {
  const { ask, queue, asks, questions } = world([offline, whole]);
  const { conversation, turn } = await ask();
  await queue.keep(conversation, turn);
  const kept = await queue.list();
  await Promise.all([asks(kept), asks(kept)]);
  assert.equal(questions.length, 2);
});

test('a question that waits already is kept once, anew', async () => {
  const { ask, queue, replay, tries } = world([offline, offline]);
  const { conversation, turn } = await ask();
  await queue.keep(conversation, turn);
  await replay();
  await queue.keep(conversation, last(conversation));
  assert.deepEqual(await tries(), [0]);
  assert.deepEqual(
    conversation.turns.map(({ queued }) => queued),
    [false, true],
  );
});

test('the fifty-first is not kept, and none of the others vanishes', async () => {
  const { ask, queue, newConversation } = world(Array.from({ length: 51 }, () => offline));
  const conversation = newConversation();
  for (let count = 0; count < 50; count += 1) await queue.keep(conversation, (await ask({ conversation })).turn);
  const { turn } = await ask({ conversation });
  assert.equal(await queue.keep(conversation, turn), 'full');
  assert.equal((await queue.list()).length, 50);
});

test('forgetting all of them takes the marks off too', async () => {
  const { ask, queue, count } = world([offline]);
  const { conversation, turn } = await ask();
  await queue.keep(conversation, turn);
  await queue.clear();
  assert.deepEqual([first(conversation).queued, count.now, await queue.list()], [false, 0, []]);
});

test('what is on disk and no kept question is dropped', () => {
  for (const value of [undefined, {}, { id: 'a', at: 1, title: 'x' }])
    assert.equal(readStoredQuestion(value), undefined);
});

test('the list tells age and tries, and asks or removes what is picked', async () => {
  const kept = (id: string, tries: number): StoredQuestion => ({
    id,
    at: 0,
    conversation: 'c',
    title: `$(zap) ${id}`,
    task: 'explain',
    context: contextOf(),
    tries,
  });
  const done: string[] = [];
  const descriptions: (string | undefined)[] = [];
  const choose = async (...replies: readonly UserReply[]) => {
    const user = new ScriptedUser(...replies);
    const pick: ScriptedUser['pick'] = (title, choices) => {
      descriptions.push(...choices.map(({ description }) => description));
      return user.pick(title, choices);
    };
    await chooseQuestion({
      user: { pick, tell: message => user.tell(message) },
      wall: () => 180_000,
      list: async () => [kept('one', 0), kept('two', 1), kept('three', 3)],
      ask: async asked => void done.push(`ask ${asked.map(({ id }) => id).join()}`),
      remove: async id => void done.push(`remove ${id}`),
      move: async (id, way) => void done.push(`${way} ${id}`),
    });
  };
  await choose({ picks: '(zap) two' }, { picks: 'Ask Now' });
  await choose({ picks: '(zap) three' }, { picks: 'Remove from List' });
  await choose({ picks: '(zap) two' }, { picks: 'Move Up' });
  await choose({ picks: '(zap) one' }, { picks: 'Move Down' });
  await choose('turns away');
  assert.deepEqual(done, ['ask two', 'remove three', 'up two', 'down one']);
  assert.deepEqual(descriptions.slice(0, 3), [
    '3 min ago',
    '3 min ago · tried once',
    '3 min ago · tried three times, not offered any more',
  ]);
});

test('an empty list says that it is empty', async () => {
  const user = new ScriptedUser();
  const nothing = () => Promise.reject(new Error('nothing to do'));
  await chooseQuestion({ user, wall: () => 0, list: async () => [], ask: nothing, remove: nothing, move: nothing });
  assert.deepEqual(user.saw, ['No question is kept for later.']);
});

test('an older answer is called one, and not a text without a model', async () => {
  const stale = { ...whole, freshness: 'stale', degraded: ['stale'], insteadOf: overloaded } as const;
  const titles: (string | undefined)[] = [];
  for (const reply of [stale, offline]) {
    const { turn } = await world([reply]).ask();
    titles.push(turnView(turn, around).notice?.title);
  }
  assert.deepEqual(titles, [
    'An older answer to the same question',
    'No model answered: this is what the editor knows',
  ]);
});

// https://github.com/zed-industries/zed/pull/47234, https://github.com/EKKOLearnAI/hermes-studio/issues/3124,
// https://github.com/chaitanyagiri/munder-difflin/issues/380: what waits could only be removed and typed anew
test('a question whose words were changed is asked in those, and is gone when a model has answered', async () => {
  const { ask, queue, questions, replay } = world([offline, whole]);
  const { conversation, turn } = await ask({ task: 'edit', context: { input: 'use cents' }, title: 'use cents (x)' });
  await queue.keep(conversation, turn);
  await queue.change(turn.id, 'use euros, not hunter2');
  const [kept] = await queue.list();
  assert.deepEqual(
    [kept?.title, kept?.words],
    ['use euros, not [masked] (price.ts, line 3)', 'use euros, not [masked]'],
  );
  await replay();
  assert.match(JSON.stringify(questions.at(-1)?.request), /use euros/);
  assert.doesNotMatch(JSON.stringify(questions.at(-1)?.request), /use cents/);
  assert.deepEqual([await queue.list(), last(conversation).title], [[], 'use euros, not [masked] (price.ts, line 3)']);
});

test('the changed words survive a reload, and a vain replay', async () => {
  const { ask, queue, folder } = world([offline]);
  const { conversation, turn } = await ask({ task: 'edit', context: { input: 'use cents' } });
  await queue.keep(conversation, turn);
  await queue.change(turn.id, 'use euros');
  const later = world([overloaded, whole], folder);
  await later.replay();
  assert.deepEqual([await later.tries(), (await later.queue.list())[0]?.words], [[1], 'use euros']);
  await later.replay();
  assert.match(JSON.stringify(later.questions.at(-1)?.request), /use euros/);
  assert.deepEqual(await later.queue.list(), []);
});

test('one that was asked three times in vain is offered again when the user wants that', async () => {
  const { ask, queue, replay, tries } = world([offline, offline, overloaded, offline]);
  const { conversation, turn } = await ask();
  await queue.keep(conversation, turn);
  for (let times = 0; times < 3; times += 1) await replay();
  await queue.offerAgain(turn.id);
  assert.deepEqual([await tries(), isOffered((await queue.list())[0] ?? assert.fail())], [[0], true]);
});
