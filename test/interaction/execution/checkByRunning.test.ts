import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Checkpoint } from '../../../src/interaction/checkpoints/checkpoint.ts';
import { checkByRunning, type CheckParts, type Runnable } from '../../../src/interaction/execution/checkByRunning.ts';
import { ScriptedUser, type Reply } from '../../support/scriptedUser.ts';

const applied: Checkpoint = {
  ...{ id: 'c1', at: 1, title: 'Edit', summary: '', size: 1 },
  ...{ question: 'q1', files: ['file:///w/a.ts'] },
};
const runnable = (name: string, more: Partial<Runnable> = {}): Runnable => ({
  ...{ name, group: undefined, run: () => Promise.resolve(0) },
  ...more,
});

/** A workspace in which the edit of `q1` stands, and a user who replies like this. */
function world(replies: readonly Reply[], more: Partial<CheckParts> = {}) {
  const user = new ScriptedUser(...replies);
  const saved: string[] = [];
  const taken = { back: 0 };
  const parts: CheckParts = {
    user,
    mention: words => void user.saw.push(words),
    checkpoints: { all: () => Promise.resolve([applied]) },
    isTrusted: () => true,
    runnables: () => Promise.resolve([runnable('build', { group: 'build' }), runnable('npm: test', { group: 'test' })]),
    files: {
      unsaved: () => [],
      save: addresses => Promise.resolve(saved.push(...addresses) > 0),
      stamp: () => Promise.resolve('1'),
    },
    takeBack: () => Promise.resolve(void (taken.back += 1)),
    ...more,
  };
  return { user, saved, taken, check: (question = 'q1') => checkByRunning(question, parts) };
}
const ending = (exitCode: number | undefined): Partial<CheckParts> => ({
  runnables: () => Promise.resolve([runnable('npm: test', { run: () => Promise.resolve(exitCode) })]),
});

test('what ran without an error is a sign with its name, and tests are offered first', async () => {
  const { check, user } = world([{ picks: 'npm: test' }]);
  assert.deepEqual(await check(), { code: 'ran-well', weight: 'good', facts: { name: 'npm: test' } });
  assert.deepEqual(user.lists, [['npm: test', 'build']]);
});

test('what ended with an error is a doubt with its exit code, and the edit can be taken back', async () => {
  const { check, taken } = world([{ picks: 'npm: test' }, { picks: 'Take Edit Back…' }], ending(2));
  assert.deepEqual(await check(), { code: 'ran-badly', weight: 'soft', facts: { name: 'npm: test', exit: 2 } });
  assert.equal(taken.back, 1);
});

test('what was stopped, or whose terminal was closed, says nothing (microsoft/vscode#110185)', async () => {
  const { check, user } = world([{ picks: 'npm: test' }], ending(undefined));
  assert.equal(await check(), undefined);
  assert.match(user.saw.at(-1) ?? '', /was stopped, so nothing is known/);
});

test('an edit that is not saved is not what would run, so it is saved first (dotnet/vscode-csharp#1473)', async () => {
  const files = { unsaved: () => ['a.ts'], stamp: () => Promise.resolve('1') };
  const saving = (isSaved: boolean) => ({ files: { ...files, save: () => Promise.resolve(isSaved) } });
  const replies = [{ picks: 'npm: test' }, { picks: 'Save and Run' }] as const;
  assert.equal((await world(replies, saving(true)).check())?.code, 'ran-well');
  const unsaved = world(replies, saving(false));
  assert.equal(await unsaved.check(), undefined);
  assert.equal(unsaved.user.saw.at(-1), 'The edited files could not be saved, so nothing was run.');
  assert.equal(await world([{ picks: 'npm: test' }, 'turns away'], saving(true)).check(), undefined);
});

test('a file that changes while it runs is not what was checked', async () => {
  const stamps = ['1', '2'];
  const files = { unsaved: () => [], save: () => assert.fail(), stamp: () => Promise.resolve(stamps.shift() ?? '') };
  const { check, user } = world([{ picks: 'npm: test' }], { files });
  assert.equal(await check(), undefined);
  assert.match(user.saw.at(-1) ?? '', /have changed while npm: test ran/);
});

test('an edit that was not accepted, or was taken back, cannot be checked', async () => {
  const takenBack: Checkpoint = { ...applied, id: 'c2', at: 2, takesBack: 'c1' };
  const refused = [
    await world([]).check('another'),
    await world([], { checkpoints: { all: () => Promise.resolve([takenBack, applied]) } }).check(),
  ];
  assert.deepEqual(refused, [undefined, undefined]);
});

test('nothing is run in a workspace that is not trusted', async () => {
  const { check, user } = world([], { isTrusted: () => false, runnables: () => assert.fail() });
  assert.deepEqual([await check(), user.saw], [undefined, ['Tasks are only run in trusted workspaces.']]);
});

test('where nothing can be run, it is said how that is made', async () => {
  const { check, user } = world([], { runnables: () => Promise.resolve([]) });
  await check();
  assert.match(user.saw[0] ?? '', /Tasks: Configure Task/);
});

test('whoever turns away from the list runs nothing', async () => {
  const run = () => assert.fail();
  const { check } = world(['turns away'], { runnables: () => Promise.resolve([runnable('npm: test', { run })]) });
  assert.equal(await check(), undefined);
});
