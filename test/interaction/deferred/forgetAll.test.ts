import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ScriptedUser, type Reply } from '../../support/scriptedUser.ts';
import { forgetAll } from '../../../src/interaction/deferred/forgetAll.ts';

async function cleared(kept: number, ...replies: readonly Reply[]) {
  const user = new ScriptedUser(...replies);
  let times = 0;
  await forgetAll({ user, count: async () => kept, clear: async () => void (times += 1) });
  return { times, saw: user.saw };
}

test('all are forgotten after a yes, and none after anything else', async () => {
  assert.equal((await cleared(3, { agrees: true })).times, 1);
  assert.equal((await cleared(3, { agrees: false })).times, 0);
});

test('where none is kept nothing is asked', async () => {
  assert.deepEqual(await cleared(0), { times: 0, saw: ['No question is kept for later.'] });
});
