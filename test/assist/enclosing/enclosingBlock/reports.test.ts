import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enclosingBlock } from '../../../../src/assist/enclosing/enclosingBlock.ts';

/** What users of other tools have reported, in our own words and code. Lines from 1: the cursor's, the first and the last. */
interface Report {
  readonly at: string;
  readonly says: string;
  readonly language: string;
  readonly lines: readonly string[];
  readonly expected: readonly (readonly [cursor: number, first: number, last: number])[];
}

const reports: readonly Report[] = [
  {
    at: 'sourcegraph/cody#3495',
    says: 'the test around the cursor is meant, not its suite',
    language: 'typescript',
    lines: [
      "describe('cart', () => {",
      "  it('adds', () => {",
      '    add();',
      '  });',
      "  it('takes', () => {});",
      '});',
    ],
    expected: [[3, 2, 4]],
  },
  {
    at: 'microsoft/vscode#157680',
    says: 'a function whose type stands on a line of its own begins there',
    language: 'c',
    lines: ['int a;', '', 'static void', 'run(void)', '{', '  go();', '}'],
    expected: [[6, 3, 7]],
  },
  {
    at: 'microsoft/vscode#186594',
    says: 'a bracket on a line of its own belongs to the line above',
    language: 'csharp',
    lines: ['class A', '{', '    void Go()', '    {', '        x();', '    }', '}'],
    expected: [
      [5, 3, 6],
      [4, 3, 6],
    ],
  },
  {
    at: 'microsoft/vscode#163972 and #227961',
    says: 'parameters on lines of their own belong to the function, and so does its name',
    language: 'javascript',
    lines: [
      'const charts = {',
      '  options: function (',
      '    data,',
      '    size,',
      '  ) {',
      '    return 1;',
      '  },',
      '};',
    ],
    expected: [
      [6, 2, 7],
      [3, 2, 7],
    ],
  },
  {
    at: 'sublimehq/Packages#569',
    says: 'parameters on lines of their own, in Python',
    language: 'python',
    lines: ['def f(', '        a,', '        b):', '    c = a + b', '    return c', '', 'x = 1'],
    expected: [
      [2, 1, 5],
      [5, 1, 5],
    ],
  },
  {
    at: 'microsoft/vscode#66787 and tmhedberg/SimpylFold#22',
    says: 'a text that is not indented does not end the function',
    language: 'python',
    lines: ['def f():', '    s = """', 'hello', '"""', '    print(s)', '', 'def g():', '    pass'],
    expected: [
      [5, 1, 5],
      [3, 1, 5],
    ],
  },
  {
    at: 'tmhedberg/SimpylFold#82',
    says: 'a text of several lines may begin behind another one',
    language: 'python',
    lines: ['def f():', '    return \'a\', """', 'def no():', '    b"""', '', 'def g():', '    pass'],
    expected: [
      [3, 1, 4],
      [7, 6, 7],
    ],
  },
  {
    at: 'izhangzhihao/intellij-rainbow-brackets#2721',
    says: 'a method with a decorator is found, and not its class',
    language: 'python',
    lines: ['class A:', '    def a(self):', '        pass', '', '    @classmethod', '    def b(cls):', '        pass'],
    expected: [
      [7, 5, 7],
      [5, 5, 7],
    ],
  },
  {
    at: 'nvim-treesitter/nvim-treesitter-textobjects#783',
    says: "one class's decorator begins no other class",
    language: 'python',
    lines: ['@dataclass', 'class A:', '    a: int', '', '', 'class B:', '    b = 1'],
    expected: [[7, 6, 7]],
  },
  {
    at: 'nvim-treesitter/nvim-treesitter-textobjects#553',
    says: 'an indented function ends at its own bracket',
    language: 'rust',
    lines: ['impl A {', '    fn one() {', '    }', '', '    fn two() {', '    }', '}'],
    expected: [
      [2, 2, 3],
      [6, 5, 6],
    ],
  },
  {
    at: 'microsoft/vscode-cpptools#1584 and microsoft/vscode#57696',
    says: 'lines of the preprocessor at the margin end no function',
    language: 'cpp',
    lines: [
      'void f()',
      '{',
      '  int x = 10;',
      '#if 0',
      '  int y = x;',
      '#else',
      '  int y = x + 1;',
      '#endif',
      '  go(y);',
      '}',
    ],
    expected: [
      [9, 1, 10],
      [5, 1, 10],
    ],
  },
  {
    at: 'universal-ctags/ctags#1188',
    says: 'brackets that several branches of the preprocessor close are counted once',
    language: 'c',
    lines: [
      'int a()',
      '{',
      '  if (x) {',
      '#ifdef Y',
      '  } else {',
      '    y();',
      '  }',
      '#else',
      '  }',
      '#endif',
      '}',
      'int b()',
      '{',
      '}',
    ],
    expected: [
      [9, 1, 11],
      [13, 12, 14],
    ],
  },
  {
    at: 'madskristensen/WebEssentials2013#816 and atom/bracket-matcher#215',
    says: 'brackets in a regular expression count for nothing',
    language: 'javascript',
    lines: [
      'const a = {',
      '  b: function (s) {',
      '    return /^\\s*{?/.test(s) || /\\}/.test(s);',
      '  },',
      '  c: 1,',
      '};',
    ],
    expected: [
      [3, 2, 4],
      [5, 1, 6],
    ],
  },
  {
    at: 'microsoft/vscode#157750',
    says: "a C++ class begins with its template's line",
    language: 'cpp',
    lines: ['#include <string>', '', 'template <typename T>', 'class Field', '{', 'public:', '  T value;', '};'],
    expected: [[7, 3, 8]],
  },
  {
    at: 'ajaxorg/ace#5296 and atom/language-yaml#99',
    says: 'a list that is not indented belongs to its key',
    language: 'yaml',
    lines: ['key: 1', 'list:', '- name: a', '  value: 1', '- name: b', '  value: 2', 'other:', '- one', '- two'],
    expected: [
      [4, 3, 4],
      [8, 7, 9],
    ],
  },
  {
    at: 'devchat-ai/devchat#291',
    says: 'the last line belongs to the function',
    language: 'python',
    lines: ['def f():', '    """Doc."""', '    a()', '    return {', "        'b': 1,", '    }'],
    expected: [
      [2, 1, 6],
      [6, 1, 6],
    ],
  },
];

for (const { at, says, language, lines, expected } of reports) {
  test(`${says} (${at})`, () => {
    const found = expected.map(([cursor]) => {
      const block = enclosingBlock({ text: lines.join('\n'), language, line: cursor - 1 });
      return [cursor, (block?.first ?? NaN) + 1, (block?.last ?? NaN) + 1];
    });
    assert.deepEqual(found, expected);
  });
}
