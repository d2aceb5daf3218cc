import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { addedRisks } from '../../../src/assist/guard/addedRisks.ts';

const addressesIn = (text: string): readonly string[] =>
  atOnce(addedRisks({ before: '', after: text })).map(({ value }) => value);

suite('dependencies that come past a registry, by the object in which they stand', () => {
  test('are found behind hundreds of others', () => {
    const others = Array.from({ length: 300 }, (_, at) => `    "package-${at}": "^1.0.0",\n`).join('');
    assert.deepEqual(addressesIn(`{\n  "dependencies": {\n${others}    "left-pad": "evil/left-pad"\n  }\n}\n`), [
      'evil/left-pad',
    ]);
  });

  test('are found behind an object within', () => {
    const text = '"overrides": {\n  "a": {\n    "b": "evil/b"\n  },\n  "c": "evil/c"\n}';
    assert.deepEqual(addressesIn(text), ['evil/b', 'evil/c']);
  });

  test('are found when brace, key and value have lines of their own', () => {
    assert.deepEqual(addressesIn('{ "dependencies":\n  {\n    "left-pad":\n      "evil/left-pad"\n  }\n}'), [
      'evil/left-pad',
    ]);
  });

  test('are found in each object of a file of one line, and nothing between them', () => {
    const text =
      '{"dependencies":{"a":"evil/a"},"homepage":"https://shop.example/","devDependencies":{"b":"evil/b"},"main":"./b/c"}';
    assert.deepEqual(addressesIn(text), ['evil/a', 'evil/b']);
  });

  test('are not what a lock file says of its own', () => {
    const text =
      '"dependencies": {\n "a": {\n "version": "1.0.0",\n "resolved": "https://registry.npmjs.org/a/-/a-1.0.0.tgz",\n "integrity": "sha512-a/b+c=="\n }\n}';
    assert.deepEqual(addressesIn(text), []);
  });
});
