import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockAround, enclosingBlock, headLine } from '../../../src/assist/enclosing/enclosingBlock.ts';

/** The block around each line of a code, lines from 0: '0-2', or '' where it cannot be told. */
const blocks = (language: string, ...lines: readonly string[]): readonly string[] =>
  lines.map((_, line) => {
    const block = enclosingBlock({ text: lines.join('\n'), language, line });
    return block ? `${block.first}-${block.last}` : '';
  });

test('a function whose bracket is missing ends where the next one begins', () => {
  const found = blocks(
    'typescript',
    'function a() {',
    '  if (x) {',
    '    y();',
    '}',
    '',
    'function b() {',
    '  z();',
    '}',
  );
  assert.deepEqual([found[2], found[6]], ['0-3', '5-7']);
});

test('a method whose bracket is missing does not swallow the next one, nor its class', () => {
  const found = blocks('java', 'class A {', '  void a() {', '    if (x) {', '  }', '', '  void b() {', '  }', '}');
  assert.deepEqual([found[2], found[5], found[4]], ['1-3', '5-6', '0-7']);
});

test('a bracket too many, or a round one that is open, ends nothing but its line', () => {
  const found = blocks('typescript', 'function a() {', '  x(1;', '  }', '}', 'function b() {', '  y();', '}');
  assert.deepEqual([found[1], found[5]], ['0-3', '4-6']);
});

test('a text that never ends hides what is behind it, not what is before', () => {
  const found = blocks('typescript', 'function a() {', '  x();', '}', 'const t = `', 'function b() {', '}');
  assert.equal(found[1], '0-2');
});

test('nothing is guessed in markup, and in texts that are too long to be read at once', () => {
  const function_ = 'function a() {\n  x();\n}\n';
  const text = function_.repeat(20_000);
  const found = [
    enclosingBlock({ text: function_, language: 'html', line: 1 }),
    ...['typescript', 'markdown'].map(language => enclosingBlock({ text, language, line: 1 })),
  ];
  assert.deepEqual(found, [undefined, undefined, undefined]);
});

test('a text of more lines than code has is data, and nothing is looked for in it', () => {
  const text = `function a() {\n  x();\n}\n${'1\n'.repeat(50_000)}`;
  assert.equal(enclosingBlock({ text, language: 'typescript', line: 1 }), undefined);
});

test('an indentation of tabs is as good as one of blanks', () => {
  assert.deepEqual(blocks('python', 'class A:', '\tdef a(self):', '\t\tif x:', '            y()', '\tb = 1')[3], '1-3');
});

const others: readonly (readonly [string, readonly string[], number, string])[] = [
  ['ruby', ['class A', '  # Doc.', '  def f', '    if x', '      y', '    end', '  end', 'end'], 4, '1-6'],
  ['lua', ['local M = {}', 'function M.f(a)', '  return {', '    a', '  }', 'end'], 3, '1-5'],
  ['shellscript', ['set -e', 'run() {', '  echo "${x}"', '}', 'run'], 2, '1-3'],
  ['php', ['<?php', '#[Attr]', 'function f(): ?array', '{', "    g('{');", '}'], 4, '1-5'],
  [
    'kotlin',
    [
      'class A {',
      '    @Test',
      '    fun f() {',
      '        list.forEach {',
      '            g(it)',
      '        }',
      '    }',
      '}',
    ],
    4,
    '1-6',
  ],
  ['kotlin', ['class A {', '    fun f(): Int =', '        1', '}'], 2, '1-2'],
  ['swift', ['struct A: View {', '    var body: some View {', '        Text("x")', '    }', '}'], 2, '1-3'],
  [
    'rust',
    [
      'impl<T> A for B<T> {',
      '    #[inline]',
      '    fn f<F>(g: F)',
      '    where',
      '        F: Fn(),',
      '    {',
      "        '{';",
      '    }',
      '}',
    ],
    6,
    '1-7',
  ],
  [
    'csharp',
    ['class A', '{', '    [HttpGet]', '    public int X', '    {', '        get { return 1; }', '    }', '}'],
    5,
    '2-6',
  ],
  [
    'dart',
    [
      'class A {',
      '  @override',
      '  Widget build(Context context) {',
      '    return B(onTap: () {',
      '      c();',
      '    });',
      '  }',
      '}',
    ],
    4,
    '1-6',
  ],
  [
    'cpp',
    [
      'class A {',
      'public:',
      '  A(int x) : x_(x), y_{1} {',
      '    f([&](int z) {',
      '      g(z);',
      '    });',
      '  }',
      '};',
    ],
    4,
    '2-6',
  ],
  ['scss', ['@media print {', '  .a,', '  .b {', '    &:hover { x: y; }', '    z: 1;', '  }', '}'], 4, '1-5'],
  ['json', ['{', '  "a": {', '    "b": [', '      1', '    ]', '  }', '}'], 3, '1-5'],
  ['elixir', ['defmodule A do', '  def f(x) do', '    x', '  end', 'end'], 2, '1-3'],
];
for (const [language, lines, line, expected] of others) {
  test(`${language}: ${lines[line]?.trim()} stands in ${expected}`, () => {
    assert.equal(blocks(language, ...lines)[line], expected);
  });
}

const place = { text: 'class A {\n  f = () => {\n    x();\n  };\n  g(): void;\n}\n', language: 'typescript' };

test("a block inside of a service's symbol is the better answer: arrow functions are variables to it", () => {
  assert.deepEqual(blockAround({ ...place, line: 2 }, { first: 0, last: 5 }), { first: 1, last: 3 });
});

test('a symbol of one line is no better than the block around it', () => {
  assert.deepEqual(blockAround({ ...place, line: 4 }, { first: 4, last: 4 }), { first: 0, last: 5 });
});

test('where a service knows more it is believed, and comments and decorators above are taken along', () => {
  const text = 'x\n// why\n@a\nthing b\n  c\nd\n';
  assert.deepEqual(blockAround({ text, language: 'typescript', line: 4 }, { first: 3, last: 5 }), {
    first: 1,
    last: 5,
  });
});

test('a declaration begins below its comments and decorators', () => {
  assert.equal(headLine(['/**', ' * Doc.', ' */', '@a', '', 'f() {', '}'], { first: 0, last: 6 }), 5);
});

test('texts that were made to be read over and over are read in one go', { timeout: 120_000 }, () => {
  const shapes = [
    '{',
    '}\n',
    '({[',
    '{}',
    '{\n ',
    '\n',
    '@a(\n',
    ')\n@a(',
    '#if\n',
    'a=>\n',
    ' def f(\n',
    '- ',
    'a:\n',
    '`',
    '\\"',
  ];
  for (const language of ['typescript', 'python', 'c', 'yaml'])
    for (const shape of shapes) {
      const text = shape.repeat(40_000 / shape.length);
      enclosingBlock({ text, language, line: Math.floor(text.split('\n').length / 2) });
    }
});
