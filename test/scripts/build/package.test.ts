import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cp, link, mkdir, mkdtemp, readFile, readdir, rm, symlink, utimes } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Metafile } from 'esbuild';
import { bundledPackages as packagesOf } from '../../../scripts/build/bill.ts';
import { packExtension } from '../../../scripts/build/package.ts';
import { projectRoot } from '../../../scripts/support/projectRoot.ts';
import { zipFiles } from './zipFiles.ts';

const folders: string[] = [];
const roots: string[] = [];
const packed: Buffer[] = [];

/** Two copies of the project, of different ages and modes, each packed in a folder and a time zone of its own; packages are linked in one. */
before(
  async () => {
    const zone = process.env['TZ'];
    for (const [name, timeZone] of [
      ['one', 'America/New_York'],
      ['another/deeper down', 'Asia/Tokyo'],
    ] as const) {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'steadfast-package-'));
      folders.push(folder);
      process.env['TZ'] = timeZone;
      const root = await copyProject(path.join(folder, name), folders.length);
      roots.push(root);
      packed.push(await readFile(await packExtension(root)));
    }
    if (zone === undefined) Reflect.deleteProperty(process.env, 'TZ');
    else process.env['TZ'] = zone;
  },
  { timeout: 300_000 },
); // it is packed twice
after(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

/** What is in the repository, and of the packages those that are bundled. */
async function copyProject(folder: string, age: number): Promise<string> {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: projectRoot, encoding: 'utf8' });
  for (const file of listed.split('\n').filter(name => /^(?:src|media|l10n)\/|^[^/]+$/.test(name))) {
    const copy = path.join(folder, file);
    await mkdir(path.dirname(copy), { recursive: true });
    await cp(path.join(projectRoot, file), copy).catch(() => undefined); // deleted and not yet committed
    await utimes(copy, age * 1e9, age * 1e9).catch(() => undefined);
  }
  if (age === 1) await symlink(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  else
    for (const name of await bundledPackages()) await linkFolder(path.join(projectRoot, name), path.join(folder, name));
  return folder;
}

/** The same files in another folder: to copy thousands of them, and to remove them again, takes ten seconds on some disks. */
async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [file, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await linkFolder(file, copy);
    else await link(file, copy).catch(() => cp(file, copy)); // on another disk
  }
}

/** Folders of packages that users get, or that the webview is built of. */
async function bundledPackages(): Promise<readonly string[]> {
  const { packages } = JSON.parse(await readFile(path.join(projectRoot, 'package-lock.json'), 'utf8')) as Lock;
  const names = Object.keys(packages).filter(name => /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(name));
  return names.filter(
    name =>
      /\/(?:@babel\/parser|@codemirror\/[\w-]+|markdown-it|uplot|entities|linkify-it|mdurl|punycode\.js|uc\.micro)$/.test(
        name,
      ) || isForUsers(packages[name]),
  );
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean } | undefined>>;
}

const isForUsers = (one: Lock['packages'][string]): boolean => one?.dev !== true && one?.optional !== true;

const allowed: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(?:package(?:\.nls(?:\.\w+)?)?\.json|(?:readme|changelog|security)\.md|LICENSE\.txt)$/i,
  /^extension\/l10n\/bundle\.l10n(?:\.\w+)?\.json$/,
  /^extension\/dist\/[\w-]+(?:\.browser-\w+)?\.cjs$/,
  /^extension\/dist\/media\/\w+\.(?:js|css)$/,
  /^extension\/media\/(?:[\w-]+\.(?:svg|png)|icons\.woff|models\.json)$/,
  /^extension\/media\/walkthrough\/[\w.-]+\.(?:md|svg|png)$/,
];

// microsoft/vscode-vsce #906 and #1100, apache/daffodil-vscode #1139: times of files, and their order, differed
test('packed twice, in other folders, at other times and in other time zones, it is the same to the byte', () => {
  const [one, another] = packed.map(zipFiles);
  assert.deepEqual([...(one?.keys() ?? [])], [...(another?.keys() ?? [])]);
  for (const [name, content] of one ?? []) assert.ok(another?.get(name)?.equals(content), name);
  assert.ok(packed[0]?.equals(packed[1] ?? Buffer.alloc(0)));
});

test('everything that is bundled is permissively licensed', async () => {
  const [root = assert.fail()] = roots;
  const metafile = JSON.parse(await readFile(path.join(root, 'dist/meta.json'), 'utf8')) as Metafile;
  const packages = await packagesOf(metafile, root);
  const permissive = /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0)$/;
  assert.ok(packages.length > 10);
  assert.deepEqual(
    packages.filter(({ license }) => !permissive.test(license)),
    [],
  );
});

test('nothing is packed that is not meant for users', () => {
  const names = [...zipFiles(packed[0] ?? Buffer.alloc(0)).keys()];
  assert.deepEqual(
    names.filter(name => !allowed.some(pattern => pattern.test(name))),
    [],
  );
  assert.ok(names.length > 20);
});

const scripts = (): readonly (readonly [name: string, code: string])[] =>
  [...zipFiles(packed[0] ?? Buffer.alloc(0))]
    .filter(([name]) => /\.(?:cjs|js)$/.test(name))
    .map(([name, content]) => [name, content.toString()]);

test('no script makes code of text, or starts a program', () => {
  const dangers =
    /\beval\s*\(|\bnew Function\b|\bFunction\s*\(|require\(\s*["'`](?:node:)?(?:child_process|worker_threads|cluster|vm)["'`]/;
  for (const [name, code] of scripts()) {
    const found = [...code.matchAll(new RegExp(dangers, 'g'))].map(([each]) => each);
    // compiler and parsers that VS Code ships work in threads, which are ended when they take long
    assert.deepEqual(
      found.filter(each => !(isOwnThread(name, code) && each.includes('worker_threads'))),
      [],
      name,
    );
  }
});

/** Is it the script that begins a thread, or a thread's own? */
const isOwnThread = (name: string, code: string): boolean =>
  /\/(?:newErrors|tree)Worker\.cjs$/.test(name) || code.includes('maxOldGenerationSizeMb');

/** Libraries that cannot be taken apart. */
const wholeLibraries = /\/(?:openai|sdk|o200k_base|secondOpinion)-\w+\.cjs$/;
/** Compiling and running so much takes the extension host about 25 ms. */
const largestPart = 300_000;

test('what is loaded with the first question comes in parts that do not hold the window', () => {
  const large = scripts().filter(([name, code]) => name.endsWith('.cjs') && code.length > largestPart);
  assert.deepEqual(
    large.map(([name]) => name).filter(name => !wholeLibraries.test(name)),
    [],
  );
});

/** Written in messages and documentation of the SDKs, or the places that a user's own settings lead to. */
const knownHosts = new Set([
  'github.com',
  'docs.expo.dev',
  'docs.anthropic.com',
  'platform.claude.com',
  'help.openai.com',
  'auth.openai.com',
  'api.openai.com',
  'api.anthropic.com',
  'api.example.com', // RFC 2606: nobody's
  'redacted.invalid', // RFC 2606: nobody's
  '127.0.0.1',
  'mtls.api.openai.com',
  ...['us', 'eu', 'au', 'ae', 'in', 'jp'].map(region => `${region}.api.openai.com`),
]);

test('no script names a host that is not known', () => {
  const found = scripts().flatMap(([, code]) => [...code.matchAll(/(?:https?|wss?):\/\/([\w-]+(?:\.[\w-]+)+)/g)]);
  const hosts = new Set(found.map(([, host = '']) => host));
  assert.deepEqual(
    [...hosts].filter(host => !knownHosts.has(host)),
    [],
  );
});

test('no script and no text that is packed holds a hidden character', async () => {
  const { hiddenIn } = await import('../../../src/core/unicode/hiddenText.ts');
  for (const [name, content] of zipFiles(packed[0] ?? Buffer.alloc(0))) {
    if (/\.(?:png|woff)$|\/o200k_base-/.test(name)) continue; // no texts; the table of tokens: there are such among them
    const found = hiddenIn(content.toString()).map(({ character }) => character.codePointAt(0)?.toString(16));
    assert.deepEqual([...new Set(found)], [], name);
  }
});
