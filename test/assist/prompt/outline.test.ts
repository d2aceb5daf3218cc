import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outlineOf } from '../../../src/assist/prompt/outline.ts';

/** Imports that take several lines, in the languages that write them so, and how many lines they have. */
const imports: readonly [language: string, text: string, lines: number][] = [
  ['TypeScript', "import {\n  one,\n  two,\n} from './numbers';\nconst a = 1;\n", 4],
  ['Python', 'from numbers import (\n    one,\n    two,\n)\na = 1\n', 4],
  ['Go', 'package main\nimport (\n\t"fmt"\n\t"os"\n)\nvar a = 1\n', 5],
  ['Rust', 'use std::{\n    fmt,\n    io,\n};\nlet a = 1;\n', 4],
  ['Java', 'import java.util.List;\nimport java.util.Map;\nclass A {}\n', 2],
  ['C++', '#include <vector>\n#include "a.h"\nint a = 1;\n', 2],
];
for (const [language, text, lines] of imports) {
  test(`the imports of ${language} are kept whole, also where they take several lines`, () => {
    const { before } = outlineOf([], text, { firstLine: 0, startLine: 50, endLine: 51 });
    assert.deepEqual(
      before.map(({ first }) => first),
      Array.from({ length: lines }, (_, at) => at),
    );
  });
}
