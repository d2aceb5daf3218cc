import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionLines } from '../../../src/assist/evidence/definitionLines.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

const linesOf = (language: string, text: string, line: number): string =>
  atOnce(definitionLines(text, language, { first: line, last: line })).text;

/** A file, the line that a language service tells, and what is shown of it. */
const definitions: readonly [language: string, text: string, line: number, expected: string][] = [
  [
    'typescript',
    'let a;\n\n/** What is due. */\nexport function taxOf(net: number) {\n  return net / 5;\n}\n\nlet b;',
    3,
    '/** What is due. */\nexport function taxOf(net: number) {\n  return net / 5;\n}',
  ],
  // continuedev/continue #2615: of a class of Python only the line with its name was sent
  [
    'python',
    'A = 1\n\nclass Rate:\n    value: int\n\n    def half(self):\n        return self.value / 2\n\nB = 2\n',
    2,
    'class Rate:\n    value: int\n\n    def half(self):\n        return self.value / 2',
  ],
  ['go', 'package a\n\ntype Item struct {\n\tPrice int\n}\n', 2, 'type Item struct {\n\tPrice int\n}'],
  [
    'rust',
    'use a;\n\n#[derive(Debug)]\npub struct Item {\n    price: u32,\n}\n',
    3,
    '#[derive(Debug)]\npub struct Item {\n    price: u32,\n}',
  ],
  [
    'java',
    'class A {\n  /** Due. */\n  int tax(int net) {\n    return net / 5;\n  }\n}\n',
    2,
    '  /** Due. */\n  int tax(int net) {\n    return net / 5;\n  }',
  ],
  ['cpp', '#include <a>\n\nstruct Item {\n  int price;\n};\n', 2, 'struct Item {\n  int price;\n};'],
];
for (const [language, text, line, expected] of definitions) {
  test(`a definition in ${language} is sent whole, with what is said above it`, () => {
    assert.equal(linesOf(language, text, line), expected);
  });
}

test('a constant is sent with the lines that belong to it', () => {
  assert.equal(linesOf('typescript', 'let a;\n\nexport const rate = 0.2;\n\nlet b;', 2), 'export const rate = 0.2;');
});

// Parslee-ai/neo #176, Amazon-Q-Developer/language-servers #2871: what was cut looked whole
test('one that is long is cut, and says how much is missing', () => {
  const body = Array.from({ length: 98 }, (_, at) => `  step(${at});`);
  const shown = linesOf('typescript', ['function run() {', ...body, '}'].join('\n'), 0);
  assert.equal(shown.split('\n').length, 41);
  assert.match(shown, /… \(60 more lines\)$/);
});

test('in a long file only what is around the definition is read, and the definition is whole', () => {
  const methods = Array.from({ length: 4_000 }, (_, at) => `function run${at}() {\n  return ${at};\n}\n`);
  assert.equal(linesOf('typescript', methods.join('\n'), 8_000), 'function run2000() {\n  return 2000;\n}');
});

test('a line without an end is cut', () => {
  assert.equal(linesOf('javascript', `var data = "${'x'.repeat(100_000)}";`, 0).length, 302);
});
