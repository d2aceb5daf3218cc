import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StatusState } from '../../../src/core/status/status.ts';
import { followState } from '../../../src/interaction/status/followState.ts';
import { isOffered, type StoredQuestion } from '../../../src/interaction/history/storedQuestion.ts';
import { DeferredNotifier } from '../../../src/interaction/deferred/deferredNotifier.ts';
import { contextOf } from '../../assist/context.ts';
import { settle, VirtualClock } from '../../support/virtualClock.ts';
import type { NotificationLevel } from '../../../src/interaction/platform/notificationLevel.ts';

const question = (id: string, tries = 0): StoredQuestion => ({
  id,
  at: 0,
  conversation: 'c',
  title: id,
  task: 'explain',
  context: contextOf(),
  tries,
});

/** The user presses these buttons, one after another, and then closes what is shown. */
function world(
  kept: readonly StoredQuestion[],
  presses: readonly string[] = [],
  level: NotificationLevel = 'important',
) {
  const clock = new VirtualClock();
  const shown: string[] = [];
  const buttons: (readonly string[])[] = [];
  const done: string[] = [];
  const queue = [...kept];
  const teller = new DeferredNotifier({
    clock,
    level: () => level,
    offered: () => Promise.resolve(queue.filter(isOffered)),
    show: (message, ...offered) => {
      buttons.push(offered);
      return Promise.resolve(presses[shown.push(message) - 1]);
    },
    askNow: async questions => {
      done.push(`ask ${questions.map(({ id }) => id).join()}`);
      teller.hearAnswer(); // the first of them has been answered
    },
    showQueue: async () => void done.push('list'),
    onError: error => assert.fail(String(error)),
  });
  const looks = async (...states: readonly StatusState[]) => {
    for (const state of states) teller.look(state);
    await settle();
  };
  return { clock, shown, buttons, done, queue, teller, looks };
}

test('kept questions are offered when somebody can be asked again, and not before', async () => {
  for (const state of ['offline', 'all-paused', 'set-up', 'restricted'] as const) {
    const { shown, looks } = world([question('one'), question('two')]);
    await looks('closed', state);
    assert.deepEqual(shown, []);
    await looks('closed');
    assert.deepEqual(shown, ['A model is available again. 2 questions kept for later are waiting.']);
  }
});

test('they are offered when a model has answered something else', async () => {
  const { shown, buttons, teller } = world([question('one')]);
  teller.hearAnswer();
  await settle();
  assert.deepEqual(shown, ['A model is available again. Ask the question kept for later?']);
  assert.deepEqual(buttons, [['Ask Now', 'Show', 'Not Now']]);
});

test('a state that says nothing of who can be asked is passed over', async () => {
  const { shown, looks } = world([question('one')]);
  await looks('all-paused', 'paused', 'working', 'working-on-fallback');
  assert.deepEqual(shown, []);
  await looks('fallback');
  assert.equal(shown.length, 1);
});

test('nothing is offered when nothing is kept, when all was tried three times, or to whom wants no notifications', async () => {
  for (const { shown, looks } of [
    world([]),
    world([question('one', 3)]),
    world([question('one')], [], 'none'),
    world([question('one')], [], 'none'),
  ]) {
    await looks('offline', 'closed');
    assert.deepEqual(shown, []);
  }
});

test('nobody is asked before the user says so', async () => {
  const later = world([question('one')], ['Not Now']);
  const closed = world([question('one')]);
  for (const { done, looks } of [later, closed]) {
    await looks('offline', 'closed');
    assert.deepEqual(done, []);
  }
});

test('a button does what it says', async () => {
  const now = world([question('one'), question('two')], ['Ask Now']);
  const list = world([question('one')], ['Show']);
  await now.looks('offline', 'closed');
  await list.looks('offline', 'closed');
  assert.deepEqual([now.done, list.done], [['ask one,two'], ['list']]);
});

test('while they are asked what is answered offers nothing, neither then nor later', async () => {
  const { clock, shown, looks } = world([question('one'), question('two')], ['Ask Now']);
  await looks('offline', 'closed');
  await clock.pass(120_000);
  assert.equal(shown.length, 1);
});

test('who does not want it now is not offered the same again in the same incident', async () => {
  const { clock, shown, looks, teller } = world([question('one')], ['Not Now', 'Not Now']);
  await looks('offline', 'closed');
  await clock.pass(300_000);
  await looks('offline', 'closed');
  teller.hearAnswer();
  await clock.pass(300_000);
  assert.equal(shown.length, 1);
  await clock.pass(600_000);
  await looks('offline', 'closed');
  assert.equal(shown.length, 2);
});

test('a further question is offered with the others, but a minute after the last offer at the earliest', async () => {
  const { clock, shown, queue, looks, teller } = world([question('one')], ['Not Now']);
  await looks('offline', 'closed');
  queue.push(question('two'));
  teller.hearAnswer();
  await clock.pass(59_999);
  assert.equal(shown.length, 1);
  await clock.pass(1);
  assert.equal(shown[1], 'A model is available again. 2 questions kept for later are waiting.');
});

test('an offer that was put off is forgotten when nobody can be asked any more', async () => {
  const { clock, shown, queue, looks, teller } = world([question('one')]);
  await looks('offline', 'closed');
  queue.push(question('two'));
  teller.hearAnswer();
  await looks('offline');
  await clock.pass(120_000);
  assert.deepEqual([shown.length, clock.waiting], [1, 0]);
});

test('what was asked in vain is offered again when somebody can be asked again', async () => {
  const { clock, shown, looks } = world([question('one')], ['Ask Now']);
  await looks('offline', 'closed', 'all-paused');
  await clock.pass(60_000);
  await looks('half-open');
  assert.equal(shown.length, 2);
});

test('the state is followed also when time alone changes it, and no timer is left behind', async () => {
  const clock = new VirtualClock();
  const seen: StatusState[] = [];
  const restsUntil = clock.now() + 5_000;
  const status = () => {
    const isOver = clock.now() >= restsUntil;
    const changesInMs = isOver ? 60_000 : restsUntil - clock.now();
    const state = isOver ? ('half-open' as const) : ('all-paused' as const);
    return {
      state,
      changesInMs,
      icon: '',
      severity: 'none' as const,
      also: [],
      outcome: undefined,
      subject: undefined,
      budget: undefined,
      targets: [],
    };
  };
  const stop = followState({ clock, status, onDidChange: () => () => undefined }, ({ state }) => seen.push(state));
  await clock.pass(6_000);
  stop();
  assert.deepEqual([seen, clock.waiting], [['all-paused', 'half-open'], 0]);
});
