import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepsAll } from '../../../src/assist/testFiles/keepsAll.ts';

const text = "import { it } from 'vitest';\n\nit('a', () => {\n  one();\n});\n";
const keeps = (written: string): boolean => keepsAll(written, { text, language: 'typescript' });

test('more tests, and more names, keep what is there', () => {
  assert.ok(keeps(`import { expect, it } from 'vitest';${text.slice(text.indexOf('\n'))}\nit('b', () => {});\n`));
});

test('a test that is gone, or was changed, is lost', () => {
  assert.ok(!keeps("import { it } from 'vitest';\n\nit('b', () => {});\n"));
  assert.ok(!keeps(text.replace('one', 'two')));
});

test('a line that stood there twice must stand there twice', () => {
  const twice = 'a();\na();\n';
  assert.ok(!keepsAll('a();\nb();\n', { text: twice, language: 'typescript' }));
});

test('what was taken in must still be, and a comment among it stays', () => {
  assert.ok(
    !keeps(
      text.replace('{ it }', '{ test }').replace("it('a'", "it('a'").replaceAll('it(', 'it(').replace('vitest', 'jest'),
    ),
  );
  const go = 'package a\n\nimport (\n\t// . "b"\n\t"testing"\n)\n';
  assert.ok(!keepsAll(go.replace('\t// . "b"\n', ''), { text: go, language: 'go' }));
});
