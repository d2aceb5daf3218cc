import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitToCode } from '../../../../src/core/confidence/reading/fitToCode.ts';

const fit = (code: string, original: string, language = 'typescript'): string =>
  fitToCode(code, { code: original, language });

test('the last newline is the selection’s', () => {
  assert.equal(fit('b', 'a\n'), 'b\n');
  assert.equal(fit('b\n\n', 'a'), 'b');
});

test('line ends are the selection’s', () => {
  assert.equal(fit('a\nb\n', 'x\r\ny\r\n'), 'a\r\nb\r\n');
  assert.equal(fit('a\r\nb', 'x\ny'), 'a\nb');
});

test('code that was moved to the margin is moved back', () => {
  assert.equal(fit('if (a) {\n  b();\n}', '    if (x) {\n      y();\n    }\n'), '    if (a) {\n      b();\n    }\n');
  assert.equal(
    fit('def f(self):\n    return 1', '    def f(self):\n        return 2\n'),
    '    def f(self):\n        return 1\n',
  );
});

test('only the first line is moved when only that lost its indentation', () => {
  assert.equal(fit('a = 1\n    b = 2', '    x = 1\n    y = 2\n'), '    a = 1\n    b = 2\n');
  assert.equal(
    fit('def f(self):\n        return 1', '    def f(self):\n        return 2\n'),
    '    def f(self):\n        return 1\n',
  );
});

test('a line that stood at the margin in the selection stays there', () => {
  const before = '    const text = `\nhello\n`;\n';
  assert.equal(fit('const words = `\nhello\n`;', before), '    const words = `\nhello\n`;\n');
});

test('indentation that the model kept or chose deeper stays', () => {
  assert.equal(fit('    a();\n', '  b();\n'), '    a();\n');
});

test('spaces become the selection’s tabs, level by level', () => {
  assert.equal(fit('  if a {\n    b()\n  }', '\tif x {\n\t\ty()\n\t}\n'), '\tif a {\n\t\tb()\n\t}\n');
});

test('tabs become the selection’s spaces', () => {
  assert.equal(fit('a {\n\tb\n}', 'x {\n  y\n}\n'), 'a {\n  b\n}\n');
});

test('nothing stays nothing', () => {
  assert.equal(fit('', '  a();\n'), '');
});

const line = fc.tuple(fc.constantFrom('', '  ', '    '), fc.constantFrom('a();', 'if (b) {', '}', '* c', 'd:'));
const text = fc
  .tuple(fc.array(line, { minLength: 1 }), fc.constantFrom('', '  ', '\t'), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, margin, end, last]) => {
    const [[, first], ...rest] = lines as [[string, string], ...[string, string][]];
    return (
      [first, ...rest.map(([blank, words]) => blank + words)].map(each => margin + each).join(end) + (last ? end : '')
    );
  });

test('the selection itself fits without a change', () => {
  fc.assert(fc.property(text, before => assert.equal(fit(before, before), before)));
});

test('what fits is not changed again', () => {
  fc.assert(fc.property(text, text, (code, before) => assert.equal(fit(fit(code, before), before), fit(code, before))));
});

test('code that was corrected where it stands is not moved', () => {
  const before = '        total = 0\n    for n in numbers:\n        total += n\n    return total\n';
  const after = '    total = 0\n    for n in numbers:\n        total += n\n    return total\n';
  assert.equal(fit(after.trimEnd(), before, 'python'), after);
});

test('empty lines at the end that are all that is gone were meant to go', () => {
  assert.equal(fit('const a = 1;', 'const a = 1;\n\n\n'), 'const a = 1;\n');
  assert.equal(fit('const b = 1;', 'const a = 1;\n\n\n'), 'const b = 1;\n\n\n');
});

test('in a makefile a tab stays one', () => {
  assert.equal(fit('build:\n\techo one', 'script = \\\n  echo one\n', 'makefile'), 'build:\n\techo one\n');
});

test('code that stands too deep as a whole is moved back, unless that is all that has changed', () => {
  assert.equal(fit('    f(1);\n    g();', 'f();\ng();\n'), '    f(1);\n    g();\n'); // its first line is another one
  assert.equal(fit('    f();\n    g(1);', 'f();\ng();\n'), 'f();\ng(1);\n');
  assert.equal(fit('    f();\n    g();', 'f();\ng();\n'), '    f();\n    g();\n');
  assert.equal(fit('    f();\ng(1);\nh();', 'f();\ng();\nh();\n'), '    f();\ng(1);\nh();\n');
});
