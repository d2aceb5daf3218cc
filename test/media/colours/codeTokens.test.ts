import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeTokens } from '../../../media/colours/codeTokens.ts';
import { languageNames } from '../../../media/colours/languages.ts';

/** The coloured pieces as a reader would list them. */
const pieces = (code: string, language: string): readonly string[] =>
  [...codeTokens(code, language)].flat().map(({ kind, start, end }) => `${kind} ${code.slice(start, end)}`);

const cases: readonly (readonly [language: string, code: string, expected: readonly string[]])[] = [
  ['ts', 'const a = "b"; // c', ['keyword const', 'name a', 'string "b"', 'comment // c']],
  ['Python', 'def f():\n    return 1', ['keyword def', 'name f', 'keyword return', 'number 1']],
  ['php', '$a = "x"; # why\nreturn null;', ['string "x"', 'comment # why', 'keyword return', 'keyword null']],
  ['c#', 'public int A = 1;', ['keyword public', 'name int', 'number 1']],
  ['yaml', 'key: "v" # why\n- 1\n- x#y', ['name key', 'string "v"', 'comment # why', 'number 1']],
  ['yaml', '"a b": true\nc: 1.5s', ['name "a b"', 'keyword true', 'name c']],
  ['sql', 'SELECT 1 FROM t -- why', ['keyword SELECT', 'number 1', 'keyword FROM', 'comment -- why']],
  ['diff', '+new\n-old\n same', ['inserted +new', 'deleted -old']],
  ['json', '{"a": [1, true]}', ['string "a"', 'number 1', 'keyword true']],
  ['klingon', 'const a = 1;', []],
  ['constructor', 'const a = 1;', []],
];

for (const [language, code, expected] of cases) {
  test(`${language}: ${JSON.stringify(code)}`, () => assert.deepEqual(pieces(code, language), expected));
}

test('code with a line that nobody reads has no colours', () => {
  assert.deepEqual(pieces(`// a\n${'x'.repeat(501)}`, 'ts'), []);
});

test('the tokens of any text in any language are in order, within it, and never overlap', () => {
  fc.assert(
    fc.property(fc.constantFrom(...languageNames), fc.string({ unit: 'binary', maxLength: 300 }), (language, code) => {
      let last = 0;
      for (const { start, end } of [...codeTokens(code, language)].flat()) {
        assert.ok(start >= last && end > start && end <= code.length, `${start} to ${end} after ${last}`);
        last = end;
      }
    }),
  );
});
