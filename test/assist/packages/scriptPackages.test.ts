import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scriptPackages, type PackageFolder } from '../../../src/assist/packages/scriptPackages.ts';

const folder = (own: Partial<PackageFolder>): PackageFolder => ({ configs: [], beside: [], installed: [], ...own });

test('what manifests name, in any field and any folder above, can be imported, and the package itself', () => {
  const packages = scriptPackages([
    folder({ manifest: '{"devDependencies":{"vitest":"1"},"name":"root"}' }),
    folder({ manifest: '{"name":"@acme/app","dependencies":{"react":"18"},"peerDependencies":{"vue":"3"}}' }),
  ]);
  for (const name of ['vitest', 'root', '@acme/app', 'react', 'vue']) assert.equal(packages?.has(name), true, name);
  assert.equal(packages?.has('retry-kit'), false);
});

// github.com/import-js/eslint-plugin-import/issues/2467, /3174: packages of a workspace that no manifest names
test('what is installed, and what lies beside, can be imported', () => {
  const packages = scriptPackages([
    folder({ manifest: '{}', installed: ['lodash', '@acme/lib', '@types/estree'], beside: ['src', 'shared'] }),
  ]);
  for (const name of ['lodash', '@acme/lib', 'estree', 'shared']) assert.equal(packages?.has(name), true, name);
});

// github.com/Igorkowalski94/eslint-plugin-project-structure/issues/33: an alias is no beginning of another name
test('aliases of the compiler count, and are no beginnings of other names', () => {
  const config =
    '{\n  // where they are\n  "compilerOptions": { "paths": { "@hg/bob": ["a.ts"], "@app/*": ["b/*"], "kit/*": ["c"] } }\n}';
  const packages = scriptPackages([folder({ manifest: '{}', configs: [config] })]);
  for (const name of ['@hg/bob', '@app/deep', 'kit']) assert.equal(packages?.has(name), true, name);
  for (const name of ['@hg/bob-store', '@apple/pie', 'kitchen']) assert.equal(packages?.has(name), false, name);
});

test('without a manifest, or where names go by folders, nothing is known', () => {
  assert.equal(scriptPackages([folder({ beside: ['a'] })]), undefined);
  const configs = ['{"compilerOptions":{"baseUrl":"."}}'];
  assert.equal(scriptPackages([folder({ manifest: '{}', configs })]), undefined);
});

test('a manifest that is none names nothing', () => {
  assert.equal(scriptPackages([folder({ manifest: '{"dependencies": 3, "name": []' })])?.has('react'), false);
  assert.equal(scriptPackages([folder({ manifest: '{"dependencies": 3, "name": []}' })])?.has('react'), false);
});
