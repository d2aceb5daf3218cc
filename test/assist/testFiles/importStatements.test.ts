import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCodeLines } from '../../../src/assist/enclosing/codeLines.ts';
import { importEdits, importStatementsIn, leadingImports } from '../../../src/assist/testFiles/importStatements.ts';
import { withEdits } from '../../../src/assist/testFiles/lineEdits.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

const read = (text: string, language: string) => atOnce(readCodeLines(text, language));
const widened = (text: string, added: string, language: string): string => {
  const file = read(text, language);
  return withEdits(file.lines, importEdits(file, leadingImports(read(added, language)).imports)).join('\n');
};

test('statements of several lines are one, and an open one ends at the next', () => {
  const code = read("import {\n  a,\n} from 'a';\nimport {\nimport b from 'b';\n", 'typescript');
  assert.deepEqual(
    importStatementsIn(code).map(({ from, to }) => [from, to]),
    [
      [0, 2],
      [3, 3],
      [4, 4],
    ],
  );
});

test('what an answer begins with ends at its first other line', () => {
  assert.equal(leadingImports(read('import a\n\nimport b\nx = 1\nimport c\n', 'python')).end, 3);
});

test('types and values of one module are two statements', () => {
  assert.equal(
    widened("import { a } from 'm';\n", "import type { A } from 'm';\n", 'typescript'),
    "import { a } from 'm';\nimport type { A } from 'm';\n",
  );
});

test('a file that takes in nothing gets its first at the top, behind its package', () => {
  assert.equal(widened('f();\n', "import { a } from 'm';\n", 'typescript'), "import { a } from 'm';\n\nf();\n");
  assert.equal(widened('package a\n', 'import "b"\n', 'go'), 'package a\n\nimport "b"\n');
});

test('the package of an answer is that of the file', () => {
  assert.equal(
    widened('package a;\n\nimport b.C;\n', 'package z;\n\nimport b.C;\n', 'java'),
    'package a;\n\nimport b.C;\n',
  );
});
