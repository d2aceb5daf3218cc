import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isProtected } from '../../src/assist/protectedPaths.ts';

const guarded = [
  '.vscode/settings.json',
  '.VSCODE/Settings.JSON',
  'packages/a/.vscode/tasks.json',
  'packages\\a\\.vscode\\tasks.json',
  './.vscode/settings.json',
  '.vscode//settings.json',
  '.vscode./settings.json',
  '.vscode/settings.json.',
  '.vscode/settings.json ',
  'package.json',
  'sub/package.json',
  'PACKAGE.JSON',
  '.git/hooks/pre-commit',
  '.git/config',
  '.env',
  '.env.local',
  '.npmrc',
  'yarn.lock',
  'package-lock.json',
  'pnpm-lock.yaml',
  'a.code-workspace',
  'Cargo.toml',
  'build.gradle',
  'x.csproj',
  '.mcp.json',
  '.claude/settings.local.json',
  '../outside.ts',
  '/home/somebody/.npmrc',
  'C:\\work\\.git\\config',
  'a.ts:stream',
  '',
];

for (const path of guarded) {
  test(`an edit of ${JSON.stringify(path)} is only shown`, () => {
    assert.equal(isProtected(path), true);
  });
}

for (const path of [
  'src/cart.ts',
  'invoice.py',
  'src/.eslintrc.js',
  'my-package.json.ts',
  'lock.ts',
  'environment.ts',
  'C:/work/cart.ts',
]) {
  test(`an edit of ${path} may be applied`, () => {
    assert.equal(isProtected(path), false);
  });
}
