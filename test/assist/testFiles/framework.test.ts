import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameworkIn } from '../../../src/assist/testFiles/framework.ts';

test('what another test file uses comes before what a manifest names', () => {
  const manifest = '{"devDependencies":{"jest":"29","vitest":"1"}}';
  assert.equal(frameworkIn('typescript', ["import test from 'node:test';", manifest]), 'node:test');
  assert.equal(frameworkIn('typescript', ['', manifest]), 'vitest');
});

test('each of six languages has its own', () => {
  const told: readonly (readonly [string, string, string])[] = [
    ['typescript', '{"scripts":{"test":"node --import ./a.ts --test"}}', 'node:test'],
    ['python', '[tool.pytest.ini_options]', 'pytest'],
    ['go', 'require github.com/stretchr/testify v1', 'testing with testify'],
    ['rust', '[package]', '#[test]'],
    ['java', '<artifactId>junit-jupiter</artifactId>', 'JUnit 5'],
    ['cpp', 'find_package(Catch2 3 REQUIRED)', 'Catch2'],
  ];
  for (const [language, text, expected] of told) assert.equal(frameworkIn(language, [text]), expected);
});

test('where nothing says it, nothing is guessed', () => {
  assert.equal(frameworkIn('typescript', ['{}']), undefined);
  assert.equal(frameworkIn('cobol', ['pytest']), undefined);
});
