import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { build } from '../../../scripts/build/build.ts';

const folders: string[] = [];
after(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

/** A project of these files in a folder of its own. */
async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'steadfast-build-'));
  folders.push(root);
  const all = {
    'package.json': '{"type":"module"}',
    'src/core/failure.ts': 'export class Failure extends Error {}',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(path.join(root, path.dirname(name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  return root;
}

const lazy = `export const load = async () => (await import('./libraries/scan.ts')).scan;`;

/** Loads the built extension; tells which of its files have been loaded so far. */
function load(root: string) {
  const require = createRequire(path.join(root, 'dist/'));
  const exported = require('./extension.cjs') as { load: () => Promise<unknown>; Failure: new () => Error };
  const loaded = () => Object.keys(require.cache).filter(file => file.startsWith(path.join(root, 'dist'))).length;
  return { exported, loaded };
}

test('what is imported dynamically is a file of its own that is loaded when it is reached', async () => {
  const root = await project({
    'src/extension.ts': lazy,
    'src/libraries/scan.ts': `export const scan = 'scanned';`,
  });
  await build({ production: true, root });
  const { exported, loaded } = load(root);
  const before = loaded();
  assert.equal(await exported.load(), 'scanned');
  assert.deepEqual([before, loaded()], [1, 2]);
});

test('what several parts share exists once, so instanceof holds everywhere', async () => {
  const root = await project({
    'src/extension.ts': `${lazy}\nexport { Failure } from './core/failure.ts';`,
    'src/libraries/scan.ts': `import { Failure } from '../core/failure.ts';\nexport const scan = new Failure();`,
  });
  await build({ production: true, root });
  const { exported } = load(root);
  assert.equal((await exported.load()) instanceof exported.Failure, true);
});

test('a webview gets one script for its page, without a source map in production', async () => {
  const root = await project({
    'src/extension.ts': 'export {};',
    'media/panel.ts': `import { words } from './panel/words.ts';\ndocument.title = words;`,
    'media/panel/words.ts': `export const words = 'answer';`,
  });
  await build({ production: true, root });
  assert.match(await readFile(path.join(root, 'dist/media/panel.js'), 'utf8'), /answer/);
  assert.equal(existsSync(path.join(root, 'dist/media/panel.js.map')), false);
});
