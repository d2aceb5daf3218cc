import assert from 'node:assert/strict';
import { link, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type FileAddress, FileGuard } from '../../../../src/interaction/guard/fileGuard.ts';
import { pace } from '../../../../src/interaction/platform/pace.ts';
import type { Confirmation } from '../../../../src/interaction/platform/user.ts';
import { realPathOf } from '../../../../src/storage/realPath.ts';
import { onlyWith } from '../../../support/onlyWith.ts';

const onDisk = (file: string): FileAddress => ({
  scheme: 'file',
  authority: '',
  path: file,
  fsPath: file,
  toString: () => pathToFileURL(file).href,
});

suite('the guard of files, of one that has several names', () => {
  let root = '';
  let asked: Confirmation[] = [];
  const at = (name: string): string => path.join(root, name);

  const guardOf = (yes: boolean, isTrusted = true): FileGuard =>
    new FileGuard({
      realPathOf,
      folders: () => [onDisk(root)],
      isTrusted: () => isTrusted,
      isWindows: false,
      isLinked: () => Promise.resolve(false),
      fileOf: address => address,
      nameOf: ({ path: whole }) => path.basename(whole),
      confirm: confirmation => {
        asked.push(confirmation);
        return Promise.resolve(yes);
      },
      pace,
    });
  const outcomeOf = async (guard: FileGuard, name: string): Promise<string> => {
    const file = await guard.check(onDisk(at(name)));
    if (typeof file === 'string') return file === '' ? 'declined' : file;
    return (await guard.redeem(file)) ?? 'written';
  };

  beforeEach(async () => {
    asked = [];
    root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'other-names-')));
    for (const folder of ['.git/hooks', '.vscode', 'src', 'node_modules/.pnpm/tool'])
      await mkdir(at(folder), { recursive: true });
    for (const name of ['.git/hooks/pre-commit', '.vscode/tasks.json', 'src/a.ts', 'node_modules/.pnpm/tool/index.js'])
      await writeFile(at(name), '\n');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  for (const hidden of ['.git/hooks/pre-commit', '.vscode/tasks.json'])
    test(`asks before a name of ${hidden} that looks ordinary is written`, onlyWith('links'), async () => {
      await link(at(hidden), at('src/notes.txt'));
      assert.equal(await outcomeOf(guardOf(false), 'src/notes.txt'), 'declined');
      assert.match(asked[0]?.detail ?? '', /second name on this disk \(a hard link\)/);
    });

  test('asks also when the name is a link to one that has others', onlyWith('links'), async () => {
    await link(at('.git/hooks/pre-commit'), at('src/notes.txt'));
    await symlink('src/notes.txt', at('readme.txt'));
    assert.equal(await outcomeOf(guardOf(false), 'readme.txt'), 'declined');
  });

  test('lets what a package manager has linked be written when the user says yes, trusted or not', async () => {
    await mkdir(at('node_modules/tool'));
    await link(at('node_modules/.pnpm/tool/index.js'), at('node_modules/tool/index.js'));
    assert.equal(await outcomeOf(guardOf(true), 'node_modules/tool/index.js'), 'written');
    assert.equal(await outcomeOf(guardOf(true, false), 'node_modules/tool/index.js'), 'written');
    assert.equal(asked.length, 2);
  });

  test('does not ask about a file of one name', async () => {
    assert.deepEqual([await outcomeOf(guardOf(false), 'src/a.ts'), asked], ['written', []]);
  });

  test('refuses when it got another name between the check and the writing', onlyWith('links'), async () => {
    await writeFile(at('package.json'), '{}');
    for (const name of ['src/a.ts', 'package.json']) {
      const guard = guardOf(true);
      const file = await guard.check(onDisk(at(name)));
      await link(at(name), at('.git/hooks/post-merge'));
      assert.match((typeof file === 'string' ? file : await guard.redeem(file)) ?? 'written', /leads elsewhere/);
      await rm(at('.git/hooks/post-merge'));
    }
  });

  test('never writes a hook by its own name, whatever others it has', onlyWith('links'), async () => {
    await link(at('.git/hooks/pre-commit'), at('src/notes.txt'));
    assert.match(await outcomeOf(guardOf(true), '.git/hooks/pre-commit'), /belongs to Git/);
    assert.deepEqual(asked, []);
  });
});
