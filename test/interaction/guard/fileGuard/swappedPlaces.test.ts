import assert from 'node:assert/strict';
import { mkdir, mkdtemp, open, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type FileAddress, FileGuard } from '../../../../src/interaction/guard/fileGuard.ts';
import { pace } from '../../../../src/interaction/platform/pace.ts';
import { realPathOf } from '../../../../src/storage/realPath.ts';
import { onlyWith } from '../../../support/onlyWith.ts';

const onDisk = (file: string): FileAddress => ({
  scheme: 'file',
  authority: '',
  path: file,
  fsPath: file,
  toString: () => pathToFileURL(file).href,
});

suite('a place that is another one by the time it is written', () => {
  let root = '';
  let questions = 0;
  const at = (name: string): string => path.join(root, name);

  const guard = new FileGuard({
    realPathOf,
    folders: () => [onDisk(at('shop'))],
    isTrusted: () => true,
    isWindows: false,
    isLinked: () => Promise.resolve(false),
    fileOf: address => address,
    nameOf: address => path.basename(address.path),
    confirm: () => {
      questions += 1;
      return Promise.resolve(true);
    },
    pace,
  });

  /** What a change comes to when the world changes between the check and the writing. */
  const outcomeOf = async (file: string, meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<string> => {
    const checked = await guard.check(onDisk(file));
    await meanwhile();
    return typeof checked === 'string' ? checked : ((await guard.redeem(checked)) ?? 'written');
  };

  beforeEach(async () => {
    questions = 0;
    root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'swapped-')));
    for (const folder of ['shop/.git/hooks', 'shop/lib', 'shop/other', 'outside'])
      await mkdir(at(folder), { recursive: true });
    for (const file of ['shop/lib/a.ts', 'shop/other/a.ts', 'outside/a.ts', 'shop/.git/hooks/a.ts'])
      await writeFile(at(file), '\n');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const swapFolder = (target: string) => async () => {
    await rename(at('shop/lib'), at('shop/old'));
    await symlink(target, at('shop/lib'));
  };
  const swapped: Readonly<Record<string, readonly [target: string, said: RegExp]>> = {
    'the hooks of Git': ['.git/hooks', /belongs to Git/],
    'a folder outside': ['../outside', /is a link to .*outside/],
    'another folder of the same': ['other', /leads elsewhere/],
    nothing: ['not-there', /it is unclear which file/],
    itself: ['lib', /it is unclear which file/],
  };
  for (const [name, [target, said]] of Object.entries(swapped))
    test(`is refused: its folder is a link to ${name}`, onlyWith('links'), async () => {
      assert.match(await outcomeOf(at('shop/lib/a.ts'), swapFolder(target)), said);
    });

  test('is refused: its folder has become a repository', async () => {
    const isMade = async (): Promise<void> => {
      for (const folder of ['objects', 'refs']) await mkdir(at(`shop/lib/${folder}`));
      await writeFile(at('shop/lib/HEAD'), 'ref: refs/heads/main\n');
    };
    assert.match(await outcomeOf(at('shop/lib/a.ts'), isMade), /belongs to Git/);
  });

  test('is refused: its folder has become that of a worktree, which says where the rest is', async () => {
    const isMade = async (): Promise<void> => {
      await writeFile(at('shop/lib/HEAD'), 'ref: refs/heads/main\n');
      await writeFile(at('shop/lib/commondir'), '../..\n');
    };
    assert.match(await outcomeOf(at('shop/lib/config'), isMade), /belongs to Git/);
  });

  test('the file .git of a worktree is never written', async () => {
    await rm(at('shop/.git'), { recursive: true });
    await writeFile(at('shop/.git'), 'gitdir: ../outside\n');
    for (const name of ['.git', '.GIT', '.git.', '.g\u200bit'])
      assert.match(await outcomeOf(at(`shop/${name}`)), /belongs to Git|may be the name of another file/, name);
  });

  test('a path through another root of the system is judged by where it leads', onlyWith('proc'), async () => {
    const hook = at('shop/.git/hooks/a.ts');
    const handle = await open(hook);
    try {
      for (const file of [`/proc/self/root${hook}`, `/proc/${process.pid}/root${hook}`, `/proc/self/fd/${handle.fd}`])
        assert.match(await outcomeOf(file), /belongs to Git/, file);
      assert.deepEqual([await outcomeOf(`/proc/self/root${at('shop/lib/a.ts')}`), questions], ['written', 0]);
    } finally {
      await handle.close();
    }
  });

  for (const name of [
    '.git\\hooks\\pre-commit',
    '.GIT/Hooks/pre-commit',
    'lib\\..\\.git\\hooks\\pre-commit',
    '.git::$INDEX_ALLOCATION/hooks/pre-commit',
    'GIT~1/hooks/pre-commit',
    '.vscode\\tasks.json',
    '.vscode/tasks.json::$DATA',
    '.vscode./tasks.json ',
    'lib/%2e%2e/.git/config',
  ])
    test(`is never written, as another system would read it: ${name}`, async () => {
      assert.match(await outcomeOf(at('shop') + path.sep + name), /never written|may be the name of another file/);
      assert.equal(questions, 0);
    });
});
