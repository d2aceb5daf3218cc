import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseTaskModel } from '../../../src/interaction/taskModels/chooseTaskModel.ts';
import { taskModelWorld } from './taskModelWorld.ts';

test('a task is picked, then who answers it, and that is written', async () => {
  const { parts, person, written } = taskModelWorld({
    replies: [{ picks: 'Suggest Names' }, { picks: 'gpt' }, 'turns away'],
  });
  await chooseTaskModel(parts);
  assert.deepEqual(
    [written.user, person.saw.slice(0, 2)],
    [{ rename: 'gpt' }, ['For which task do you want to set who answers?', 'Who answers “Suggest Names”?']],
  );
});

test('by strategy takes away what is set, also what nobody can read', async () => {
  for (const set of ['claude', 'complex', 7, 'nobody']) {
    const { parts, written } = taskModelWorld({
      user: { fix: set, docs: 'gpt' },
      replies: [{ picks: 'Fix' }, { picks: 'By Strategy' }, 'turns away'],
    });
    await chooseTaskModel(parts);
    assert.deepEqual(written.user, { docs: 'gpt' });
  }
});

test('who turns away changes nothing', async () => {
  const once = taskModelWorld({ user: { fix: 'gpt' }, replies: ['turns away'] });
  const later = taskModelWorld({ user: { fix: 'gpt' }, replies: [{ picks: 'Fix' }, 'turns away'] });
  for (const { parts, saves } of [once, later]) {
    await chooseTaskModel(parts);
    assert.equal(saves(), 0);
  }
});

test('what the workspace has set for the task stands in the title, for what is picked goes into the user’s own settings', async () => {
  const { parts, person, written } = taskModelWorld({
    workspace: { fix: 'gpt' },
    replies: [{ picks: 'Fix' }, { picks: 'claude' }, 'turns away'],
  });
  await chooseTaskModel(parts);
  assert.equal(person.saw[1], 'Who answers “Fix” in your own settings? This workspace goes first: gpt');
  assert.deepEqual(written.user, { fix: 'claude' });
});

test('with no model set up there is nothing to pick', async () => {
  const { parts, person } = taskModelWorld({ chain: [] });
  await chooseTaskModel(parts);
  assert.deepEqual(person.saw, ['No model is set up yet.']);
});
