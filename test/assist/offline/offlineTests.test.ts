import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Context, TestFile } from '../../../src/assist/assistance.ts';
import { tests } from '../../../src/assist/tasks/tests.ts';
import type { Facts } from '../../../src/assist/facts.ts';
import { saidOf, usedDraft } from './saidOf.ts';

interface Row extends Partial<Context> {
  readonly testFile: TestFile;
}

async function testFileOf(context: Row, facts: Partial<Facts> = {}): Promise<string> {
  return usedDraft(tests, context, await saidOf(tests, context, facts));
}

const code = 'export function total(items: Item[]): number {\n  throw new RangeError();\n}\n';
const script = (framework: string | undefined, more: Partial<TestFile> = {}): Row => ({
  code,
  file: 'src/shop/cart.ts',
  testFile: {
    path: 'test/shop/cart.test.ts',
    language: 'typescript',
    ...(framework !== undefined && { framework }),
    ...more,
  },
});

test('TypeScript, vitest: what is tested is taken in, and what is to be written is marked as that', async () => {
  assert.equal(
    await testFileOf(script('vitest')),
    `import { describe, expect, it } from 'vitest';
import { total } from '../../src/shop/cart';

describe('total', () => {
  it('is there', () => {
    expect(total).toBeDefined();
  });

  it.todo('ordinary values');

  it.todo('items at its edges');

  it.todo('failure: RangeError');
});
`,
  );
});

test('each framework has its own frame', async () => {
  const begins: Readonly<Record<string, RegExp>> = {
    jest: /^import \{ total \}[^]*it\.todo\('ordinary values'\)/,
    'bun:test': /from 'bun:test'/,
    'node:test': /from 'node:test'[^]*test\.todo\('total: ordinary values'\)/,
    mocha: /describe\('total'[^]*it\('ordinary values'\);/,
    jasmine: /it\('ordinary values'\);/,
    ava: /from 'ava'[^]*t\.truthy\(total\)/,
    tap: /from 'tap'[^]*t\.todo/,
    '@playwright/test': /from '@playwright\/test'[^]*test\.fixme/,
    'Deno.test': /Deno\.test\.ignore/,
  };
  for (const [framework, right] of Object.entries(begins)) assert.match(await testFileOf(script(framework)), right);
});

test('where the project names none, what comes with the language is assumed, and that is said', async () => {
  const said = await saidOf(tests, script(undefined));
  assert.match(said.text, /does not say which test framework it uses: node:test is assumed/);
  assert.match(usedDraft(tests, script(undefined), said), /from 'node:test'/);
});

test('paths end as other tests write them', async () => {
  const like = (from: string): Row =>
    script('vitest', { example: { path: 'test/a.test.ts', text: `import { a } from '${from}';\n` } });
  assert.match(await testFileOf(like('../src/a.ts')), /'..\/..\/src\/shop\/cart\.ts'/);
  assert.match(await testFileOf(like('../src/a.js')), /'..\/..\/src\/shop\/cart\.js'/);
  assert.match(await testFileOf(like('../src/a')), /'..\/..\/src\/shop\/cart'/);
});

test('what is given out as default, in a list or by CommonJS is taken in so', async () => {
  const of = (text: string) => testFileOf({ ...script('jest'), code: text });
  assert.match(await of('export default function total() {}\n'), /^import total from/);
  assert.match(await of('function total() {}\nexport { total };\n'), /^import \{ total \} from/);
  assert.match(await of('function total() {}\nmodule.exports = total;\n'), /^const total = require\('/);
  assert.match(
    await of('function total() {}\nmodule.exports = { total, other };\n'),
    /^const \{ total \} = require\('/,
  );
  assert.match(await of('exports.total = function () {};\n'), /^const \{ total \} = require\('/);
});

test('a name that nothing gives out is told', async () => {
  const said = await saidOf(tests, { ...script('jest'), code: 'function total() {}\n' });
  assert.match(said.text, /` total ` is not exported/);
  assert.doesNotMatch((await saidOf(tests, script('jest'))).text, /is not exported/);
});

test('a member is tested by its class', async () => {
  const context = {
    ...script('jest'),
    code: '  total(): number {\n    return 1;\n  }\n',
    before: 'export class Cart {\n',
  };
  const text = await testFileOf(context, { symbol: 'total', container: 'Cart' });
  assert.match(text, /^import \{ Cart \}[^]*describe\('Cart\.total'[^]*expect\(Cart\)/);
});

test('in a test file that is there the frame is put to its end, and no line of it is lost', async () => {
  const text =
    "import { describe, expect, it } from 'vitest';\n\ndescribe('other', () => {\n  it('holds', () => {});\n});\n";
  const written = await testFileOf(script('vitest', { text }));
  for (const line of text.split('\n')) assert.ok(written.split('\n').includes(line), line);
  assert.match(written, /import \{ total \}[^]*describe\('other'[^]*describe\('total'/);
});

test('Python, by pytest and by what comes with it', async () => {
  const context = (framework: string): Row => ({
    code: 'def total(items):\n    raise ValueError\n',
    language: 'python',
    file: 'src/shop/cart.py',
    testFile: { path: 'tests/test_cart.py', language: 'python', framework },
  });
  assert.match(
    await testFileOf(context('pytest')),
    /^import pytest\n\nfrom shop\.cart import total\n[^]*@pytest\.mark\.skip\(reason="TODO"\)\ndef test_total_ordinary_values\(\):\n {4}\.\.\.\n/,
  );
  assert.match(
    await testFileOf(context('unittest')),
    /class TotalTest\(unittest\.TestCase\):[^]*@unittest\.skip\("TODO"\)/,
  );
});

// https://github.com/cweill/gotests/issues/4 and https://github.com/cweill/gotests/issues/100
test('Go: in the package, a method by the name of its type, and nothing named as what it is called with', async () => {
  const context = {
    code: 'func (t TimeWindow) End(at int) int {\n\treturn 1\n}\n',
    language: 'go',
    before: 'package clock\n',
    file: 'clock/window.go',
    testFile: { path: 'clock/window_test.go', language: 'go', framework: 'testing' },
  };
  assert.equal(
    await testFileOf(context),
    'package clock\n\nimport "testing"\n\nfunc TestTimeWindow_End(t *testing.T) {\n\tt.Run("ordinary values", func(t *testing.T) {\n\t\tt.Skip("TODO")\n\t})\n\tt.Run("at at its edges", func(t *testing.T) {\n\t\tt.Skip("TODO")\n\t})\n}\n',
  );
});

test('Rust: in the module of tests of the file itself', async () => {
  const whole = 'pub fn half(size: u8) -> u8 {\n    size / 2\n}\n';
  const context = {
    code: whole,
    language: 'rust',
    file: 'src/lib.rs',
    testFile: { path: 'src/lib.rs', language: 'rust', text: whole, framework: '#[test]' },
  };
  const written = await testFileOf(context);
  assert.match(
    written,
    /^pub fn half[^]*#\[cfg\(test\)\]\nmod tests \{[^]*#\[ignore = "TODO"\]\n {4}fn half_ordinary_values\(\)/,
  );
});

test('Java: in the package, by JUnit 5 and 4', async () => {
  const context = (framework: string): Row => ({
    code: '    public int total(List<Item> items) {\n        return 1;\n    }\n',
    language: 'java',
    before: 'package shop;\n\npublic class Cart {\n',
    file: 'src/main/java/shop/Cart.java',
    testFile: { path: 'src/test/java/shop/CartTest.java', language: 'java', framework },
  });
  assert.match(
    await testFileOf(context('JUnit 5')),
    /^package shop;\n\nimport org\.junit\.jupiter\.api\.Disabled;\n[^]*class CartTest \{\n {4}@Test\n {4}@Disabled\("TODO"\)\n {4}void totalOrdinaryValues\(\) \{\n/,
  );
  assert.match(await testFileOf(context('JUnit 4')), /import org\.junit\.Ignore;[^]*public class CartTest/);
});

test('C++: by GoogleTest, with the header that the source takes in', async () => {
  const context = {
    code: 'int total(const Cart& cart) {\n  return 1;\n}\n',
    language: 'cpp',
    before: '#include <map>\n#include "shop/cart.h"\n',
    file: 'src/cart.cpp',
    testFile: { path: 'tests/cart_test.cpp', language: 'cpp', framework: 'GoogleTest' },
  };
  assert.match(
    await testFileOf(context),
    /^#include <gtest\/gtest\.h>\n#include "shop\/cart\.h"\n\nTEST\(Total, OrdinaryValues\) \{\n {2}GTEST_SKIP\(\) << "TODO";\n\}/,
  );
});

test('a framework of which no frame is known is named, and a type alone has no tests', async () => {
  const go = {
    code: 'func A() {}\n',
    language: 'go',
    testFile: { path: 'a_test.go', language: 'go', framework: 'testing with ginkgo' },
  };
  const unknown = await saidOf(tests, go);
  assert.equal(unknown.draft, undefined);
  assert.match(unknown.text, /knows no frame of tests/);
  const type = await saidOf(tests, { ...script('jest'), code: 'export interface Item {\n  price: number;\n}\n' });
  assert.match(type.text, /No function or class was found/);
});
