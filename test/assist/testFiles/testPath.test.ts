import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTestPath, testPlace } from '../../../src/assist/testFiles/testPath.ts';

const place = (path: string, language: string, tests: readonly string[] = []) => testPlace(path, language, { tests });

test('without any test it stands where its language has it', () => {
  const usual: readonly (readonly [string, string, string])[] = [
    ['src/api/user.ts', 'typescript', 'src/api/user.test.ts'],
    ['src/pkg/user.py', 'python', 'tests/test_user.py'],
    ['api/user.go', 'go', 'api/user_test.go'],
    ['src/main/java/a/User.java', 'java', 'src/test/java/a/UserTest.java'],
    ['src/user.hpp', 'cpp', 'tests/user_test.cpp'],
    ['lib/user.rb', 'ruby', 'spec/user_spec.rb'],
    ['lib/a/user.dart', 'dart', 'test/a/user_test.dart'],
  ];
  for (const [path, language, expected] of usual)
    assert.deepEqual(place(path, language), { path: expected, exists: false });
});

test('in Rust it is the file itself, unless one beside it is there', () => {
  assert.deepEqual(place('src/a.rs', 'rust'), { path: 'src/a.rs', exists: true });
  assert.equal(place('src/a.rs', 'rust', ['src/a_tests.rs']).path, 'src/a_tests.rs');
});

test('it is made like the nearest other test, which is the example', () => {
  const tests = ['test/far/z.spec.ts', 'src/api/__tests__/list.spec.ts'];
  assert.deepEqual(place('src/api/user.ts', 'typescript', tests), {
    path: 'src/api/__tests__/user.spec.ts',
    exists: false,
    example: 'src/api/__tests__/list.spec.ts',
  });
});

test('of two of its name the one that mirrors its folders is meant', () => {
  const tests = ['test/admin/user.test.ts', 'test/api/user.test.ts'];
  assert.equal(place('src/api/user.ts', 'typescript', tests).path, 'test/api/user.test.ts');
});

test('a file is never its own test', () => {
  assert.deepEqual(place('src/test_logic.py', 'python', ['src/test_logic.py']), {
    path: 'tests/test_test_logic.py',
    exists: false,
  });
});

test('names and folders tell tests', () => {
  const paths = ['a.test.ts', 'tests/helpers.ts', 'src/contest.ts', 'contests/a.ts', 'App.Tests/A.ts'];
  assert.deepEqual(
    paths.map(path => isTestPath(path, 'typescript')),
    [true, true, false, false, true],
  );
});
