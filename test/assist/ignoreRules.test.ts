import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import ignore from 'ignore';
import { ignoreVerdict, longestIgnoreFile, rulesUnread, type IgnoreVerdict } from '../../src/assist/ignoreRules.ts';
import { atOnce } from '../../src/core/shared/steps.ts';

const verdictOf = (rules: string, path: string): IgnoreVerdict => atOnce(ignoreVerdict(rules, path));

suite('the rules of an ignore file', () => {
  /** As gitignore(5) has them. */
  const rows: readonly (readonly [rules: string, excluded: readonly string[], open: readonly string[]])[] = [
    ['', [], ['a', 'a/b']],
    ['# no\n\n   \n', [], ['# no', 'a']],
    ['secret.txt', ['secret.txt', 'a/b/secret.txt', 'SECRET.TXT'], ['secret.txt.bak', 'mysecret.txt']],
    ['build/', ['build/a', 'x/build/y/z'], ['build']],
    ['/build', ['build', 'build/a'], ['x/build']],
    ['a/b', ['a/b', 'a/b/c'], ['x/a/b', 'a/c']],
    ['*.log', ['x.log', 'a/y.log', '.log'], ['x.log.txt']],
    ['a/*.log', ['a/x.log'], ['a/b/x.log']],
    ['**/a', ['a', 'x/a', 'x/y/a/b'], ['xa']],
    ['a/**', ['a/b', 'a/b/c'], ['a', 'x/a/b']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a', 'b']],
    ['**', ['a', 'a/b'], []],
    ['*', ['a', 'a/b'], []],
    ['*\n!keep', ['a'], ['keep']],
    ['a/\n!a/keep', ['a/keep', 'a/x'], []],
    ['a/*\n!a/keep', ['a/x'], ['a/keep']],
    ['a?c', ['abc', 'a-c'], ['ac', 'abbc']],
    ['[a-c]x', ['ax', 'Cx'], ['dx', 'x']],
    ['[!a-c]x', ['dx'], ['ax']],
    ['[ab', ['[ab'], ['a', 'b']],
    ['\\#a\n\\!b', ['#a', '!b'], ['a', 'b']],
    ['a\\ ', ['a '], ['a']],
    ['a   ', ['a'], ['a   ']],
    ['\ufeffa\r\nb\r\n', ['a', 'b'], ['c']],
    ['a**b', ['ab', 'axxb'], ['a/b']],
    ['\\*', ['*'], ['a']],
    ['!a', [], ['a']],
    ['/', [], ['a']],
  ];
  for (const [rules, excluded, open] of rows)
    test(`${JSON.stringify(rules)} are read as git reads them`, () => {
      for (const path of excluded) assert.equal(verdictOf(rules, path), 'excluded', path);
      for (const path of open) assert.equal(verdictOf(rules, path), 'open', path);
    });

  test('say the same as the library that makes expressions of them, where that is quick', () => {
    const name = fc.stringMatching(/^[abAB.x-]{1,3}$/);
    const part = fc.oneof(name, fc.constantFrom('*', '**', 'a*', '*b', '?', 'a?', '*.x', '[ab]', '[!a]', '*a*'));
    const rule = fc
      .tuple(
        fc.constantFrom('', '!', '/', '!/'),
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '/'),
      )
      .map(([begin, parts, end]) => begin + parts.join('/') + end);
    const rules = fc.array(rule, { maxLength: 4 }).map(lines => lines.join('\n'));
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map(names => names.join('/'));
    const isUsual = (text: string): boolean =>
      ignore.isPathValid(text) && !text.split('/').some(part => /^\.+$/.test(part));
    fc.assert(
      fc.property(rules, path.filter(isUsual), (lines, at) => {
        const wanted = ignore().add(lines).ignores(at) ? 'excluded' : 'open';
        assert.equal(verdictOf(lines, at), wanted);
      }),
      { numRuns: 3_000 },
    );
  });
});

suite('rules that are made to take long', () => {
  const deep = `${'a/'.repeat(100)}c`;

  test('with many ** are read all the same (python-pathspec #131, GHSA-7r86-cg39-jmmj)', () => {
    for (const times of [5, 20, 100]) assert.equal(verdictOf(`${'**/a/'.repeat(times)}b`, deep), 'open');
    assert.equal(verdictOf(`${'**/a/'.repeat(20)}c`, deep), 'excluded');
  });

  test('with many stars in one name are read all the same (GHSA-3ppc-4f35-3m26)', () => {
    assert.equal(verdictOf(`${'*a'.repeat(60)}b`, 'a'.repeat(250)), 'open');
    assert.equal(verdictOf(`${'*'.repeat(900)}x`, 'a'.repeat(250)), 'open');
  });

  test('a file that is too long, or takes too many steps, cannot be said to leave anything open', () => {
    const long = 'a/'.repeat(2_000);
    assert.equal(verdictOf('a'.repeat(longestIgnoreFile + 1), 'b'), 'too-much');
    assert.equal(verdictOf(`${'**/a/'.repeat(20)}b\n`.repeat(400), `${long}c`), 'too-much');
  });

  test('whatever they are, there is an answer', () => {
    const shapes = ['**/', '*', '**', '[', '[a-', '\\', '!', '/', '?', '**/a/', '*a', '[!', '\ufeff', '\n', '# ', ' '];
    for (const shape of shapes)
      for (const size of [10_000, 100_000, longestIgnoreFile])
        for (const path of [deep, 'a'.repeat(4_000), 'a/'.repeat(2_000)])
          assert.match(verdictOf(shape.repeat(size / shape.length), path), /^(?:excluded|open|too-much)$/);
  });
});

test('an umlaut is the same, written as one character or as two', () => {
  const [one, two] = ['caf\u00e9', 'cafe\u0301'];
  for (const [rule, path] of [
    [one, two],
    [two, one],
  ])
    assert.equal(verdictOf(`${rule}/*.txt`, `${path}/a.txt`), 'excluded');
});

suite('an ignore file that is not read', () => {
  test('because it is none, a link to a device say, excludes everything', () => {
    assert.equal(verdictOf(rulesUnread({ size: 0, isFile: false }) ?? '', 'src/a.ts'), 'excluded');
  });

  test('because it is too long can say of no file that it is open', () => {
    const rules = rulesUnread({ size: longestIgnoreFile + 1, isFile: true });
    assert.equal(verdictOf(rules ?? '', 'src/a.ts'), 'too-much');
  });

  test('is no other', () => assert.equal(rulesUnread({ size: 10, isFile: true }), undefined));
});
