import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchGlob } from '../../../src/assist/instructions/fileGlob.ts';
import { globCases } from './globCases.ts';

test('patterns match as those of VS Code do', () => {
  const wrong = globCases.flatMap(([pattern, paths, others]) => [
    ...paths.filter(path => matchGlob(pattern, path) !== 'match').map(path => `${pattern} misses ${path}`),
    ...others.filter(path => matchGlob(pattern, path) !== 'no-match').map(path => `${pattern} takes ${path}`),
  ]);
  assert.deepEqual(wrong, []);
});

test('a pattern without a folder holds at any depth, and one that names a folder for all in it', () => {
  assert.deepEqual(
    [matchGlob('*.ts', 'a/b.ts'), matchGlob('docs/', 'docs/a/b.md'), matchGlob('docs\\*.md', 'docs/a.md')],
    ['match', 'match', 'match'],
  );
});

test('braces may stand in braces, which VS Code does not read', () => {
  const verdicts = ['a.md', 'x/bc.md', 'bd.md', 'b.md'].map(path => matchGlob('**/{a,b{c,d}}.md', path));
  assert.deepEqual(verdicts, ['match', 'match', 'match', 'no-match']);
});

test('an umlaut is one, however a system writes it', () => {
  assert.equal(matchGlob('**/u\u0308ber.md', '\u00fcber.md'), 'match');
});

test('what could take minutes is not compared', () => {
  const deep = `${'a/'.repeat(500)}c`;
  assert.deepEqual(
    [
      matchGlob('{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}', 'a'),
      matchGlob(`${'**/a/'.repeat(90)}b`, deep),
      matchGlob('x'.repeat(501), 'x'),
    ],
    ['too-involved', 'no-match', 'too-involved'],
  );
});

test('braces and brackets that do not close are characters', () => {
  assert.deepEqual([matchGlob('a{b', 'a{b'), matchGlob('a[b', 'x/a[b')], ['match', 'match']);
});
