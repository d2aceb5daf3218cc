import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sign } from '../../../../src/core/model/answer.ts';
import { judge } from '../judged.ts';

const total = [
  'export async function total(lines: readonly Line[], limit: number): Promise<number> {',
  '  // taxes are added later',
  '  let sum = 0;',
  '  for (const line of lines) {',
  '    if (line.count < limit) sum += await priceOf(line, limit);',
  '    report(line.article, sum);',
  '  }',
  '  return sum;',
  '}',
  '',
].join('\n');

type More = Parameters<typeof judge>[1];

/** The facts and doubts of an edit, as 'code line …'. */
async function told(code: string, more: More = {}): Promise<readonly string[]> {
  const { signs } = await judge(`\`\`\`\n${code}\n\`\`\``, { code: total, instruction: 'Add a guard', ...more });
  return signs.filter(({ weight }) => weight !== 'good').map(shown);
}

const shown = ({ code, weight, facts }: Sign): string =>
  [...(weight === 'fact' ? [] : [weight]), code, ...Object.values(facts)].join(' ');

const changed = (from: string, to: string, more?: More) => told(total.replace(from, to), more);

test('one sign that is another one is told with its line', async () => {
  assert.deepEqual(await changed('count <', 'count <='), ['operator-changed < <= 5']);
  assert.deepEqual(await changed('let sum = 0', 'let sum = 1'), ['literal-changed 0 1 3']);
  assert.deepEqual(await changed('line.count < limit', '!(line.count < limit)'), ['condition-negated 5']);
  assert.deepEqual(await changed('await priceOf', 'priceOf'), ['await-gone 5']);
  assert.deepEqual(await changed('priceOf(line, limit)', 'priceOf(limit, line)'), ['arguments-swapped 5']);
});

// microsoft/vscode-copilot-release#8689, cline#14: comments and code go, and nothing says so
test('what is gone is told: lines of code, of comments, a declaration', async () => {
  assert.deepEqual(await changed('    report(line.article, sum);\n', ''), ['code-gone 1 6']);
  assert.deepEqual(await changed('  // taxes are added later\n', ''), ['comments-gone 1 2']);
  const two = `${total}\nfunction priceOf(line: Line): number {\n  return line.price;\n}\n`;
  assert.deepEqual(await told(total, { code: two }), ['declaration-gone priceOf', 'code-gone 2 10']);
});

test('comments that are written in fewer lines are told, too', async () => {
  const code = total.replace('  // taxes', '  // in whole cents, and\n  // taxes');
  const fewer = total.replace('taxes are added later', 'whole cents; taxes come later');
  assert.deepEqual(await told(fewer, { code }), ['comments-gone 1 2']);
});

test('what is gone is told first, whatever came before it', async () => {
  const code = total.replace('let sum = 0', 'let sum = 1').replace('    report(line.article, sum);\n', '');
  assert.deepEqual(await told(code), ['code-gone 1 6', 'literal-changed 0 1 3']);
});

test('lines that others have taken the place of are not gone', async () => {
  const code = total.replace('    report(line.article, sum);', "    emit('done');");
  assert.deepEqual(await told(code), []);
});

test('a head that differs is told by its name', async () => {
  assert.deepEqual(await changed('export async', 'async'), ['signature-changed total 1']);
  assert.deepEqual(await changed(', limit: number', ''), ['signature-changed total 1']);
  const arrow = 'const price = async (line: Line, rate: number) => {\n  return line.price * rate;\n};\n';
  assert.deepEqual(await told(arrow.replace(', rate: number', ''), { code: arrow }), ['signature-changed price 1']);
});

test('a rename hides nothing, and is no fact itself', async () => {
  const renamed = total.replaceAll('sum', 'result');
  assert.deepEqual(await told(renamed), []);
  assert.deepEqual(await told(renamed.replace('count <', 'count >')), ['operator-changed < > 5']);
});

test('lines that moved, or were broken into several, are not gone', async () => {
  const moved = total
    .replace('  // taxes are added later\n', '')
    .replace('  return', '  // taxes are added later\n  return');
  assert.deepEqual(await told(moved), []);
  const broken = total.replace('report(line.article, sum);', 'report(\n      line.article,\n      sum,\n    );');
  assert.deepEqual(await told(broken), []);
});

test('added lines are seen in the diff, and nothing is told of them', async () => {
  assert.deepEqual(await changed('  let sum', '  if (lines.length === 0) return 0;\n  let sum'), []);
});

test('a long list of changes is cut, and says so', async () => {
  const lines = Array.from({ length: 20 }, (_, at) => `  const a${at} = ${at};`);
  const code = `function f() {\n${lines.join('\n')}\n}\n`;
  const facts = await told(
    code
      .replaceAll(' = 1', ' = 2')
      .replaceAll('= 3', '= 4')
      .replaceAll(/= (\d);/g, '= 9$1;'),
    { code },
  );
  assert.equal(facts.length, 13);
  assert.match(facts.at(-1) ?? '', /^more-changes \d+$/);
});

test('code in which nothing is called as in the selection is other code, unless another name was asked for', async () => {
  const other = 'export function rateOf(line: Line): number {\n  return line.rate;\n}\n';
  assert.ok((await told(other)).includes('soft other-code total'));
  assert.ok((await told(other, { instruction: 'Rename limit to most' })).includes('soft other-code total'));
  for (const instruction of [
    'Remove it',
    'Turn total into a rate',
    'Let total give the rate',
    'Convert it',
    'Benenne die Funktion um: nenne sie Rate',
  ])
    assert.ok(!(await told(other, { instruction })).includes('soft other-code total'), instruction);
});

test('the heads of other languages are read as well', async () => {
  const cases: readonly (readonly [language: string, before: string, after: string, told: string])[] = [
    ['python', 'def area(a, b):\n    return a * b\n', 'def area(a):\n    return a * b\n', 'signature-changed area 1'],
    [
      'go',
      'func (s *Shape) Area(a int) int {\n\treturn a\n}\n',
      'func (s *Shape) Area() int {\n\treturn a\n}\n',
      'signature-changed Area 1',
    ],
    [
      'rust',
      'pub fn area(a: u8) -> u8 {\n    a\n}\n',
      'fn area(a: u8) -> u8 {\n    a\n}\n',
      'signature-changed area 1',
    ],
    [
      'java',
      'public int area(int a) {\n  return a;\n}\n',
      'int area(int a) {\n  return a;\n}\n',
      'signature-changed area 1',
    ],
    [
      'cpp',
      'int area(int a) const {\n  return a;\n}\n',
      'int area() const {\n  return a;\n}\n',
      'signature-changed area 1',
    ],
  ];
  for (const [language, code, after, fact] of cases)
    assert.deepEqual(await told(after, { language, code }), [fact], language);
});

test('strange shapes are read in time that grows with them, and nothing breaks', async () => {
  const shapes = ['(', ')', '{', '=', 'f(', 'function ', '"', '`', '/*', ',', 'a,\n', '!', '=>', 'x=(', 'class A {\n'];
  for (const shape of shapes)
    for (const language of ['typescript', 'python', 'rust', 'cpp'])
      assert.ok(
        (await judge(`\`\`\`\n${shape.repeat(4_000)}\n\`\`\``, { code: shape.repeat(3_000), language })).tier,
        shape,
      );
});

test('what is gone is told in languages whose brackets say nothing, too', async () => {
  assert.deepEqual(await told('a: 1\nc: 3', { language: 'yaml', code: 'a: 1\nb: 2\nc: 3\n' }), ['code-gone 1 2']);
  assert.deepEqual(await told('a = 1', { language: 'toml', code: 'a = 2\n' }), ['literal-changed 2 1 1']);
});

test('a condition that only stands on another line now is not gone', async () => {
  const sql = {
    language: 'sql',
    code: 'SELECT a\nFROM b WHERE c = 1 AND d = 2;\n',
    instruction: 'one condition a line',
  };
  assert.deepEqual(await told('SELECT a\nFROM b WHERE c = 1\n  AND d = 2;', sql), []);
});

test('a word of the language that became another one is no rename', async () => {
  const code = 'for (const a of list) {\n  if (a.gone) continue;\n  report(a);\n}\n';
  assert.deepEqual(await told(code.replace('continue', 'break'), { code }), ['operator-changed continue break 2']);
});
