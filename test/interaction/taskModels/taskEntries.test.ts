import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taskModelWorld } from './taskModelWorld.ts';

test('each layer says what it holds for a task', () => {
  const { parts } = taskModelWorld({ user: { explain: 'gpt' }, workspace: { explain: 7 } });
  assert.deepEqual(
    [parts.entries.of('explain'), parts.entries.of('fix')],
    [
      { user: 'gpt', workspace: 7 },
      { user: undefined, workspace: undefined },
    ],
  );
});

test('two changes at once are both kept', async () => {
  const { parts, written } = taskModelWorld();
  await Promise.all([
    parts.entries.change({ task: 'explain', entry: 'claude' }),
    parts.entries.change({ task: 'fix', entry: 'gpt' }),
  ]);
  assert.deepEqual(written.user, { explain: 'claude', fix: 'gpt' });
});

test('one that VS Code refuses keeps no other from being written', async () => {
  const { parts, written } = taskModelWorld({ refusals: 1 });
  const [first, second] = await Promise.allSettled([
    parts.entries.change({ task: 'explain', entry: 'claude' }),
    parts.entries.change({ task: 'fix', entry: 'gpt' }),
  ]);
  assert.deepEqual([first.status, second.status, written.user], ['rejected', 'fulfilled', { fix: 'gpt' }]);
});

test('what was changed since is left as it is', async () => {
  const { parts, written } = taskModelWorld({ user: { explain: 'gpt' } });
  const done = await parts.entries.change({ task: 'explain', entry: undefined, instead: { of: 'claude' } });
  assert.deepEqual([done, written.user], ['overtaken', { explain: 'gpt' }]);
});
