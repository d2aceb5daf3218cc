import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { projectRoot } from '../../scripts/support/projectRoot.ts';

const files = globSync('scripts/**/*.ts', { cwd: projectRoot }).map(file => file.replaceAll('\\', '/'));
const sources = files.map(file => ({
  file,
  source: ts.createSourceFile(file, readFileSync(path.join(projectRoot, file), 'utf8'), ts.ScriptTarget.Latest, true),
}));

/** Every import of a file of ours by another one, types included. */
const imports = sources.flatMap(({ file, source }) =>
  ts
    .preProcessFile(source.text, true, true)
    .importedFiles.map(({ fileName }) => ({ from: file, to: path.posix.join(path.posix.dirname(file), fileName) }))
    .filter(({ to }) => files.includes(to)),
);

/** One circle of these arrows, as a list of its names, or none. */
function circle(arrows: readonly { readonly from: string; readonly to: string }[]): readonly string[] {
  const done = new Set<string>();
  const follow = (name: string, way: readonly string[]): readonly string[] => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (done.has(name)) return [];
    for (const { to } of arrows.filter(({ from }) => from === name)) {
      const found = follow(to, [...way, name]);
      if (found.length > 0) return found;
    }
    done.add(name);
    return [];
  };
  return arrows.map(({ from }) => follow(from, [])).find(found => found.length > 0) ?? [];
}

test('what finds circles finds one', () => {
  const arrows = ['ab', 'bc', 'bd', 'db'].map(([from = '', to = '']) => ({ from, to }));
  assert.deepEqual(circle(arrows), ['b', 'd', 'b']);
  assert.deepEqual(circle(arrows.slice(0, 3)), []);
});

test('no script imports itself through others', () => {
  assert.ok(imports.length > files.length / 2, 'the imports were found');
  assert.deepEqual(circle(imports), []);
});

test('no folder of scripts imports itself through others', () => {
  const folderOf = path.posix.dirname;
  const between = imports
    .map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to) }))
    .filter(({ from, to }) => from !== to);
  assert.deepEqual(circle(between), []);
});

test('a folder of scripts holds at most 20 files', () => {
  const folders = Map.groupBy(files, path.posix.dirname);
  assert.deepEqual(
    [...folders].filter(([, inside]) => inside.length > 20).map(([folder]) => folder),
    [],
  );
});

test('a function of the scripts takes at most 3 parameters', () => {
  const found: string[] = [];
  const visit = (node: ts.Node, file: string): void => {
    if (ts.isFunctionLike(node) && node.parameters.length > 3) found.push(`${file}: ${node.getText().slice(0, 60)}`);
    ts.forEachChild(node, child => visit(child, file));
  };
  for (const { file, source } of sources) visit(source, file);
  assert.deepEqual(found, []);
});
