import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../scripts/support/projectRoot.ts';
import { hiddenIn } from '../../src/core/unicode/hiddenText.ts';

interface LockedPackage {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
const lock = JSON.parse(read('package-lock.json')) as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const packages = Object.entries(lock.packages).filter(([name]) => name !== '');

test('the lockfile holds every package to its content, and names no place to get it from', () => {
  const loose = packages.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''));
  assert.deepEqual(loose, []);
  const placed = packages.filter(([, { resolved, link }]) => resolved !== undefined || link === true);
  assert.deepEqual(placed, []);
  assert.ok(packages.length > 300);
});

test('no package that users get runs a script when it is installed', () => {
  const production = packages.filter(([, { dev, optional }]) => dev !== true && optional !== true);
  assert.deepEqual(
    production.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([name]) => name),
    [],
  );
  assert.ok(production.length > 10);
});

test('no package that users get has native code', () => {
  const production = packages.filter(([, { dev, optional }]) => dev !== true && optional !== true);
  const native = production.filter(([name]) =>
    /"(?:gypfile|binary)"\s*:|node-gyp|prebuild-install/.test(read(`${name}/package.json`)),
  );
  assert.deepEqual(native, []);
});

test('no script of our own runs when somebody installs the project', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  assert.deepEqual(
    Object.keys(scripts).filter(name =>
      /^(?:pre|post)?install$|^(?:pre|post)?(?:prepare|pack|publish)$|^vscode:/.test(name),
    ),
    [],
  );
});

// GlassWorm: microsoft/apm #320, pedronauck/reworm #42
test('no file of the repository holds a hidden character', () => {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: projectRoot });
  const texts = listed
    .toString()
    .split('\0')
    .filter(file => /\.(?:[cm]?[jt]s|json|md|css|html|svg|ya?ml|txt|py|sh)$|^[^/]*ignore$|^LICENSE$/.test(file));
  const found = texts.flatMap(file => {
    const first = hiddenIn(textOf(file))[0];
    return first === undefined ? [] : [`${file}: U+${(first.character.codePointAt(0) ?? 0).toString(16)}`];
  });
  assert.deepEqual(found, []);
});

/** '' for what is deleted and not yet committed. */
function textOf(file: string): string {
  try {
    return read(file);
  } catch {
    return '';
  }
}
