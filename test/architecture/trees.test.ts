import assert from 'node:assert/strict';
import path from 'node:path';
import { suite, test } from 'node:test';
import { readSourceTree } from '../support/sourceTree.ts';
import {
  crowdedFolders,
  fileCircles,
  folderCircles,
  longParameterLists,
  repeatedExports,
} from '../support/treeRules.ts';

const root = path.join(import.meta.dirname, '../..');

/** The trees beside src/ that keep its rules, each by itself. */
const trees = ['practice', 'bench', 'scripts', 'test'] as const;
type Tree = (typeof trees)[number];

/** Folders that are data of a tree: programs to be read, not ours to arrange. */
const data: Readonly<Record<Tree, readonly string[]>> = {
  practice: ['workspace'],
  bench: [],
  scripts: [],
  test: ['fixtures', 'core/confidence/answers'],
};

/** What may break a rule, by the beginning of how it is told, and why. */
const exceptions: Readonly<Record<Tree, Readonly<Record<string, string>>>> = {
  practice: {},
  bench: {},
  scripts: {},
  test: {
    'scene in scenes/':
      'the surroundings of each scene: scripts/editor/scenes.ts looks for them under this name in its folder',
    'scenes/extensions/practice-lm/extension.cjs:': 'VS Code calls a provider of chat models with five',
    'core/cache/similarity.test.ts:': 'fast-check hands each drawn value to a property as a parameter of its own',
  },
};

/** No more files in a folder, no more parameters of a function. */
const mostFiles = 20;
const mostParameters = 3;

for (const name of trees) {
  suite(`${name}/`, () => {
    const tree = readSourceTree(path.join(root, name), data[name]);
    const found = {
      'no two files import each other in a circle, not for types either': fileCircles(tree),
      'no two folders import each other in a circle, not for types either': folderCircles(tree),
      'no folder is crowded': crowdedFolders(tree, mostFiles),
      'no function takes many parameters': longParameterLists(tree, mostParameters),
      'no two files export the same name': repeatedExports(tree),
    };
    const excepted = (told: string): boolean => Object.keys(exceptions[name]).some(begin => told.startsWith(begin));

    for (const [rule, offences] of Object.entries(found)) {
      test(rule, () =>
        assert.deepEqual(
          offences.filter(told => !excepted(told)),
          [],
        ),
      );
    }

    test('every exception is still one', () => {
      const all = Object.values(found).flat();
      const over = Object.keys(exceptions[name]).filter(begin => !all.some(told => told.startsWith(begin)));
      assert.deepEqual(over, []);
    });

    test('its files were read', () => assert.ok(tree.sources.some(({ imports }) => imports.length > 0)));
  });
}
