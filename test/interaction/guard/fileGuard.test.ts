import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type FileAddress, FileGuard, type GuardParts } from '../../../src/interaction/guard/fileGuard.ts';
import { pace } from '../../../src/interaction/platform/pace.ts';
import type { Confirmation } from '../../../src/interaction/platform/user.ts';
import { realPathOf } from '../../../src/storage/realPath.ts';
import { onlyWith } from '../../support/onlyWith.ts';

/** The address of a file on the disk. */
const onDisk = (file: string, scheme = 'file'): FileAddress => ({
  scheme,
  authority: '',
  path: file,
  fsPath: file,
  toString: () => `${scheme}${pathToFileURL(file).href.slice('file'.length)}`,
});

const elsewhere = (scheme: string, file: string, authority = ''): FileAddress => ({
  ...onDisk(file, scheme),
  authority,
  toString: () => `${scheme}://${authority}${file}`,
});

suite('the guard of files', () => {
  let root = '';
  const at = (name: string): string => path.join(root, name);
  const asked: Confirmation[] = [];

  /** A guard of the folder `shop`, whose user says yes or no. */
  const guardOf = (yes: boolean, more: Partial<GuardParts> = {}): FileGuard => {
    asked.length = 0;
    return new FileGuard({
      realPathOf,
      folders: () => [onDisk(at('shop'))],
      isTrusted: () => true,
      isWindows: false,
      isLinked: () => Promise.resolve(false),
      fileOf: address => address,
      nameOf: ({ path: whole }) => path.basename(whole),
      confirm: confirmation => {
        asked.push(confirmation);
        return Promise.resolve(yes);
      },
      pace,
      ...more,
    });
  };

  /** What a change comes to, from the first look to the writing. */
  const outcomeOf = async (guard: FileGuard, address: FileAddress): Promise<string> => {
    const file = await guard.check(address);
    if (typeof file === 'string') return file === '' ? 'declined' : file;
    return (await guard.redeem(file)) ?? 'written';
  };
  const inShop = (name: string) => onDisk(at(`shop/${name}`));

  before(async () => {
    root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'file-guard-')));
    for (const folder of ['shop/.git/hooks', 'shop/.vscode', 'shop/src', 'shop-2', 'other/src'])
      await mkdir(at(folder), { recursive: true });
    for (const file of [
      'shop/src/a.ts',
      'shop/package.json',
      'shop/.vscode/tasks.json',
      'shop/.git/hooks/post-checkout',
      'shop-2/a.ts',
      'other/src/b.ts',
    ])
      await writeFile(at(file), '\n');
  });
  after(() => rm(root, { recursive: true, force: true }));

  test('lets an ordinary file be written without a question', async () => {
    assert.deepEqual([await outcomeOf(guardOf(false), inShop('src/a.ts')), asked], ['written', []]);
  });

  test('lets a file that is to be created be written in folders that are not there yet', async () => {
    assert.equal(await outcomeOf(guardOf(false), inShop('new/deep/b.ts')), 'written');
    assert.match(await outcomeOf(guardOf(true), inShop('new/.git/hooks/pre-commit')), /belongs to Git/);
  });

  test('asks before a manifest is written, naming who runs it', async () => {
    assert.equal(await outcomeOf(guardOf(true), inShop('package.json')), 'written');
    assert.equal(asked[0]?.question, 'Change package.json?');
    assert.match(asked[0]?.detail ?? '', /run scripts of package\.json/);
  });

  test('leaves it alone when the user says no', async () => {
    assert.equal(await outcomeOf(guardOf(false), inShop('package.json')), 'declined');
  });

  test('names in the question what the change adds that acts by itself', async () => {
    const change = { before: '{}', after: '{\n"scripts": { "postinstall": "node evil.js" }\n}' };
    await guardOf(false).check(inShop('package.json'), { change });
    assert.match(asked[0]?.detail ?? '', /postinstall node evil\.js/);
  });

  test('asks about what is inserted unseen into any file, when it adds what acts by itself', async () => {
    const change = { before: '', after: '"$schema": "https://evil.example/s.json"\n' };
    assert.equal(await guardOf(false).check(inShop('src/a.json'), { change, isUnseen: true }), '');
    assert.match(asked[0]?.detail ?? '', /evil\.example/);
    assert.notEqual(await guardOf(false).check(inShop('src/a.json'), { change }), '');
  });

  test('lets nothing be written when the look at what is added is broken off', async () => {
    const after = '{\n"scripts": { "postinstall": "node evil.js" }\n}'.repeat(1_000);
    const turn = () => Promise.reject(new Error('broken off'));
    const guard = guardOf(true, { pace: { now: () => Infinity, turn } });
    await assert.rejects(guard.check(inShop('src/a.ts'), { change: { before: '', after }, isUnseen: true }));
    assert.deepEqual(asked, []);
  });

  test('asks about a secret that is brought into any file, without naming it', async () => {
    assert.equal(await guardOf(false).check(inShop('src/a.ts'), { carriedSecrets: 1 }), '');
    assert.match(asked[0]?.detail ?? '', /^It brings a secret into this file/);
  });

  for (const name of [
    '.git/hooks/pre-commit',
    '.vscode/tasks.json',
    '.VSCode/Tasks.json',
    'x.code-workspace',
    '.cursor/mcp.json',
  ])
    test(`never lets ${name} be written, asked or not`, async () => {
      assert.match(await outcomeOf(guardOf(true), inShop(name)), /never written by Steadfast/);
      assert.deepEqual(asked, []);
    });

  test('judges links by what they lead to', onlyWith('links'), async () => {
    await symlink('.git/hooks/post-checkout', at('shop/hook-copy.sh'));
    await symlink('.vscode/tasks.json', at('shop/steps.json'));
    await symlink('package.json', at('shop/notes.json'));
    await symlink('.git', at('shop/things'));
    const guard = guardOf(true);
    assert.match(await outcomeOf(guard, inShop('hook-copy.sh')), /hook-copy\.sh belongs to Git/);
    assert.match(await outcomeOf(guard, inShop('steps.json')), /settings, tasks or programs of an editor/);
    assert.match(await outcomeOf(guard, inShop('things/hooks/pre-push')), /belongs to Git/);
    assert.deepEqual([await outcomeOf(guard, inShop('notes.json')), asked.length], ['written', 1]);
  });

  test('judges a link by its own name too', onlyWith('links'), async () => {
    await symlink('../src/a.ts', at('shop/.vscode/launch.json'));
    assert.match(await outcomeOf(guardOf(true), inShop('.vscode/launch.json')), /of an editor/);
  });

  test('refuses a link that leads out of the open folders, also a linked folder', onlyWith('links'), async () => {
    await symlink('../other/src/b.ts', at('shop/shared.ts'));
    await symlink('../other', at('shop/library'));
    const guard = guardOf(true);
    assert.match(await outcomeOf(guard, inShop('shared.ts')), /is a link to .*other.*outside/);
    assert.match(await outcomeOf(guard, inShop('library/src/new.ts')), /is a link to .*outside/);
    assert.deepEqual(asked, []);
  });

  test('lets a link be written that leads into another open folder', onlyWith('links'), async () => {
    await symlink('../../other/src/b.ts', at('shop/src/b.ts'));
    const guard = guardOf(false, { folders: () => [onDisk(at('shop')), onDisk(at('other'))] });
    assert.equal(await outcomeOf(guard, inShop('src/b.ts')), 'written');
  });

  test('refuses a link to what is not there, which writing would create', onlyWith('links'), async () => {
    await symlink('.git/hooks/pre-rebase', at('shop/dangling.sh'));
    assert.match(
      await outcomeOf(guardOf(true), inShop('dangling.sh')),
      /it is unclear which file dangling\.sh points to/,
    );
  });

  test(
    'refuses when a link was swapped between the check and the writing (CVE-2026-21523, ducks/claux #32)',
    onlyWith('links'),
    async () => {
      await symlink('src/a.ts', at('shop/swapped.ts'));
      const guard = guardOf(true);
      const file = await guard.check(inShop('swapped.ts'));
      await unlink(at('shop/swapped.ts'));
      await symlink('.git/hooks/post-checkout', at('shop/swapped.ts'));
      assert.match((typeof file === 'string' ? file : await guard.redeem(file)) ?? 'written', /belongs to Git/);
    },
  );

  test(
    'refuses when it leads to another ordinary file by then, or when a file must be asked about by then',
    onlyWith('links'),
    async () => {
      await symlink('src/a.ts', at('shop/moved.ts'));
      const guard = guardOf(true);
      const checked = [await guard.check(inShop('moved.ts')), await guard.check(inShop('moved.ts'))] as const;
      const swapTo = async (target: string) => {
        await unlink(at('shop/moved.ts'));
        await symlink(target, at('shop/moved.ts'));
      };
      for (const [index, target] of ['src/c.ts', 'package.json'].entries()) {
        await writeFile(at('shop/src/c.ts'), '\n');
        await swapTo(target);
        const file = checked[index] ?? '';
        assert.match((typeof file === 'string' ? file : await guard.redeem(file)) ?? 'written', /leads elsewhere/);
      }
    },
  );

  test('lets what it has checked be written once', async () => {
    const guard = guardOf(true);
    const file = await guard.check(inShop('src/a.ts'));
    assert.ok(typeof file !== 'string');
    assert.equal(await guard.redeem(file), undefined);
    assert.match((await guard.redeem(file)) ?? 'written', /leads elsewhere/);
  });

  test('knows a folder that is itself inside a repository’s .git (an open folder of a .code-workspace)', async () => {
    const guard = guardOf(true, { folders: () => [onDisk(at('shop/.git/hooks'))] });
    assert.match(await outcomeOf(guard, inShop('.git/hooks/pre-commit')), /belongs to Git/);
  });

  test('knows a repository by what lies in it, whatever its folder is called', async () => {
    for (const folder of ['objects', 'refs']) await mkdir(at(`shop/store/${folder}`), { recursive: true });
    await writeFile(at('shop/store/HEAD'), 'ref: refs/heads/main\n');
    assert.match(await outcomeOf(guardOf(true), inShop('store/config')), /belongs to Git/);
  });

  test('knows files in every open folder, and none that only begins with the same letters (CVE-2025-54794)', async () => {
    const guard = guardOf(false, { folders: () => [onDisk(at('shop')), onDisk(at('other'))] });
    assert.equal(await outcomeOf(guard, onDisk(at('other/src/b.ts'))), 'written');
    assert.equal(await outcomeOf(guard, onDisk(at('shop-2/a.ts'))), 'declined');
    assert.match(asked[0]?.detail ?? '', /outside of the open folders: .*shop-2/);
  });

  test('asks about files outside of the open folders', async () => {
    assert.equal(await outcomeOf(guardOf(true), onDisk(at('other/src/b.ts'))), 'written');
    assert.equal(asked.length, 1);
  });

  test(
    'does not ask about a single file that is open in a window without a folder, but about where its link leads',
    onlyWith('links'),
    async () => {
      const guard = guardOf(false, { folders: () => [] });
      assert.equal(await outcomeOf(guard, onDisk(at('other/src/b.ts'))), 'written');
      await symlink('b.ts', at('other/src/link.ts'));
      assert.equal(await outcomeOf(guard, onDisk(at('other/src/link.ts'))), 'declined');
    },
  );

  test('stops looking at a long change, and asks nothing, when its diff is closed meanwhile', async () => {
    const stop = new AbortController();
    let turns = 0;
    const turn = () => {
      turns += 1;
      if (turns === 2) stop.abort();
      return pace.turn();
    };
    let time = 0;
    const guard = guardOf(true, { pace: { now: () => (time += 1), turn } });
    const after = Array.from({ length: 5_000 }, (_, line) => `"post${line}": "node x.js",`).join('\n');
    const wanted = { change: { before: '', after }, signal: stop.signal };
    assert.equal(await guard.check(inShop('package.json'), wanted), '');
    assert.deepEqual([turns, asked], [2, []]);
  });

  test('takes no yes for an edit whose diff was closed while it was asked', async () => {
    const stop = new AbortController();
    const confirm = () => {
      stop.abort();
      return Promise.resolve(true);
    };
    assert.equal(await guardOf(true, { confirm }).check(inShop('package.json'), { signal: stop.signal }), '');
  });

  test('refuses what runs code in a folder that is not trusted, and lets ordinary files be written there', async () => {
    const guard = guardOf(true, { isTrusted: () => false });
    assert.match(await outcomeOf(guard, inShop('package.json')), /not trusted/);
    assert.equal(await outcomeOf(guard, inShop('src/a.ts')), 'written');
  });

  test('lets a document without a name be written, and judges one that has a name to be saved by', async () => {
    const guard = guardOf(true);
    assert.equal(await outcomeOf(guard, elsewhere('untitled', 'Untitled-1')), 'written');
    assert.match(await outcomeOf(guard, onDisk(at('shop/.git/hooks/pre-commit'), 'untitled')), /belongs to Git/);
  });

  test('judges a cell by its notebook', async () => {
    const cell = {
      ...onDisk(at('shop/src/n.ipynb'), 'vscode-notebook-cell'),
      toString: () => 'vscode-notebook-cell:n',
    };
    const ofNotebook = (file: string | undefined) =>
      guardOf(false, { fileOf: () => (file === undefined ? undefined : inShop(file)) });
    assert.equal(await outcomeOf(ofNotebook('src/n.ipynb'), cell), 'written');
    assert.match(await outcomeOf(ofNotebook('.vscode/n.json'), cell), /of an editor/);
    assert.match(await outcomeOf(ofNotebook(undefined), cell), /it is unclear which file/);
  });

  test('judges files of other file systems by their names, and none that is a link there', async () => {
    const folders = () => [elsewhere('vscode-vfs', '/acme/shop', 'github')];
    const file = (name: string, authority = 'github') => elsewhere('vscode-vfs', `/acme/shop/${name}`, authority);
    const guard = guardOf(false, { folders });
    assert.equal(await outcomeOf(guard, file('src/a.ts')), 'written');
    assert.equal(await outcomeOf(guard, file('package.json')), 'declined');
    assert.match(await outcomeOf(guard, file('.vscode/tasks.json')), /of an editor/);
    assert.match(await outcomeOf(guard, file('src/a.ts', 'elsewhere')), /of an editor/);
    assert.match(
      await outcomeOf(guardOf(true, { folders, isLinked: () => Promise.resolve(true) }), file('src/a.ts')),
      /it is unclear which file/,
    );
  });

  test('never writes the settings that VS Code keeps behind addresses of its own (Kilo-Org/kilocode #2244)', async () => {
    assert.match(await outcomeOf(guardOf(true), elsewhere('vscode-userdata', '/User/prefs.txt')), /of an editor/);
  });

  test('says in one line what a hostile name is, without a link', async () => {
    const said = await outcomeOf(guardOf(true), inShop('a[press](command:x)\u202e.code-workspace'));
    assert.match(said, /^a\(press\)\(command:x\)/);
  });
});
