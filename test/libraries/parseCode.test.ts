import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { parse } from '../../src/libraries/parseCode.ts';

const verdicts = async (language: string, texts: readonly string[]) =>
  Promise.all(texts.map(async text => `${(await parse(language, text)).verdict}: ${text}`));
const all = (verdict: string, texts: readonly string[]) => texts.map(text => `${verdict}: ${text}`);

const goodScript = [
  'const list = items.filter((item): item is Item => item !== undefined);',
  'try { a(); } catch (error: unknown) { throw error; }',
  'let later!: string;',
  'export { type A, b } from "c";',
  'import data from "./data.json" with { type: "json" };',
  'type A = [name: string, count?: number, ...rest: boolean[]];',
  'type B = abstract new () => void;',
  'type C<in out T> = T extends infer U extends string ? U : never;',
  'class D { accessor x = 1; static { f(); } #y = 2; has(o: D) { return #y in o; } declare z: number; [key: string]: unknown; }',
  'export abstract class E { abstract f(): void; constructor(private readonly g: G) { h(); } }',
  '{ await using file = await open(); using lock = take(); }',
  'const enum F { A = 1, "B-C" = 2 }',
  'export default abstract class {}',
  'declare module "x" { export = y; }',
  '@decorated({ a: 1 }) export class G {}',
  'const h = a satisfies B as unknown as C;',
  'const i = /[({`"]/v.test(`${j ? `(` : "]"}`);',
  'label: for (const k of l) continue label;',
  'return await m;',
  'let n; let n;',
  'class O { p() { return this.#q; } }',
];

const badScript = [
  'const a = ;',
  'const a = 1 const b = 2',
  'function f( {',
  'if (a { b(); }',
  'class A { f() { }',
  'let x = "abc\ndef";',
  'f(a b)',
  'a)',
  '}',
  'else { }',
  'This function adds numbers.',
  'The value is now 2',
  'function f() { ... }',
  'const o = { ...a, ... };',
  '<<<<<<< HEAD\na();\n=======\nb();\n>>>>>>> c',
  '-const a = 1;\n+const a = ;',
  'for index, item in enumerate(items):\n    show(item)',
  'def f(x):\n    return x',
  'const a = `b',
  '/* open',
  "const a = {\n  b: 'c,\n};",
  'f("a, b);',
  'fn main() {}',
];

test('every right piece of TypeScript parses', async () => {
  assert.deepEqual(await verdicts('typescript', goodScript), all('parses', goodScript));
});

test('no broken piece of TypeScript parses', async () => {
  assert.deepEqual(await verdicts('typescript', badScript), all('fails', badScript));
});

test('the compiler agrees with both lists', () => {
  const accepts = (text: string) => {
    const { diagnostics = [] } = ts.transpileModule(text, {
      reportDiagnostics: true,
      compilerOptions: { target: ts.ScriptTarget.ESNext },
    });
    return diagnostics.length === 0;
  };
  assert.deepEqual(badScript.filter(accepts), []);
  assert.deepEqual(
    goodScript.filter(text => !accepts(text)),
    [],
  );
});

test('elements parse where the language has them, and only there', async () => {
  const elements = ['const a = <b c={d}>don’t {/* e */} {f}</b>;', 'const g = <T,>(h: T) => <><i.j {...h} /></>;'];
  assert.deepEqual(await verdicts('typescriptreact', elements), all('parses', elements));
  assert.deepEqual(await verdicts('typescript', elements.slice(0, 1)), all('fails', elements.slice(0, 1)));
  assert.equal((await parse('javascript', 'const a = <b />;')).verdict, 'parses');
  assert.equal((await parse('javascriptreact', 'const a = <b>;')).verdict, 'fails');
  assert.equal((await parse('javascript', 'const a: string = b;')).verdict, 'fails');
});

const goodPython = [
  'with open(a) as b, open(c) as d:\n    yield',
  'def f():\n    x = yield\n    y = (yield)\n    return [z async for z in g()]',
  'match a:\n    case [1, *rest] if rest:\n        pass\n    case {"k": v}:\n        pass\n    case _:\n        pass',
  'def f[T: (int, str)](a, /, b: "T" = 20., *args, c=1, **kwargs) -> dict[str, T]: ...',
  'if (n := len(a)) > 10: print(f"{n!r:>{width}} {d[\'k\']}")\nelif b:\n    pass\nelse:\n    pass',
  'try:\n    a()\nexcept* (B, C) as error:\n    raise D from error\nfinally:\n    e()',
  'x = [\n  1,\n    2,\n]\ny = """\n  deeper\nmargin"""\nz = 1 + \\\n    2\n',
  '# first\n\nclass A(B, metaclass=C):\n\n    # comment\n  # odd comment\n    x: int = 1\n\n    def f(self): return self\n',
  '@a.b(1)\nasync def f():\n\tasync with a:\n\t\tawait b\n',
  'a = ""\nb = \'\'\nc = """"a" """\nd = "\\\\"\ne = rb"\\""\nf = f"{a + "b"}" \'c\\\nd\'\ng = f"{\nh\n}"',
  'lambda *a, **k: (a, k)\nglobal x\n{**a, "b": 1}\nprint(*a, sep="")   ',
];

const badPython = [
  'def f()\n    pass',
  'if a:\nb()',
  'a = 1\n    b = 2',
  'if a:\n        b()\n    c()',
  'def f(:\n    pass',
  '[1, 2',
  '"""abc',
  'x = "abc\ny = 1',
  "x = b'abc\ny = 1",
  "x = r'\\'\ny = 1",
  'x = f"a{b}\ny = 1',
  "x = '\ny = 1",
  'x = ',
  'const a = 1;',
  'This is text.',
  'function f() { }',
  'for a in b\n    c()',
  'else:\n    pass',
  'while True:',
  'a b',
];

test('every right piece of Python parses', async () => {
  assert.deepEqual(await verdicts('python', goodPython), all('parses', goodPython));
});

test('no broken piece of Python parses', async () => {
  assert.deepEqual(await verdicts('python', badPython), all('fails', badPython));
});

test('Python that the grammar may be behind of is not called broken', async () => {
  const newer = [
    'with (\n    open(a) as b,\n    open(c) as d,\n):\n    pass',
    'match a:\n    case b.C() | d.E(f=g):\n        pass',
  ];
  const found = await verdicts('python', newer);
  assert.deepEqual(
    found.filter(verdict => verdict.startsWith('fails')),
    [],
  );
});

test('JSON is what JSON.parse takes; with comments, what VS Code takes', async () => {
  const strict = ['{"a": [1, null, "// no comment"]}', '"text"'];
  const loose = ['{ // c\n "a": "/* no comment */", /* d\n */ "b": [1, 2,],\n}', '{"a": ",}"}'];
  assert.deepEqual(await verdicts('json', strict), all('parses', strict));
  assert.deepEqual(await verdicts('json', loose.slice(0, 1)), all('fails', loose.slice(0, 1)));
  assert.deepEqual(await verdicts('jsonc', [...strict, ...loose]), all('parses', [...strict, ...loose]));
  assert.deepEqual(
    await verdicts('jsonc', ['{"a": }', '{,}', '{"a": 1 "b": 2}']),
    all('fails', ['{"a": }', '{,}', '{"a": 1 "b": 2}']),
  );
});

test('says the line on which it fails', async () => {
  const texts: readonly (readonly [string, string])[] = [
    ['typescript', 'a();\nb();\nc(;\nd();'],
    ['python', 'a()\nb()\nc(]\nd()'],
    ['python', 'a()\nb()\n  c()'],
    ['json', '{\n  "a": 1,\n  b: 2\n}'],
  ];
  const lines = await Promise.all(texts.map(async ([language, text]) => (await parse(language, text)).line));
  assert.deepEqual(lines, [3, 3, 3, 3]);
});

test('a language that it does not know, or too long a text, is left open', async () => {
  assert.equal((await parse('go', 'func (')).verdict, 'unknown');
  assert.equal((await parse('json', ' '.repeat(300_000))).verdict, 'unknown');
  assert.equal((await parse('typescript', `${'a();\n'.repeat(4_000)}const b = ;`)).verdict, 'unknown');
});

test('others have their turn while a long text is parsed', async () => {
  await parse('python', 'a = 1');
  let turns = 0;
  const count = () => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  const { verdict } = await parse(
    'python',
    'def f(a, b=[1, 2]):\n    return {"a": a, "b": [x for x in b]}\n\n'.repeat(2_000),
  );
  clearImmediate(next);
  assert.equal(verdict, 'parses');
  assert.ok(turns > 3, `${turns} turns`);
});
