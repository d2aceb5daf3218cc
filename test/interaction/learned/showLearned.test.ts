import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Forgotten, LearnedShare } from '../../../src/core/routing/learned/sharedLearning.ts';
import { showLearned } from '../../../src/interaction/learned/showLearned.ts';
import { ScriptedUser } from '../../support/scriptedUser.ts';

const shares: readonly LearnedShare[] = [
  { task: 'fix', target: 'gpt', kept: 1, of: 3 },
  { task: 'docs', target: 'claude', kept: 109, of: 120 },
];

/** What is forgotten in the end, of what was learnt. */
async function shown(known: readonly LearnedShare[], user: ScriptedUser): Promise<readonly Forgotten[]> {
  const forgotten: Forgotten[] = [];
  const learning = {
    refresh: () => Promise.resolve(),
    shares: () => known,
    forget: (which: Forgotten = {}) => Promise.resolve(void forgotten.push(which)),
  };
  await showLearned({ learning, user, labelOf: target => target.toUpperCase() });
  assert.deepEqual(user.unused, []);
  return forgotten;
}

test('what was learned is listed by model and task, the most told first, and looking changes nothing', async () => {
  const user = new ScriptedUser('turns away');
  assert.deepEqual(await shown(shares, user), []);
  assert.deepEqual(user.lists, [['CLAUDE · Add Documentation', 'GPT · Fix', 'Forget all of it']]);
});

test('one of them is forgotten after a question', async () => {
  const user = new ScriptedUser({ picks: 'GPT · Fix' }, { agrees: true });
  assert.deepEqual(await shown(shares, user), [{ task: 'fix', target: 'gpt' }]);
  assert.match(user.saw.join('\n'), /Forget what was learned of GPT · Fix\?[\s\S]*Forgotten: GPT · Fix/);
});

test('all of it is forgotten after a question', async () => {
  assert.deepEqual(await shown(shares, new ScriptedUser({ picks: 'Forget all of it' }, { agrees: true })), [{}]);
});

test('who says no keeps it', async () => {
  assert.deepEqual(await shown(shares, new ScriptedUser({ picks: 'Forget all of it' }, { agrees: false })), []);
});

test('before anything was learned it is said how that comes about', async () => {
  const user = new ScriptedUser();
  await shown([], user);
  assert.match(user.saw.join(), /^Nothing is learned yet\. .* ten minutes after you accept an edit/);
});
