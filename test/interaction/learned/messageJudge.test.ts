import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnswerOrigin } from '../../../src/core/routing/learned/learnedOutcome.ts';
import { committedWithinMs, MessageJudge, type JudgedCommit } from '../../../src/interaction/learned/messageJudge.ts';
import { settle, VirtualClock } from '../../support/virtualClock.ts';

const message = 'Reject empty carts\n\nA cart without items was charged for its shipping.';

/** A repository with a commit, and who follows messages for it. */
function world(begin: readonly JudgedCommit[] = [{ hash: 'c0', message: 'Begin', parents: [], at: 0 }]) {
  const clock = new VirtualClock();
  const commits = [...begin];
  const listeners = new Set<() => void>();
  const learnt: [string, boolean][] = [];
  const judge = new MessageJudge({
    clock,
    originOf: question =>
      question === 'unknown'
        ? undefined
        : ({
            task: 'commitMessage',
            score: 0.1,
            target: 'claude',
            costUsd: 0,
            tookMs: 9,
            at: 0,
          } satisfies AnswerOrigin),
    learn: (id, { kept }) => void learnt.push([id, kept]),
  });
  const repository = {
    root: 'file:///work',
    head: () => Promise.resolve(commits.at(-1)),
    onDidChange: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const write = (question: string, text = message, typed = '') =>
    judge.written({ repository, question, message: text, typed });
  const commit = async (text: string, more: Partial<JudgedCommit> = {}): Promise<void> => {
    const before = commits.at(-1);
    const made = { hash: `c${commits.length}`, message: text, parents: before ? [before.hash] : [], at: clock.wall() };
    commits.push({ ...made, ...more });
    for (const listener of listeners) listener();
    await settle();
  };
  return { clock, learnt, write, commit, judge, listeners };
}

/** What is learnt of one message when this is committed next. */
async function learntFrom(text: string, more: Partial<JudgedCommit> = {}) {
  const { write, commit, learnt } = world();
  await write('q1');
  await commit(text, more);
  return learnt;
}

test('a message that is committed was kept, one outcome for its answer', async () => {
  assert.deepEqual(await learntFrom(message), [['q1', true]]);
});

test('one that was emptied or replaced before the commit was not kept', async () => {
  assert.deepEqual(await learntFrom('wip'), [['q1', false]]);
});

// https://github.com/microsoft/vscode/issues/20845: a commit may be made in a terminal, and is one all the same
test('only the next commit counts, and nobody listens after it', async () => {
  const { write, commit, learnt, listeners } = world();
  await write('q1');
  await commit(message);
  await commit('wip');
  assert.deepEqual([learnt, listeners.size], [[['q1', true]], 0]);
});

// https://github.com/microsoft/vscode/pull/91838: the message of the latest commit can be replaced with nothing else changed
test('a commit that replaces the latest one counts', async () => {
  const first = { hash: 'c0', message: 'Begin', parents: [], at: 0 };
  const { write, commit, learnt } = world([first, { hash: 'c1', message: 'Go on', parents: ['c0'], at: 0 }]);
  await write('q1');
  await commit(message, { parents: ['c0'] });
  assert.deepEqual(learnt, [['q1', true]]);
});

test('a merge, another branch and what came from elsewhere say nothing, and it is followed on', async () => {
  const { write, commit, learnt, clock } = world();
  await clock.pass(60_000);
  await write('q1');
  await commit('Merge', { parents: ['c0', 'x9'] });
  await commit('On another branch', { parents: ['x8'] });
  await commit('Pulled', { at: clock.wall() - 30_000 });
  assert.deepEqual(learnt, []);
  await commit(message);
  assert.deepEqual(learnt, [['q1', true]]);
});

// https://github.com/sds/overcommit/issues/651, https://github.com/fork-dev/Tracker/issues/260: a hook that fails, or a box that is emptied, is
// no commit
test('without a commit within an hour nothing is learnt', async () => {
  const { write, commit, learnt, clock, listeners } = world();
  await write('q1');
  await clock.pass(committedWithinMs + 1);
  await commit('wip');
  assert.deepEqual([learnt, listeners.size], [[], 0]);
});

test('one that was written later is followed for its own hour', async () => {
  const { write, commit, learnt, clock } = world();
  await write('q1', 'Something else entirely');
  await clock.pass(committedWithinMs / 2);
  await write('q2');
  await clock.pass(committedWithinMs / 2 + 1);
  await commit(message);
  assert.deepEqual(learnt, [['q2', true]]);
});

test('of two that were written for the same commit each is judged', async () => {
  const { write, commit, learnt } = world();
  await write('q1', 'Something else entirely');
  await write('q2');
  await commit(message);
  assert.deepEqual(learnt, [
    ['q1', false],
    ['q2', true],
  ]);
});

test('the first commit of a repository counts', async () => {
  const { write, commit, learnt } = world([]);
  await write('q1');
  await commit(message);
  assert.deepEqual(learnt, [['q1', true]]);
});

test('a message of which nobody knows whose answer it is is not followed', async () => {
  const { write, listeners } = world();
  await write('unknown');
  assert.equal(listeners.size, 0);
});

test('a window that closes leaves nothing behind', async () => {
  const { write, commit, learnt, judge, listeners } = world();
  await write('q1');
  judge.dispose();
  await commit(message);
  assert.deepEqual([learnt, listeners.size], [[], 0]);
});
