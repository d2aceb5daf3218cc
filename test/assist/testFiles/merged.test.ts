import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { merged } from '../../../src/assist/testFiles/merged.ts';
import { declarations } from '../declarations.ts';

const lines = (...each: readonly string[]): string => `${each.join('\n')}\n`;

test('tests without a group go to the end of a file that has several', () => {
  const text = lines("describe('a', () => {", '});', '', "describe('b', () => {", '});');
  assert.equal(merged(text, "test('c', () => {});", 'typescript'), `${text}\ntest('c', () => {});\n`);
});

test('a group that is there gets what is new in it, and nothing twice', () => {
  const text = lines("describe('a', () => {", "  it('one', () => {});", '});');
  const added = lines(
    "describe('a', () => {",
    "    it('one', () => {});",
    '',
    "    it('two', () => {",
    '        b();',
    '    });',
    '});',
  );
  assert.equal(
    merged(text, added, 'typescript'),
    lines("describe('a', () => {", "  it('one', () => {});", '', "  it('two', () => {", '      b();', '  });', '});'),
  );
});

test('a method goes into the class of its file, with its decorator', () => {
  const text = lines('class TestA(TestCase):', '    def test_a(self):', '        pass');
  const added = lines('@skip', 'def test_b(self):', '    pass');
  assert.equal(merged(text, added, 'python'), `${text}\n    @skip\n    def test_b(self):\n        pass\n`);
});

test('a class whose brace stands on a line of its own takes more, also within a namespace', () => {
  const text = lines('namespace A', '{', '    class BTests', '    {', '        void One() {}', '    }', '}');
  assert.equal(
    merged(text, lines('[Fact]', 'void Two() {}'), 'csharp'),
    lines(
      'namespace A',
      '{',
      '    class BTests',
      '    {',
      '        void One() {}',
      '',
      '        [Fact]',
      '        void Two() {}',
      '    }',
      '}',
    ),
  );
});

test('a method for a file without a class has no place', () => {
  assert.equal(merged('package a;\n', '@Test\nvoid a() {}', 'java'), undefined);
});

test('names are taken in once, in a list of several lines as well', () => {
  const text = lines('import {', '  a', "} from './a';", '', "it('a', () => {});");
  const added = lines("import { a, b } from './a';", '', "it('b', () => {});");
  assert.equal(
    merged(text, added, 'typescript'),
    lines('import {', '  a,', '  b,', "} from './a';", '', "it('a', () => {});", '', "it('b', () => {});"),
  );
});

test('in Python a further name of a module is a statement of its own', () => {
  const text = lines('from a import b', '', '', 'def test_b():', '    b()');
  const added = lines('from a import b, c', '', '', 'def test_c():', '    c()');
  assert.match(merged(text, added, 'python') ?? '', /^from a import b\nfrom a import c\n\n/);
});

test('what looks like an import in a text is none', () => {
  const text = lines("import { it } from 'vitest';", '', 'const code = `', "import a from 'a';", '`;');
  const whole = merged(text, lines("import b from 'b';", '', "it('b', () => {});"), 'typescript');
  assert.match(whole ?? '', /^import \{ it \} from 'vitest';\nimport b from 'b';\n/);
});

test('lines of a text are not moved', () => {
  const text = lines('class TestA:', '    def test_a(self):', '        pass');
  const added = lines('def test_b(self):', '    text = """', 'at the margin', '"""');
  assert.match(
    merged(text, added, 'python') ?? '',
    /\n    def test_b\(self\):\n        text = """\nat the margin\n"""\n$/,
  );
});

test('line ends stay those of the file', () => {
  assert.equal(merged('it(1);\r\n', 'it(2);\n', 'typescript'), 'it(1);\r\n\r\nit(2);\r\n');
});

test('in Rust a module for tests is made where there is none', () => {
  assert.equal(
    merged('fn a() {}\n', '#[test]\nfn b() {}\n', 'rust'),
    lines('fn a() {}', '', '#[cfg(test)]', 'mod tests {', '    use super::*;', '', '    #[test]', '    fn b() {}', '}'),
  );
});

const pieces = fc.constantFrom(
  ...[
    "it('a', () => {",
    '});',
    "describe('b', () => {",
    "import { a } from 'a';",
    'import {',
    '}',
    'class A {',
    '{',
    'import a',
    '',
  ],
  ...[
    'def test_a():',
    '    def b(self):',
    '    pass',
    'class B:',
    '@Test',
    '#[test]',
    'mod tests {',
    'fn a() {}',
    '"""',
    '`',
    '/*',
    '*/',
  ],
  ...['func A() {', 'package a', 'import (', '\t"b"', ')', '#include <a>', 'from a import b', '// c', 'use super::*;'],
);
const texts = fc.array(pieces, { maxLength: 14 }).map(each => each.join('\n'));
const languages = fc.constantFrom(...Object.keys(declarations), 'csharp', 'ruby');

/** Without what a statement that takes something in may have become. */
const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trimEnd())
    .filter(line => line.trim() !== '' && !/^import .*\{|^\s*\w+,?$/.test(line));

test('no line of the file is lost, and none changes its place among the others', () => {
  fc.assert(
    fc.property(texts, texts, languages, (text, added, language) => {
      const whole = merged(text, added, language);
      if (whole === undefined) return;
      const found = linesIn(whole);
      let at = 0;
      for (const line of linesIn(text)) {
        at = found.indexOf(line, at) + 1;
        assert.ok(at > 0, `${JSON.stringify(line)} is lost from ${JSON.stringify(whole)}`);
      }
    }),
    { numRuns: 4_000 },
  );
});
