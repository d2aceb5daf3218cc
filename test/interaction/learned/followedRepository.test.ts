import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followedRepository } from '../../../src/interaction/learned/followedRepository.ts';

/** What Git's extension tells, and who listens to it. */
function git() {
  const listeners = new Set<() => void>();
  const state = {
    HEAD: { commit: 'c0' } as { readonly commit?: string } | undefined,
    onDidChange: (listener: () => void) => {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
  };
  const log = () => Promise.resolve([{ hash: 'c0', message: 'Begin', commitDate: new Date(5_000) }]);
  return { listeners, state, repository: { rootUri: { toString: () => 'file:///work' }, state, log } };
}

test('it calls back when it stands at another commit, and not when a file has changed', () => {
  const { listeners, state, repository } = git();
  let calls = 0;
  const end = followedRepository(repository).onDidChange(() => (calls += 1));
  const change = () => listeners.forEach(listener => listener());
  change();
  state.HEAD = { commit: 'c1' };
  change();
  change();
  end();
  assert.deepEqual([calls, listeners.size], [1, 0]);
});

test('the latest commit is told with its time, and without its parents where they are not known', async () => {
  const head = await followedRepository(git().repository).head();
  assert.deepEqual(head, { hash: 'c0', message: 'Begin', parents: [], at: 5_000 });
});

test('a repository without a commit, or that is gone, stands at none', async () => {
  const failing = { ...git().repository, log: () => Promise.reject(new Error('no commits yet')) };
  const empty = { ...git().repository, log: () => Promise.resolve([]) };
  assert.deepEqual(
    [await followedRepository(failing).head(), await followedRepository(empty).head()],
    [undefined, undefined],
  );
});
