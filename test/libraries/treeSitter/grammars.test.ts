import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { installedVscode } from '../../../scripts/machine/vscodeHost.ts';
import { projectRoot } from '../../../scripts/support/projectRoot.ts';
import { CodeParser } from '../../../src/libraries/codeParser.ts';
import { patientClock as clock } from './patientClock.ts';

const vscode = await installedVscode();
const folders = vscode === undefined ? [] : [path.join(vscode, 'node_modules/@vscode/tree-sitter-wasm/wasm')];
const workerFile = path.join(projectRoot, 'src/libraries/treeSitter/treeThread.ts');
const parser = new CodeParser({ workerFile, folders, clock });

let awake: NodeJS.Timeout;
before(() => (awake = setInterval(() => undefined, 1_000)));
after(() => {
  clearInterval(awake);
  parser.dispose();
});

/** Where no VS Code is installed, its grammars say nothing. */
const expected = (verdict: string): string => (vscode === undefined ? 'unknown' : verdict);

const samples: readonly (readonly [language: string, good: string, bad: string])[] = [
  ['go', 'package a\n\nfunc f(b int) int {\n\treturn b\n}\n', 'package a\n\nfunc f(b int) int {\n\treturn b c\n}\n'],
  ['java', 'class A {\n  int f() {\n    return 1;\n  }\n}\n', 'class A {\n  int f() {\n    return 1\n  }\n}\n'],
  ['rust', "fn f<'a>(b: &'a str) -> u8 {\n    b.len() as u8\n}\n", 'fn f(b: u8) -> u8 {\n    let c d = b;\n    c\n}\n'],
  ['cpp', 'template <class T>\nT f(T a) {\n  return a << 1;\n}\n', 'int f(int a) {\n  return a <<;\n}\n'],
  ['c', 'static int f(const char *a) {\n  return *a;\n}\n', 'int f(int a) {\n  return a b;\n}\n'],
  ['csharp', 'class A {\n  int B => 1;\n}\n', 'class A {\n  int B => ;\n}\n'],
  ['php', '<?php\nfunction f(int $a) {\n  return $a;\n}\n', '<?php\nfunction f(int $a) {\n  return $a $b;\n}\n'],
  ['ruby', 'def f(a)\n  a.map { |b| b + 1 }\nend\n', 'def f(a)\n  a.map { |b| b + }\nend\n'],
  ['shellscript', 'for a in "$@"; do\n  echo "$a"\ndone\n', 'for a in "$@"; do\n  echo "$a"\n'],
];

test('right code of each language parses, and broken code fails with its line', async () => {
  for (const [language, good, bad] of samples) {
    assert.equal((await parser.parse(language, good)).verdict, expected('parses'), language);
    const failed = await parser.parse(language, bad);
    assert.equal(failed.verdict, expected('fails'), language);
    if (failed.line !== undefined) assert.ok(failed.line <= bad.split('\n').length, language);
  }
});

test('our own languages need none of them', async () => {
  assert.equal((await parser.parse('typescript', 'let a = 1;')).verdict, 'parses');
  assert.equal((await parser.parse('yaml', 'a: 1')).verdict, 'unknown');
});

test('hostile texts of 128 KB come to an end in every grammar, and right code is parsed after them', async () => {
  const length = 128 * 1024;
  const hostile = ['(', '{', '"', '"\\', '/*', '<'];
  for (const [language, good] of samples) {
    for (const shape of hostile) {
      const { verdict } = await parser.parse(language, shape.repeat(length / shape.length));
      assert.ok(['parses', 'fails', 'unknown'].includes(verdict), `${language} ${shape}`);
    }
    assert.equal((await parser.parse(language, good)).verdict, expected('parses'), language);
  }
});
