import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenRepository } from '../../../src/interaction/changes/chosenRepository.ts';

const at = (path: string, scheme = 'file') => ({ scheme, path });

const chosen = (roots: readonly string[], { pressed, edited }: { pressed?: string; edited?: string }): string =>
  chosenRepository(
    roots.map(root => ({ rootUri: at(root) })),
    { pressed: pressed === undefined ? undefined : at(pressed), edited: edited === undefined ? undefined : at(edited) },
  )?.rootUri.path ?? 'ask';

// https://github.com/Kilo-Org/kilocode/pull/7438
// https://github.com/Kilo-Org/kilocode/pull/7528
// https://github.com/Kilo-Org/kilocode/issues/1177
// https://github.com/cline/cline/issues/3499
// https://github.com/sourcegraph/cody/issues/4941
// https://github.com/rioukkevin/vscode-git-commit/issues/6
test('the repository whose button was pressed is meant, wherever somebody writes', () => {
  const roots = ['/w/main', '/w/trees/feature'];
  assert.equal(chosen(roots, { pressed: '/w/trees/feature' }), '/w/trees/feature');
  assert.equal(chosen(roots, { pressed: '/w/trees/feature', edited: '/w/main/a.ts' }), '/w/trees/feature');
  assert.equal(chosen(['/c:/w', '/c:/x'], { pressed: '/C:/x/' }), '/c:/x');
});

test('where its repository is not known, no other one is taken in its place', () => {
  const pressed = '/w/trees/feature';
  assert.equal(chosen(['/w/main'], { pressed }), 'ask');
  assert.equal(chosen(['/w/main', '/w/other'], { pressed, edited: '/w/main/a.ts' }), 'ask');
  assert.equal(chosen(['/w/trees', '/w/trees/feature2'], { pressed }), 'ask');
});

// https://github.com/kirodotdev/Kiro/issues/11447
test('without a button the innermost repository of the file in use is meant, by whole parts of its path', () => {
  const roots = ['/w', '/w/sub', '/w/sub/deep'];
  assert.deepEqual(
    ['/w/sub/a.ts', '/w/sub2/a.ts', '/w/sub/deep/b.ts', '/w/sub', '/wide/a.ts'].map(edited =>
      chosen(roots, { edited }),
    ),
    ['/w/sub', '/w', '/w/sub/deep', '/w/sub', 'ask'],
  );
});

// https://github.com/Exafunction/codeium/issues/164
// https://github.com/cline/cline/issues/7382
test('a file beside several repositories says nothing, so it is asked', () => {
  assert.deepEqual(
    [chosen(['/w/a', '/w/b'], { edited: '/w/readme.md' }), chosen(['/w/a', '/w/b'], {}), chosen(['/w/a'], {})],
    ['ask', 'ask', '/w/a'],
  );
});

test('a side of a diff, a cell and what is not saved yet belong to the repository of their file, others to none', () => {
  const repositories = [{ rootUri: at('/w/a') }, { rootUri: at('/w/b') }];
  const of = (scheme: string) =>
    chosenRepository(repositories, { pressed: undefined, edited: at('/w/b/x.ts', scheme) })?.rootUri.path;
  assert.deepEqual(['git', 'vscode-notebook-cell', 'untitled', 'output', 'vscode-remote'].map(of), [
    '/w/b',
    '/w/b',
    '/w/b',
    undefined,
    undefined,
  ]);
});
