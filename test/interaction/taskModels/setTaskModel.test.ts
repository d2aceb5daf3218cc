import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTaskModel } from '../../../src/interaction/taskModels/setTaskModel.ts';
import { targetOf } from '../../support/scripted.ts';
import { taskModelWorld } from './taskModelWorld.ts';

const claude = { task: 'explain', setting: { target: 'claude' } } as const;
const claudeSaid =
  'From now on, claude is asked first for “Explain”. If it cannot answer, the others of your chain do.';

// https://github.com/microsoft/vscode/issues/12799: nobody knew that an extension had changed a setting
test('what was written is said, with a way back and one to the settings', async () => {
  const { parts, person, written } = taskModelWorld({ replies: ['turns away'] });
  await setTaskModel(claude, parts);
  assert.deepEqual(
    [written.user, person.saw, person.lists],
    [{ explain: 'claude' }, [claudeSaid], [['Undo', 'Open Settings']]],
  );
});

test('a strength is set, and one that is set is taken away', async () => {
  const { parts, person, written } = taskModelWorld({ replies: ['turns away', 'turns away'], user: { dance: 1 } });
  await setTaskModel({ task: 'commitMessage', setting: { class: 'simple' } }, parts);
  const between = written.user;
  await setTaskModel({ task: 'commitMessage', setting: undefined }, parts);
  assert.deepEqual([between, written.user], [{ dance: 1, commitMessage: 'simple' }, { dance: 1 }]);
  assert.deepEqual(person.saw, [
    'From now on, models of this strength are asked first for “Generate Commit Message”: Small and fast.',
    '“Generate Commit Message” has no model of its own any more: the strategy decides who is asked first.',
  ]);
});

// https://github.com/can1357/oh-my-pi/pull/1886: one press wrote over what was set for a role, without a way back
test('undone, everything stands there as before, also what nobody could read', async () => {
  for (const user of [undefined, { explain: 'gpt', fix: 'simple' }, { explain: 7 }, { dance: ['x'] }]) {
    const { parts, person, written } = taskModelWorld({ user, replies: [{ picks: 'Undo' }] });
    await setTaskModel(claude, parts);
    assert.deepEqual(written.user, user);
    assert.match(person.saw.at(-1) ?? '', /^“Explain” is set as before: (by strategy|gpt)\.$/);
  }
});

test('what was changed since is not undone, and that is said', async () => {
  const world = taskModelWorld({ replies: [{ picks: 'Undo' }] });
  const offer = world.person.offer.bind(world.person);
  const user = Object.assign(world.person, {
    offer: (offered: Parameters<typeof offer>[0]) => {
      world.written.user = { explain: 'gpt' }; // while the message stood there
      return offer(offered);
    },
  });
  await setTaskModel(claude, { ...world.parts, user });
  assert.deepEqual(world.written.user, { explain: 'gpt' });
  assert.equal(user.saw.at(-1), 'The setting has been changed since, so it is left as it is now.');
});

// https://github.com/cpulvermacher/lgtm/issues/17: the model was saved for the user, and a workspace's own went on to be used
test('what the workspace has set instead is said, with a way there', async () => {
  const { parts, person, pages, written } = taskModelWorld({
    workspace: { explain: 'gpt' },
    replies: [{ picks: 'Open Workspace Settings' }],
  });
  await setTaskModel(claude, parts);
  assert.deepEqual(person.saw, [`${claudeSaid} In this workspace its own settings go first, though: gpt.`]);
  assert.deepEqual([written.user, pages], [{ explain: 'claude' }, ['workspace']]);
});

test('a workspace that says the same, or nothing that can be read, goes before nothing', async () => {
  for (const workspace of [{ explain: 'claude' }, { explain: 7 }, ['explain'], { fix: 'gpt' }]) {
    const { parts, person } = taskModelWorld({ workspace, replies: ['turns away'] });
    await setTaskModel(claude, parts);
    assert.deepEqual(person.saw, [claudeSaid]);
  }
});

// https://github.com/smallcloudai/refact-vscode/issues/91, https://github.com/microsoft/vscode/issues/19161: it was not written, and nothing said so
test('where VS Code cannot write that is said, without its own words, and can be tried again', async () => {
  const { parts, person, written } = taskModelWorld({
    user: { fix: 'gpt' },
    refusals: 1,
    replies: [{ picks: 'Try Again' }, 'turns away'],
  });
  await setTaskModel(claude, parts);
  assert.deepEqual(person.saw, [
    'Nothing was changed: VS Code cannot write your settings now. Perhaps settings.json has unsaved changes or errors.',
    claudeSaid,
  ]);
  assert.deepEqual(written.user, { fix: 'gpt', explain: 'claude' });
});

// https://github.com/microsoft/vscode/issues/16862: the message had no way to the file that is to be mended
test('from there the file can be opened, and nothing was changed', async () => {
  const { parts, pages, written } = taskModelWorld({
    user: { fix: 'gpt' },
    refusals: 9,
    replies: [{ picks: 'Open User Settings (JSON)' }],
  });
  await setTaskModel(claude, parts);
  assert.deepEqual([pages, written.user], [['file'], { fix: 'gpt' }]);
});

test('a setting that is no list of tasks is not written over, and its value is not told', async () => {
  for (const user of [['sk-secret-0815'], 'sk-secret-0815', 7]) {
    const { parts, person, written } = taskModelWorld({ user, replies: ['turns away'] });
    await setTaskModel(claude, parts);
    assert.equal(written.user, user);
    assert.match(person.saw.join(), /^Nothing was changed: your setting steadfast\.routing\.tasks is no list of tasks/);
    assert.doesNotMatch(person.saw.join(), /0815/);
  }
});

// https://github.com/Kilo-Org/kilocode/issues/13254: the list showed the model that was chosen, and another one was asked
test('what was written and does not hold is not said to hold', async () => {
  const { parts, person, saves } = taskModelWorld({
    user: { explain: 'gpt' },
    isElsewhere: true,
    replies: ['turns away'],
  });
  await setTaskModel(claude, parts);
  assert.equal(saves(), 1);
  assert.match(person.saw.join(), /^Your setting steadfast\.routing\.tasks was written, but something else holds/);
});

test('what is set already is not written once more', async () => {
  const { parts, person, saves } = taskModelWorld({ user: { explain: 'claude' }, replies: ['turns away'] });
  await setTaskModel(claude, parts);
  assert.deepEqual([saves(), person.saw, person.lists], [0, ['That is set already.'], [['Open Settings']]]);
});

test('a workspace that names a model which nobody has is told without that name', async () => {
  const { parts, person } = taskModelWorld({
    listed: [],
    workspace: { explain: 'sk-secret-0815' },
    replies: ['turns away'],
  });
  await setTaskModel(claude, parts);
  assert.match(
    person.saw.join(),
    /its own settings go first, though: a model that is not known \(not in your chain now\)\./,
  );
});

test('a long or hostile label makes one short line', async () => {
  const chain = [{ ...targetOf('claude'), label: `$(trash) a\nb${'x'.repeat(9_000)}` }, targetOf('gpt')];
  const { parts, person } = taskModelWorld({ chain, replies: ['turns away'] });
  await setTaskModel(claude, parts);
  assert.ok((person.saw[0] ?? '').length < 200 && !/\n|\$\(/.test(person.saw[0] ?? ''), person.saw[0]);
});
