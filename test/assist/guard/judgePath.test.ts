import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { judgePath, stricter } from '../../../src/assist/guard/judgePath.ts';
import { askedPaths, neverPaths } from './guardedPaths.ts';
import { ordinaryPaths } from './ordinaryPaths.ts';
import { spellings } from './spellings.ts';

const posix = { isWindowsLike: false };
const windows = { isWindowsLike: true };
const kindsOf = (paths: readonly string[], rules = posix) =>
  paths.map(path => [path, judgePath(path, rules).kind] as const);

suite('paths by their name', () => {
  test('what acts by itself is never written', () => {
    assert.deepEqual(
      kindsOf(neverPaths).filter(([, kind]) => kind !== 'never'),
      [],
    );
  });

  test('what runs code when somebody builds, tests, installs or asks is written after a question', () => {
    assert.deepEqual(
      kindsOf(askedPaths).filter(([, kind]) => kind !== 'asked'),
      [],
    );
  });

  test('of more than 200 ordinary paths of many languages none asks', () => {
    assert.ok(ordinaryPaths.length >= 200 && new Set(ordinaryPaths).size === ordinaryPaths.length);
    assert.deepEqual(
      kindsOf(ordinaryPaths).filter(([, kind]) => kind !== 'free'),
      [],
    );
  });

  for (const folder of ['/home/ada/shop', 'C:\\Users\\Ada\\shop', '/Users/ada/shop', '\\\\server\\share\\shop']) {
    test(`it is the same below ${folder}`, () => {
      const below = (paths: readonly string[]) => paths.map(path => `${folder}/${path}`);
      assert.deepEqual(
        [neverPaths, askedPaths, ordinaryPaths].map(paths => [
          ...new Set(kindsOf(below(paths)).map(([, kind]) => kind)),
        ]),
        [['never'], ['asked'], ['free']],
      );
    });
  }
});

suite('other spellings of a guarded path', () => {
  for (const [how, spell] of Object.entries(spellings)) {
    test(`are as guarded: ${how}`, () => {
      for (const rules of [posix, windows]) {
        const open = [...neverPaths, ...askedPaths].filter(
          path =>
            stricter(judgePath(path, rules), judgePath(spell(path), rules)).kind !== judgePath(spell(path), rules).kind,
        );
        assert.deepEqual(open, []);
      }
    });
  }

  for (const path of [
    'PACKAG~1.JSO',
    'GIT~1/hooks/pre-commit',
    'VSCODE~1/settings.json',
    'a/../../x.ts',
    '..',
    'a/.. /b',
    'x\0.ts',
    'a\n.ts',
    '',
    '   ',
    `${'a/'.repeat(3000)}b.ts`,
  ])
    test(`${JSON.stringify(path.slice(0, 40))} cannot be told for certain, on any system`, () => {
      assert.deepEqual(
        [posix, windows].map(rules => judgePath(path, rules).kind),
        ['untold', 'untold'],
      );
    });

  for (const path of [
    'a.ts:stream',
    'package.json::$DATA',
    'NUL',
    'src/con.ts',
    'aux',
    'com1.txt',
    'LPT9.md',
    'com².ts',
    '\\\\.\\pipe\\x',
    '\\\\?\\C:\\a.ts',
    'C:\\a\\b.ts:zone',
  ])
    test(`${path} cannot be told for certain on Windows`, () => {
      assert.equal(judgePath(path, windows).kind, 'untold');
    });

  test('a colon hides neither what stands before it nor what stands behind it', () => {
    assert.deepEqual(
      ['notes:x.code-workspace', '.bashrc:x', 'a:b/.git/config'].map(path => judgePath(path, posix).kind),
      ['never', 'never', 'never'],
    );
  });

  test('a colon or a device’s name is a name like others where the system says so', () => {
    assert.deepEqual(
      ['logs/10:30.md', 'src/aux.ts', 'con/index.ts'].map(path => judgePath(path, posix).kind),
      ['free', 'free', 'free'],
    );
  });
});

suite('working trees that assistants keep in their folders', () => {
  test('are projects like others, with files of their own that are guarded', () => {
    const below = (path: string) => judgePath(`/home/ada/shop/.claude/worktrees/fix/${path}`, posix).kind;
    assert.deepEqual(['src/cart.ts', 'package.json', '.claude/settings.json', '.git/config'].map(below), [
      'free',
      'asked',
      'never',
      'never',
    ]);
  });
});

test('a path of the greatest length is judged in a few steps for each of its characters', () => {
  const hostile = `${'-lock.'.repeat(600)}x`;
  assert.equal(judgePath(hostile, posix).kind, 'free');
});

test('of two rules the stricter holds', () => {
  const free = { kind: 'free' } as const;
  const asked = { kind: 'asked', reader: 'node' } as const;
  const never = { kind: 'never', because: 'git' } as const;
  assert.deepEqual([stricter(free, asked), stricter(never, asked), stricter(asked, free)], [asked, never, asked]);
});
