import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCode, newFile } from '../../../src/assist/testFiles/newFile.ts';

test('comments and texts alone are no code', () => {
  assert.ok(!hasCode('/*\n@Test\nvoid a() {}\n*/', 'java'));
  assert.ok(!hasCode('"""\ndef a(): pass\n"""', 'python'));
  assert.ok(hasCode('a();', 'java'));
});

test('a new file ends with one line end', () => {
  assert.equal(newFile('a();\n\n', { path: 'a.test.ts', language: 'typescript', others: undefined }), 'a();\n');
});

test('the main function of a framework is written where no other file can have it', () => {
  const code = '#define CATCH_CONFIG_MAIN\n#include <catch.hpp>\n';
  const file = { path: 'tests/a.cpp', language: 'cpp' };
  assert.equal(newFile(code, { ...file, others: undefined }), code);
  assert.equal(newFile(code, { ...file, others: '#include <catch.hpp>' }), '#include <catch.hpp>\n');
});

test('a module for tests stays in a file of sources', () => {
  const code = '#[cfg(test)]\nmod tests {\n    #[test]\n    fn a() {}\n}\n';
  assert.equal(newFile(code, { path: 'src/a_tests.rs', language: 'rust', others: undefined }), code);
  assert.equal(newFile(code, { path: 'tests/a.rs', language: 'rust', others: undefined }), '#[test]\nfn a() {}\n');
});
