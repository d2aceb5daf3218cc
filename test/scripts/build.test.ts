import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { build } from '../../scripts/build.ts';

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

test('what is imported dynamically is a file of its own that is loaded when it is reached', async () => {
  const root = await project({
    'src/extension.ts': lazy,
    'src/libraries/scan.ts': `export const scan = 'scanned';`,
  });
  await build({ production: true, root });
  const require = createRequire(path.join(root, 'dist/'));
  const { load } = require('./extension.cjs') as { load: () => Promise<string> };
  const chunk = path.join(root, 'dist/scan.cjs');
  assert.equal(require.cache[chunk], undefined);
  assert.equal(await load(), 'scanned');
  assert.notEqual(require.cache[chunk], undefined);
});

test('a chunk that would bring a second Failure class fails the build', async () => {
  const failure = `import { Failure } from './core/failure.ts';\nexport const fail = () => new Failure();\n`;
  const root = await project({
    'src/extension.ts': failure + lazy,
    'src/libraries/scan.ts': `import { Failure } from '../core/failure.ts';\nexport const scan = new Failure();`,
  });
  await assert.rejects(build({ production: true, root }), /failure\.ts is in .*extension\.cjs and in .*scan\.cjs/);
});

test('two different files may not become chunks of one name', async () => {
  const root = await project({
    'src/extension.ts': `export const load = () => Promise.all([import('./a/x.ts'), import('./b/x.ts')]);`,
    'src/a/x.ts': 'export const a = 1;',
    'src/b/x.ts': 'export const b = 1;',
  });
  await assert.rejects(build({ production: true, root }), /two lazy chunks would be called x\.cjs/);
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
