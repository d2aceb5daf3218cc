import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { afterDocstring, answeredDocstring } from '../../../src/assist/documentation/docstring.ts';
import { readCodeLines } from '../../../src/assist/enclosing/codeLines.ts';

const read = (text: string) => atOnce(readCodeLines(text, 'python'));
const docstring = (text: string, code: readonly string[] = []): string =>
  answeredDocstring(read(text), code).join('\n');

test('the first text of its own is taken, whatever stands around it', () => {
  assert.equal(docstring('def f(a="""b"""):\n    """Says."""\n    return """c"""'), '"""Says."""');
});

test('a quotation mark at the end is parted from the last three', () => {
  assert.equal(docstring('"""Says "a""""'), '"""\nSays "a"\n"""');
  assert.equal(docstring('"""A.\n\nSays "a""""'), '"""A.\n\nSays "a"\n"""');
});

test('backslashes make it raw, but for one that joins lines', () => {
  assert.equal(docstring('"""A \\d."""'), 'r"""A \\d."""');
  assert.equal(docstring('"""\\\nA.\n"""'), '"""\\\nA.\n"""');
});

test('it is indented as the code is', () => {
  assert.equal(docstring('"""A.\n\n\tB.\n\t\tC.\n"""', ['def f():', '  pass']), '"""A.\n\n    B.\n        C.\n"""');
  assert.equal(docstring('"""A.\n\nB:\n    C.\n"""', ['def f():', '\tpass']), '"""A.\n\nB:\n\tC.\n"""');
});

test('one that does not end is none', () => {
  assert.equal(docstring('"""A.'), '');
  assert.equal(afterDocstring(read('x = 1'), 0), 0);
  assert.equal(afterDocstring(read('"""a\nb"""\nx'), 0), 2);
});
