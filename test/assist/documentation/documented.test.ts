import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documented } from '../../../src/assist/documentation/documented.ts';
import { readCodeLines } from '../../../src/assist/enclosing/codeLines.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { declarations } from '../declarations.ts';

const lines = (...each: readonly string[]): string => each.join('\n');

test('a comment stands above a function of TypeScript, as deep as it', () => {
  const code = lines('  total(items: Item[]): number {', '    return 0;', '  }');
  const answer = lines('/**', ' * Sums the prices.', ' */');
  assert.equal(documented(code, answer, 'typescript'), lines('  /**', '   * Sums the prices.', '   */', code));
});

for (const [language, code, acting] of [
  ['typescriptreact', 'function total() {}', '@jsxImportSource evil'],
  ['typescriptreact', 'function total() {}', '@jsx evil'],
  ['typescript', 'function total() {}', '@jest-environment ./evil.js'],
  ['typescript', 'function total() {}', '@vitest-environment ./evil.js'],
  ['typescript', 'function total() {}', '@ts-nocheck'],
  ['typescript', 'function total() {}', '<reference path="https://a.example/x" />'],
  ['javascript', 'function total() {}', '# sourceMappingURL=https://a.example/x'],
  ['javascript', 'function total() {}', 'eslint-disable no-eval'],
  ['go', 'func Total() {}', '#cgo LDFLAGS: -Lx'],
] as const)
  test(`a comment that makes a tool act is none: ${acting}`, () => {
    const [line] = [language === 'go' ? `// ${acting}` : `/** ${acting} */`];
    for (const answer of [line, acting, language === 'go' ? `// Sums.\n${line}` : `/**\n * Sums.\n * ${acting}\n */`])
      assert.equal(documented(code, answer, language)?.includes(acting) ?? false, false, answer);
  });

test('nor is one of another kind, whose words would come into one', () => {
  assert.equal(
    documented('function total() {}', '// Sums the prices, @jsxImportSource evil.', 'typescriptreact'),
    undefined,
  );
  assert.ok(documented('function total() {}', '// Sums the prices.', 'typescriptreact'));
});

test('words that only speak of such things stay', () => {
  const comment = '/** Flow of the reference: a source map, as jest and vitest have it. See webpack. */';
  assert.equal(documented('function total() {}', comment, 'typescript'), lines(comment, 'function total() {}'));
});

test('a model that repeats the code changes none of it', () => {
  const code = lines('function total() {', '  return 0;', '}');
  const answer = lines('/** Sums. */', 'function total() {', '  return 1;', '}');
  assert.equal(documented(code, answer, 'javascript'), lines('/** Sums. */', code));
});

test('an older comment that documents goes, one that does not stays', () => {
  const code = lines('// see issue 7', '', '/** Old. */', '@log()', 'function total() {}');
  assert.equal(
    documented(code, '/** New. */', 'typescript'),
    lines('// see issue 7', '', '/** New. */', '@log()', 'function total() {}'),
  );
});

test('what a tool reads stays next to the code', () => {
  const code = lines('// eslint-disable-next-line no-console', 'function total() {}');
  assert.equal(
    documented(code, '/** Sums. */', 'javascript'),
    lines('/** Sums. */', '// eslint-disable-next-line no-console', 'function total() {}'),
  );
});

test('in Python it is the first statement of the body, below decorators and a head of several lines', () => {
  const code = lines('@cached', 'def total(', '    items: list[int],', ') -> int:', '    return sum(items)');
  const answer = lines('"""Sums the prices.', '', 'Raises nothing.', '"""');
  assert.equal(
    documented(code, answer, 'python'),
    lines(
      '@cached',
      'def total(',
      '    items: list[int],',
      ') -> int:',
      '    """Sums the prices.',
      '',
      '    Raises nothing.',
      '    """',
      '    return sum(items)',
    ),
  );
});

test('in Python an older docstring goes, and the head that a model repeats is not taken', () => {
  const code = lines('class Cart:', "    '''Old.", "    Older.'''", '', '    items = []');
  const answer = lines('class Cart:', '    """What a customer wants."""');
  assert.equal(
    documented(code, answer, 'python'),
    lines('class Cart:', '    """What a customer wants."""', '', '    items = []'),
  );
});

test('in Python a body behind the colon moves below', () => {
  assert.equal(
    documented('def one(): return 1', '"""Says one."""', 'python'),
    lines('def one():', '    """Says one."""', '    return 1'),
  );
});

test('in Go the comment replaces the one above and leaves a directive where it is', () => {
  const code = lines('// Total is old.', '//go:noinline', 'func Total() int { return 0 }');
  assert.equal(
    documented(code, '// Total sums.', 'go'),
    lines('// Total sums.', '//go:noinline', 'func Total() int { return 0 }'),
  );
});

test('in Rust it stands above the attributes', () => {
  const code = lines('    #[must_use]', '    pub fn total(&self) -> u32 { 0 }');
  assert.equal(
    documented(code, lines('/// Sums.', '///', '/// # Panics', '/// Never.'), 'rust'),
    lines('    /// Sums.', '    ///', '    /// # Panics', '    /// Never.', code),
  );
});

test('in Java and C++ it stands above annotations and templates', () => {
  const java = lines('    @Override', '    public int total() { return 0; }');
  assert.equal(
    documented(java, lines('/**', ' * Sums.', ' */'), 'java'),
    lines('    /**', '     * Sums.', '     */', java),
  );
  const cpp = lines('template <typename T>', 'T total(const std::vector<T>& items);');
  assert.equal(documented(cpp, '/// @brief Sums.', 'cpp'), lines('/// @brief Sums.', cpp));
});

test('line ends stay those of the file', () => {
  assert.equal(documented('int f();\r\nint g();', '/** F. */', 'cpp'), '/** F. */\r\nint f();\r\nint g();');
});

test('an answer without a comment, or code without a declaration, is not used', () => {
  assert.equal(documented('function f() {}', 'f();', 'javascript'), undefined);
  assert.equal(documented('x = 1', '"""Says."""', 'python'), undefined);
  assert.equal(documented('// only a comment', '/** F. */', 'javascript'), undefined);
});

test('lines that a preprocessor reads are no comment, in the answer and above the code', () => {
  const code = lines('#include "a.h"', '// plain', 'int f();');
  assert.equal(
    documented(code, lines('/** F. */', '#define f g'), 'cpp'),
    lines('#include "a.h"', '// plain', '/** F. */', 'int f();'),
  );
});

test('of two comments in different marks the first is taken', () => {
  assert.equal(documented('int f();', lines('/// F.', '/** G. */'), 'cpp'), lines('/// F.', 'int f();'));
});

/** Of what an answer may be made of: comments of all languages, whole and broken, and code. */
const pieces = fc.constantFrom(
  ...[
    '/** A. */',
    '/**',
    ' * b',
    ' */',
    '*/',
    '/*',
    '// c',
    '/// d',
    '//! e',
    '# f',
    '#define X',
    '"""',
    '"""g"""',
    "'''",
  ],
  ...[
    '"""h',
    'i"""',
    'r"""j\\k"""',
    '"',
    "'",
    '`',
    '\\',
    '{',
    '}',
    '(',
    'x = 1',
    'def f():',
    '    pass',
    'a */ b',
    '',
    '    ',
    '\t',
  ],
  ...['// go:embed x', '/** {@link a */ b */', '* @param {string} a', '@Test', '#[test]', '<summary>', '\r'],
);
const answers = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map(each => each.join('\n')),
  fc.array(pieces, { maxLength: 6 }).map(each => each.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const samples = Object.entries(declarations).flatMap(([language, codes]) => codes.map(code => ({ language, code })));

/** What is neither comment nor, in Python, a text of its own. */
function codeIn(text: string, language: string): readonly string[] {
  const { lines: written, codeLines } = atOnce(readCodeLines(text, language));
  const isDocstring = (line: string): boolean => language === 'python' && /^\s*[rRuU]?"+\s*$/.test(line);
  const outside = text.replace(/\/\*[^]*?\*\//g, block => block.replace(/[^\n]/g, ' ')).split('\n');
  const isPreprocessor = (line = ''): boolean => language === 'cpp' && /^\s*#/.test(line);
  return written.filter(
    (_, at) =>
      isPreprocessor(outside[at]) || ((codeLines[at] ?? '').trim() !== '' && !isDocstring(codeLines[at] ?? '')),
  );
}

test('whatever a model writes, only lines of comment are added or taken away', () => {
  fc.assert(
    fc.property(fc.constantFrom(...samples), answers, ({ language, code }, answer) => {
      const whole = documented(code, answer, language);
      if (whole === undefined || code.includes('): return')) return; // a body behind its colon moves below
      assert.deepEqual(codeIn(whole, language), codeIn(code, language));
    }),
    { numRuns: 4_000 },
  );
});

test('a comment that is put twice stands there once', () => {
  fc.assert(
    fc.property(fc.constantFrom(...samples), answers, ({ language, code }, answer) => {
      const once = documented(code, answer, language);
      if (once !== undefined) assert.equal(documented(once, answer, language), once);
    }),
    { numRuns: 2_000 },
  );
});
