import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indentedAt, type InsertionPlace } from '../../src/assist/indentedAt.ts';

const blanks: InsertionPlace = { before: '', after: '', insertSpaces: true, tabSize: 4 };

const cases: readonly {
  readonly name: string;
  readonly code: string;
  readonly place?: Partial<InsertionPlace>;
  readonly expected: string;
}[] = [
  {
    name: 'code put on an indented line stands as far in as that line',
    code: 'if (a) {\n  b();\n}\n',
    place: { before: '    ' },
    expected: 'if (a) {\n      b();\n    }',
  },
  {
    name: 'code that stands further in itself loses what all its lines have in common',
    code: '        if (a) {\n          b();\n        }\n',
    place: { before: '  ' },
    expected: 'if (a) {\n    b();\n  }',
  },
  {
    name: 'empty lines get no blanks',
    code: 'a();\n\n  \nb();\n',
    place: { before: '    ' },
    expected: 'a();\n\n\n    b();',
  },
  {
    name: 'where text follows it stays on a line of its own',
    code: 'a();\n',
    place: { before: '  ', after: 'b();' },
    expected: 'a();\n  ',
  },
  {
    name: 'steps of blanks become tabs where the document uses tabs',
    code: 'if a:\n    if b:\n        c()\n',
    place: { before: '\t', insertSpaces: false },
    expected: 'if a:\n\t\tif b:\n\t\t\tc()',
  },
  {
    name: 'tabs become blanks where the document uses blanks',
    code: 'if a {\n\tb()\n}\n',
    place: { tabSize: 2 },
    expected: 'if a {\n  b()\n}',
  },
  {
    name: 'blanks that line something up stay blanks',
    code: 'call(a,\n     b);\n  c();\n',
    place: { insertSpaces: false },
    expected: 'call(a,\n     b);\n\tc();',
  },
  {
    name: 'Windows line ends are read as line ends',
    code: 'a\r\n  b\r\n',
    place: { before: ' ' },
    expected: 'a\n   b',
  },
  {
    name: 'code behind other text on its line begins there',
    code: 'f(\n  a)\n',
    place: { before: 'x = ' },
    expected: 'f(\n  a)',
  },
  { name: 'nothing stays nothing', code: '', expected: '' },
];

for (const { name, code, place, expected } of cases) {
  test(name, () => assert.equal(indentedAt(code, { ...blanks, ...place }), expected));
}
