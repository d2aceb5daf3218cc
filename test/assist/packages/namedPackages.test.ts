import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goPackages, rustPackages } from '../../../src/assist/packages/namedPackages.ts';

test('packages of the module and of those that go.mod requires can be imported', () => {
  const packages = goPackages(
    'module example.com/app\n\ngo 1.22\n\nrequire github.com/a/b v1.2.3\n\nrequire (\n\tgolang.org/x/text v0.3.0 // indirect\n\tgopkg.in/yaml.v3 v3.0.1\n)\n',
  );
  for (const name of ['example.com/app/deep', 'github.com/a/b/c', 'golang.org/x/text/cases', 'gopkg.in/yaml.v3'])
    assert.equal(packages.has(name), true, name);
  for (const name of ['github.com/a/bc', 'github.com/other/x', 'example.com/apple'])
    assert.equal(packages.has(name), false, name);
});

test('crates of a Cargo.toml can be used, their hyphens as underscores', () => {
  const packages = rustPackages(
    '[package]\nname = "my-app"\n\n[dependencies]\nserde = "1"\nregex-syntax = { version = "0.8" }\n\n[dev-dependencies.proptest]\nversion = "1"\n',
  );
  for (const name of ['my_app', 'serde', 'regex_syntax', 'proptest']) assert.equal(packages.has(name), true, name);
  assert.equal(packages.has('retry_helpers'), false);
});
