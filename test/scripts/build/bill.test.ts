import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Metafile } from 'esbuild';
import { billOf, bundledPackages } from '../../../scripts/build/bill.ts';

let root: string;
before(async () => (root = await mkdtemp(path.join(os.tmpdir(), 'steadfast-bill-'))));
after(() => rm(root, { recursive: true }));

/** A build of one file that took so many bytes of each of these files. */
const metafile = (inputs: Readonly<Record<string, number>>): Metafile => ({
  inputs: {},
  outputs: {
    'dist/extension.cjs': {
      bytes: 1,
      imports: [],
      exports: [],
      inputs: Object.fromEntries(Object.entries(inputs).map(([file, bytesInOutput]) => [file, { bytesInOutput }])),
    },
  },
});

async function install(folder: string, content: object): Promise<void> {
  await mkdir(path.join(root, folder), { recursive: true });
  await writeFile(path.join(root, folder, 'package.json'), JSON.stringify(content));
}

test('a bill names every package that something was taken of, once, with version and licence', async () => {
  await install('node_modules/@scope/one', { name: '@scope/one', version: '1.2.3', license: 'MIT' });
  await install('node_modules/two', { name: 'two', version: '2.0.0', license: 'ISC' });
  await install('node_modules/two/node_modules/three', { name: 'three', version: '3.0.0' });
  await install('node_modules/unused', { name: 'unused', version: '9.0.0', license: 'MIT' });
  const packages = await bundledPackages(
    metafile({
      'src/extension.ts': 5,
      'node_modules/@scope/one/a.js': 10,
      'node_modules/@scope/one/lib/b.js': 10,
      'node_modules/two/index.js': 3,
      'node_modules/two/node_modules/three/index.js': 3,
      'node_modules/unused/index.js': 0,
    }),
    root,
  );
  assert.deepEqual(
    packages.map(({ name, version, license }) => `${name} ${version} ${license}`),
    ['@scope/one 1.2.3 MIT', 'three 3.0.0 unknown', 'two 2.0.0 ISC'],
  );
  assert.match(JSON.stringify(billOf('0.1.0', packages)), /"purl":"pkg:npm\/%40scope\/one@1\.2\.3"/);
});
