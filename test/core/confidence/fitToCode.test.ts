import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitToCode } from '../../../src/core/confidence/fitToCode.ts';

test('the last newline is the selection’s', () => {
  assert.equal(fitToCode('b', 'a\n'), 'b\n');
  assert.equal(fitToCode('b\n\n', 'a'), 'b');
});

test('line ends are the selection’s', () => {
  assert.equal(fitToCode('a\nb\n', 'x\r\ny\r\n'), 'a\r\nb\r\n');
  assert.equal(fitToCode('a\r\nb', 'x\ny'), 'a\nb');
});

test('code that was moved to the margin is moved back', () => {
  assert.equal(
    fitToCode('if (a) {\n  b();\n}', '    if (x) {\n      y();\n    }\n'),
    '    if (a) {\n      b();\n    }\n',
  );
  assert.equal(
    fitToCode('def f(self):\n    return 1', '    def f(self):\n        return 2\n'),
    '    def f(self):\n        return 1\n',
  );
});

test('only the first line is moved when only that lost its indentation', () => {
  assert.equal(fitToCode('a = 1\n    b = 2', '    x = 1\n    y = 2\n'), '    a = 1\n    b = 2\n');
  assert.equal(
    fitToCode('def f(self):\n        return 1', '    def f(self):\n        return 2\n'),
    '    def f(self):\n        return 1\n',
  );
});

test('a line that stood at the margin in the selection stays there', () => {
  const before = '    const text = `\nhello\n`;\n';
  assert.equal(fitToCode('const words = `\nhello\n`;', before), '    const words = `\nhello\n`;\n');
});

test('indentation that the model kept or chose deeper stays', () => {
  assert.equal(fitToCode('    a();\n', '  b();\n'), '    a();\n');
});

test('spaces become the selection’s tabs, level by level', () => {
  assert.equal(fitToCode('  if a {\n    b()\n  }', '\tif x {\n\t\ty()\n\t}\n'), '\tif a {\n\t\tb()\n\t}\n');
});

test('tabs become the selection’s spaces', () => {
  assert.equal(fitToCode('a {\n\tb\n}', 'x {\n  y\n}\n'), 'a {\n  b\n}\n');
});

test('nothing stays nothing', () => {
  assert.equal(fitToCode('', '  a();\n'), '');
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
  fc.assert(fc.property(text, before => assert.equal(fitToCode(before, before), before)));
});

test('what fits is not changed again', () => {
  fc.assert(
    fc.property(text, text, (code, before) =>
      assert.equal(fitToCode(fitToCode(code, before), before), fitToCode(code, before)),
    ),
  );
});
