import assert from 'node:assert/strict';
import { link, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { realPathOf } from '../../src/storage/realPath.ts';
import { onlyWith } from '../support/onlyWith.ts';

suite('where a path leads', () => {
  let root = '';
  const at = (name: string): string => path.join(root, name);
  before(async () => {
    root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'real-path-')));
    for (const folder of ['repo/.git/hooks', 'repo/src', 'outside', 'bare/objects', 'bare/refs', 'bare/hooks'])
      await mkdir(at(folder), { recursive: true });
    for (const file of ['repo/src/a.ts', 'repo/.git/hooks/post-checkout', 'outside/b.ts', 'bare/HEAD'])
      await writeFile(at(file), '\n');
  });
  after(() => rm(root, { recursive: true, force: true }));

  test('is the file itself when nothing is a link', async () => {
    assert.deepEqual(await realPathOf(at('repo/src/a.ts')), {
      path: at('repo/src/a.ts'),
      exists: true,
      isInGit: false,
      hasOtherNames: false,
    });
  });

  test(
    'is the same file under each of its names, and it is said that there are others',
    onlyWith('links'),
    async () => {
      await link(at('repo/.git/hooks/post-checkout'), at('repo/src/format.sh'));
      const { hasOtherNames, isInGit } = (await realPathOf(at('repo/src/format.sh'))) ?? {};
      assert.deepEqual({ hasOtherNames, isInGit }, { hasOtherNames: true, isInGit: false });
      assert.equal((await realPathOf(at('repo/src')))?.hasOtherNames, false, 'a folder has one for each in it');
      await rm(at('repo/src/format.sh'));
      assert.equal((await realPathOf(at('repo/.git/hooks/post-checkout')))?.hasOtherNames, false);
    },
  );

  test('is in the nearest folder that exists, for a file and folders that do not', async () => {
    assert.deepEqual(await realPathOf(at('repo/src/new/deep/c.ts')), {
      path: at('repo/src/new/deep/c.ts'),
      exists: false,
      isInGit: false,
      hasOtherNames: false,
    });
  });

  test('is in Git where its HEAD leads nowhere yet, or its objects lie elsewhere', onlyWith('links'), async () => {
    for (const folder of ['young/objects', 'young/refs', 'tree', 'data/objects', 'data/refs'])
      await mkdir(at(folder), { recursive: true });
    await symlink('refs/heads/main', at('young/HEAD'));
    for (const file of ['tree/HEAD', 'tree/commondir', 'data/config']) await writeFile(at(file), '../data\n');
    for (const file of ['young/config', 'tree/config', 'data/config', 'data/hooks/pre-commit'])
      assert.equal((await realPathOf(at(file)))?.isInGit, true, file);
  });

  test('is what a link leads to', onlyWith('links'), async () => {
    await symlink('.git/hooks/post-checkout', at('repo/hook-copy.sh'));
    assert.equal((await realPathOf(at('repo/hook-copy.sh')))?.path, at('repo/.git/hooks/post-checkout'));
  });

  test(
    'is behind a linked folder, also for what does not exist there (electric-sql/electric #4360)',
    onlyWith('links'),
    async () => {
      await symlink('../outside', at('repo/linked'));
      assert.equal((await realPathOf(at('repo/linked/new/d.ts')))?.path, at('outside/new/d.ts'));
    },
  );

  test(
    'is unknown for a link to nothing, which a writer would create (Automattic/agents-api #474)',
    onlyWith('links'),
    async () => {
      await symlink('.git/hooks/pre-push', at('repo/dangling.sh'));
      await symlink('nowhere', at('repo/lost'));
      assert.deepEqual(
        [await realPathOf(at('repo/dangling.sh')), await realPathOf(at('repo/lost/e.ts'))],
        [undefined, undefined],
      );
    },
  );

  test('is unknown for links in a circle', onlyWith('links'), async () => {
    await symlink('two', at('one'));
    await symlink('one', at('two'));
    assert.equal(await realPathOf(at('one')), undefined);
  });

  test('is in a repository of Git wherever HEAD, objects and refs stand above, whatever the folder is called', async () => {
    assert.equal((await realPathOf(at('bare/hooks/run')))?.isInGit, true);
    assert.equal((await realPathOf(at('bare/config')))?.isInGit, true);
    assert.equal((await realPathOf(at('outside/b.ts')))?.isInGit, false);
  });
});
