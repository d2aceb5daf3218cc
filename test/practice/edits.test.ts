import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { answerTo, codeIn } from './started.ts';

const cart = `import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EOL } from 'node:os';

var rate = 1.19;
var calls = 0;

export function total(items, label = 'total') {
  var sum = 0;
  for (var i = 0; i <= items.length; i++) {
    sum += items[i].price * rate;
  }
  calls = calls + 1;
  if (sum == 0 || label != \`sum of \${items.length} == items\`) console.log('total == 0', sum);
  return sum;
}

class Cart {
  items = [];
  async load(path) {
    const text = await readFile(join('data', path), 'utf8');
    return JSON.parse(text).items;
  }
}

const half = (value: number) => value / 2;
`;

const wishes = [
  'rename items to entries',
  'rename the method load to read',
  'add type annotations',
  'add a docstring to every function',
  'convert var to const',
  'use === instead of ==',
  'add a null check to total',
  'handle an empty list in total',
  'fix the bug',
  'add error handling',
  'sort the imports',
  'remove the console.log lines',
  'make it a microservice',
  'rename sum to net, use ===, var to const, add types, docs and error handling, and fix the off-by-one',
];

const editedCart = (wish: string): string => codeIn(answerTo('edit', { language: 'typescript', code: cart, wish }));

for (const wish of wishes) {
  test(`"${wish}" gives one block of TypeScript that parses`, () => {
    const edited = editedCart(wish);
    assert.deepEqual(syntaxErrors(edited), []);
    assert.notEqual(edited, cart.trimEnd());
  });
}

test('a renaming leaves strings and properties of other things alone', () => {
  const edited = editedCart('rename `items` to `entries`');
  assert.ok(edited.includes('entries[i].price'));
  assert.ok(edited.includes('${entries.length} == items`'));
  assert.ok(edited.includes('JSON.parse(text).items'));
});

test('var becomes const where the variable is set once, and let where it is set again', () => {
  const edited = editedCart('convert var to const');
  assert.deepEqual(edited.match(/\b(const|let|var) (rate|calls|sum|i)\b/g), [
    'const rate',
    'let calls',
    'let sum',
    'let i',
  ]);
});

test('loose comparisons become strict, those in strings stay', () => {
  const edited = editedCart('replace == by ===');
  assert.ok(edited.includes('sum === 0 || label !== `sum of ${items.length} == items`'));
  assert.ok(edited.includes("'total == 0'"));
});

test('the loop that runs one too far is mended', () => {
  assert.ok(editedCart('fix the bug').includes('i < items.length'));
});

test('a loop that looks at the next element may end one early', () => {
  const code = 'for (let i = 0; i < steps.length - 1; i++) {\n  gaps.push(steps[i + 1] - steps[i]);\n}';
  assert.ok(codeIn(answerTo('edit', { language: 'typescript', code, wish: 'fix the bug' })).endsWith(code));
});

test('imports are sorted by module', () => {
  const edited = editedCart('sort imports');
  assert.deepEqual(edited.match(/node:[\w/]+/g), ['node:fs/promises', 'node:os', 'node:path']);
});

test('a selection inside of a class keeps its indentation', () => {
  const code = '  load(path: string) {\n    return read(path);\n  }';
  const edited = codeIn(answerTo('edit', { language: 'typescript', code, wish: 'add error handling' }));
  assert.equal(
    edited,
    [
      '  load(path: string) {',
      '    try {',
      '      return read(path);',
      '    } catch (error) {',
      "      throw new Error('load failed', { cause: error });",
      '    }',
      '  }',
    ].join('\n'),
  );
});

test('Python gets types, docstring and a check below the docstring', () => {
  const code = 'def mean(values, scale=1.0):\n    return scale * sum(values) / len(values)';
  const edited = codeIn(
    answerTo('edit', { language: 'python', code, wish: 'add type hints and a docstring, and check for empty values' }),
  );
  assert.equal(
    edited,
    [
      'def mean(values: list, scale: float = 1.0) -> float:',
      '    """Works out the mean.',
      '',
      '    Args:',
      '        values: The values.',
      '        scale: The scale.',
      '',
      '    Returns:',
      '        `scale * sum(values) / len(values)`.',
      '    """',
      '    if not values:',
      '        return 0',
      '    return scale * sum(values) / len(values)',
    ]
      .join('\n')
      .replace('scale: float = 1.0', 'scale: float=1.0'),
  );
});

test('Python error handling keeps a string of several lines as it is', () => {
  const code = 'def show():\n    text = """a\n  b\n"""\n    print(text)';
  assert.equal(
    codeIn(answerTo('edit', { language: 'python', code, wish: 'add error handling' })),
    [
      'def show():',
      '    try:',
      '        text = """a',
      '  b',
      '"""',
      '        print(text)',
      '    except Exception as error:',
      "        raise RuntimeError('show failed') from error",
    ].join('\n'),
  );
});

test('JSON gets a key and stays JSON', () => {
  const [code, wish] = ['{\n  "name": "shop"\n}', 'add the key "private" with value true'];
  const edited = codeIn(answerTo('edit', { language: 'json', code, wish }));
  assert.deepEqual(JSON.parse(edited), { name: 'shop', private: true });
});

test('Go is edited by its own syntax', () => {
  const code =
    'func Sum(values []int) int {\n\ttotal := 0\n\tfor _, value := range values {\n\t\ttotal += value\n\t}\n\treturn total\n}';
  const wish = 'rename total to sum, add a comment and return early when values is empty';
  const edited = codeIn(answerTo('edit', { language: 'go', code, wish }));
  assert.ok(edited.startsWith('// Sum '));
  assert.ok(edited.includes('\tif len(values) == 0 {\n\t\treturn 0\n\t}\n\tsum := 0'));
});

test('Rust is edited by its own syntax', () => {
  const code = "fn first<'a>(words: &'a [String]) -> Option<&'a String> {\n    let mark = '{';\n    words.get(0)\n}";
  const edited = codeIn(answerTo('edit', { language: 'rust', code, wish: 'rename words to lines and document it' }));
  assert.ok(edited.startsWith('/// '));
  assert.ok(edited.includes("fn first<'a>(lines: &'a [String])") && edited.includes('lines.get(0)'));
});

test('what no rule can do leaves the code whole below an honest comment', () => {
  const edited = editedCart('make it a microservice');
  const [comment, ...rest] = edited.split('\n');
  assert.match(comment ?? '', /^\/\/ practice: no rule can do this/);
  assert.equal(rest.join('\n'), cart);
});

test('code that holds a fence comes back in a longer one', () => {
  const code = '/*\n```\n*/\nvar a = 1;';
  assert.match(
    answerTo('edit', { language: 'typescript', code, wish: 'var to const' }).replaceAll('\n', '|'),
    /^````typescript\|\/\*\|```\|\*\/\|const a = 1;\|````$/,
  );
});

function syntaxErrors(code: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
