import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { enclosingBlock } from '../../../../src/assist/enclosing/enclosingBlock.ts';

const folder = path.join(import.meta.dirname, '../../../fixtures/code');
const fixture = (name: string): string => readFileSync(path.join(folder, `${name}.txt`), 'utf8');

/** Lines as an editor counts them, from 1: the cursor's, and the first and last that are meant; none: it cannot be told. */
type Row = readonly [cursor: number, first?: number, last?: number];

const files: Readonly<Record<string, { readonly language: string; readonly rows: readonly Row[] }>> = {
  'inventory.ts': {
    language: 'typescript',
    rows: [
      [1], // an import of one line
      [3, 2, 5], // an import of several
      [6], // between
      [14, 10, 15], // a signature in an interface
      [18, 17, 20], // a type
      [24, 22, 26], // an object at the top
      [29], // a constant, with brackets in its expression
      [31, 31, 31], // a function of one line
      [34, 33, 51], // in the comment above a function
      [37, 33, 51], // its signature, with braces
      [46, 33, 51], // with a callback that is a part of the line
      [48, 33, 51], // a blank line inside
      [51, 33, 51], // the closing bracket
      [52], // behind it
      [55, 53, 56], // an arrow function without braces
      [60, 58, 106], // in a decorator of several lines
      [65, 58, 106], // a field
      [70, 68, 75], // a constructor's parameters
      [78, 77, 79],
      [82, 81, 90], // a method's decorator
      [86, 81, 90], // its body; its return type has braces
      [93, 92, 97], // an arrow function in a field
      [101, 99, 103], // a generator
      [105, 105, 105], // a method of one line
      [110, 109, 111], // a function in a function
      [112, 108, 124],
      [115, 114, 116], // a callback
      [119, 108, 124], // a case
      [127, 126, 137], // between the tests of a suite
      [131, 129, 132], // a test in a suite
      [142, 141, 143], // a method of an object
      [145, 144, 146],
      [150, 149, 151], // a statement at the top
    ],
  },
  'jobs.py': {
    language: 'python',
    rows: [
      [4, 2, 6], // a docstring that looks like code
      [14],
      [17, 16, 19],
      [22, 22, 47], // comments above a decorator
      [24, 22, 47],
      [29, 22, 47], // a field
      [31, 31, 33], // a decorator
      [38, 35, 47], // parameters on lines of their own
      [41, 35, 47],
      [46, 35, 47],
      [49, 22, 49], // a comment at the end of a class
      [50],
      [59, 57, 62], // in a text that is not indented
      [62, 57, 62],
      [66, 64, 73], // a comment that is not indented
      [68, 64, 73], // blank, inside
      [73, 64, 73],
      [75, 75, 75], // a method of one line
      [79, 78, 92],
      [86, 82, 88], // a function in a function in a function
      [90, 81, 90],
      [92, 78, 92],
      [96, 95, 103], // a decorator of several lines
      [103, 95, 103],
      [107, 106, 115],
      [113, 106, 115],
      [118, 118, 118],
      [122, 121, 122],
    ],
  },
  'server.go': {
    language: 'go',
    rows: [
      [2],
      [6, 4, 9],
      [13, 11, 14], // a raw text that looks like a function
      [18, 16, 19],
      [24, 24, 29], // the comment above a type
      [27, 24, 29],
      [36, 35, 38], // a type among several
      [42, 41, 53], // a doc comment
      [46, 41, 53], // a literal of a struct
      [50, 41, 53], // a loop
      [57, 55, 61], // a function that is returned
      [64, 63, 84], // a block comment with a bracket
      [67, 63, 84], // parameters on lines of their own
      [79, 63, 84], // a case
      [84, 63, 84],
      [85],
      [86, 86, 86], // one line, with a receiver
      [91, 88, 94], // generic
      [98, 96, 101], // gives interface{}
      [113, 103, 117], // in a subtest
    ],
  },
  'OrderService.java': {
    language: 'java',
    rows: [
      [3],
      [8, 7, 111], // the class's comment
      [12, 7, 111], // an annotation of several lines
      [18, 7, 111], // a field
      [29, 28, 30], // a constructor
      [32, 32, 45], // a method's comment
      [34, 32, 45], // an annotation with braces in a text
      [37, 32, 45], // its parameters
      [41, 32, 45], // else if
      [50, 47, 55], // a lambda
      [62, 60, 63], // a method of an anonymous class
      [66, 57, 68], // synchronized
      [70, 70, 70],
      [74, 72, 77], // a text block with a bracket
      [84, 82, 85], // a method of a constant of an enum
      [89, 88, 90],
      [87, 79, 91],
      [99, 98, 100], // a method of a record
      [108, 106, 109],
      [104, 103, 110], // a class whose header takes three lines
      [114, 113, 115],
      [118, 117, 123],
      [121, 120, 122],
    ],
  },
  'ring.c': {
    language: 'c',
    rows: [
      [3],
      [9, 8, 11], // a macro of several lines
      [18, 17, 24],
      [21, 20, 23], // a union in a struct
      [28, 26, 29],
      [33, 31, 34], // an initializer
      [36],
      [41, 40, 52], // a block comment with a bracket
      [43, 40, 52], // gives a struct
      [47, 40, 52], // blank, inside
      [54, 54, 58], // its type on a line of its own
      [57, 54, 58],
      [60, 60, 75],
      [63, 60, 75], // brackets that two branches open
      [70, 60, 75],
      [74, 60, 75],
      [77, 77, 88], // the oldest way
      [79, 77, 88],
      [85, 77, 88],
      [90, 90, 90],
      [96, 92, 101], // a loop that is a macro
      [99, 92, 101],
      [107, 103, 108], // a function made by a macro
      [109],
    ],
  },
  'deploy.yaml': {
    language: 'yaml',
    rows: [
      [2, 1, 2], // a key with a plain value at the top
      [3, 3, 7],
      [6, 4, 7], // an item of a list of texts
      [8],
      [11, 9, 12], // a comment among keys
      [14, 14, 46],
      [15, 15, 36], // the comment above a key
      [17, 15, 36],
      [19, 19, 19], // an item of one line
      [22, 21, 28], // a step
      [26, 21, 28], // a text that looks like a key
      [27, 21, 28], // blank, in that text
      [30, 30, 36], // the comment above an item
      [35, 34, 36],
      [41, 40, 46],
      [44, 43, 44], // an item of a list that is not indented
      [47], // between documents
      [52, 50, 52],
      [60, 57, 64],
      [66, 65, 66],
      [75, 74, 75],
      [78, 72, 78], // a folded text
      [82, 79, 82],
      [84, 83, 85], // a list at the top
    ],
  },
};

for (const [file, { language, rows }] of Object.entries(files)) {
  for (const newline of ['\n', '\r\n'])
    test(`${file}: the block around each cursor, with lines that end in ${JSON.stringify(newline)}`, () => {
      const text = fixture(file).replaceAll('\n', newline);
      const found = rows.map(([cursor]) => {
        const block = enclosingBlock({ text, language, line: cursor - 1 });
        return block ? [cursor, block.first + 1, block.last + 1] : [cursor];
      });
      assert.deepEqual(found, rows);
    });
}
