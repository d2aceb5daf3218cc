import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headsOf } from '../../../../src/core/confidence/changes/heads.ts';
import { codeTokens } from '../../../../src/core/confidence/reading/codeTokens.ts';
import { comparedBy } from '../../../../src/core/confidence/reading/lexicons.ts';
import { atOnce } from '../../../../src/core/shared/steps.ts';

function heads(language: string, code: string): readonly string[] {
  const lexicon = comparedBy(language) ?? assert.fail();
  return atOnce(headsOf(atOnce(codeTokens(code, lexicon)))).map(({ text }) => text);
}

// one head, with its body written in two ways: that it was rewritten changes no declaration
const alike: readonly (readonly [string, string, string])[] = [
  ['kotlin', 'fun f(x: Int?): Int {\n    return x ?: 0\n}', 'fun f(x: Int?): Int = x ?: 0'],
  ['scala', 'def f(x: Option[Int]): Int = x match {\n}', 'def f(x: Option[Int]): Int = x.getOrElse(0)'],
  ['csharp', 'public int F(int? x)\n{\n    return 1;\n}', 'public int F(int? x) => x ?? 0;'],
  ['dart', 'int f(int? x) {\n  return 0;\n}', 'int f(int? x) => x ?? 0;'],
  ['lua', 'local function f(t)\n  local n = 0\nend', 'local function f(t)\n  return g(t)\nend'],
  ['ruby', 'def msg(name)\n  "a"\nend', 'def msg(name)\n  <<~TEXT\n  TEXT\nend'],
  ['python', 'def run(self) -> int:\n    pass', 'def run(self) -> int: ...'],
];

for (const [language, one, other] of alike)
  test(`${language}: another body leaves the declaration as it is`, () => {
    assert.deepEqual(heads(language, one), heads(language, other));
    assert.equal(heads(language, one).length, 1);
  });

test('a head goes on in the next line where its language says so', () => {
  assert.deepEqual(heads('rust', 'fn f<T>(a: T) -> u8\nwhere\n    T: Copy,\n{\n}'), [
    'fn f < T > ( a : T ) -> u8 where T : Copy ,',
  ]);
  assert.deepEqual(heads('typescript', 'function f(\n  a: number,\n): string {\n}'), [
    'function f ( a : number , ) : string',
  ]);
});

test('an arm of a match and a function that is given declare nothing', () => {
  assert.deepEqual(heads('rust', 'match a {\n    Some(x) => x,\n    Other::Thing(y) => y,\n}'), []);
  assert.deepEqual(heads('rust', 'match fs::read_to_string("a") {\n}\nif a && ready(x) {\n}'), []);
  assert.deepEqual(heads('cpp', 'void Foo::bar() {\n}'), ['void Foo :: bar ( )']);
  assert.deepEqual(heads('typescript', 'export default async (x) => x;'), []);
  assert.deepEqual(heads('typescript', 'items.map(async (x) => x);'), []);
});
