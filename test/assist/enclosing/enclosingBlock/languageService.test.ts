import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { blockAround, enclosingBlock } from '../../../../src/assist/enclosing/enclosingBlock.ts';
import type { LineRange } from '../../../../src/assist/enclosing/lineRange.ts';

const root = path.join(import.meta.dirname, '../../../..');

/** What VS Code's own extension makes functions, methods, classes and the like of TypeScript's outline. */
const enclosing = ['function', 'local function', 'method', 'constructor', 'class', 'interface', 'enum', 'module'];

/** What TypeScript's language service says is around each line of a text: the innermost that fills lines of its own. */
function symbolsIn(text: string): (line: number) => LineRange | undefined {
  const service = ts.createLanguageService({
    getScriptFileNames: () => ['a.ts'],
    getScriptVersion: () => '1',
    getScriptSnapshot: name => (name === 'a.ts' ? ts.ScriptSnapshot.fromString(text) : undefined),
    getCurrentDirectory: () => '/',
    getCompilationSettings: () => ({}),
    getDefaultLibFileName: () => 'lib.d.ts',
    fileExists: name => name === 'a.ts',
    readFile: () => undefined,
  });
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest);
  const found: LineRange[] = [];
  const visit = ({ kind, text: name, spans, childItems = [] }: ts.NavigationTree): void => {
    for (const { start, length } of enclosing.includes(kind) && name !== '<function>' ? spans : []) {
      const first = source.getLineAndCharacterOfPosition(start).line;
      const last = source.getLineAndCharacterOfPosition(start + length).line;
      const startsLine = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
      if (last > first || startsLine) found.push({ first, last });
    }
    childItems.forEach(visit);
  };
  service.getNavigationTree('a.ts').childItems?.forEach(visit);
  const size = ({ first, last }: LineRange) => last - first;
  return line =>
    found.filter(({ first, last }) => first <= line && last >= line).toSorted((a, b) => size(a) - size(b))[0];
}

const files = [
  'test/fixtures/code/inventory.ts.txt',
  'src/core/layers/coalesce.ts',
  'src/core/cache/answerCache.ts',
  'src/interaction/conversation/conversation.ts',
  'src/editor/panel/panels.ts',
  'src/providers/http/connection.ts',
  'test/scenes/explain/explain.test.ts',
  'test/core/layers/cache.test.ts',
];

for (const file of files) {
  test(`${file}: the same lines with and without TypeScript's language service`, () => {
    const text = readFileSync(path.join(root, file), 'utf8');
    const symbolAt = symbolsIn(text);
    const differing = text.split('\n').flatMap((_, line) => {
      const place = { text, language: 'typescript', line };
      const [without, with_] = [enclosingBlock(place), blockAround(place, symbolAt(line))];
      return without?.first === with_?.first && without?.last === with_?.last
        ? []
        : [{ line: line + 1, without, with_ }];
    });
    assert.deepEqual(differing, []);
  });
}
