import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { assess, type Judged } from '../../../../src/core/confidence/assess.ts';
import { parse } from '../../../../src/libraries/parseCode.ts';
import { against, atLeisure } from '../judged.ts';

/** Judges an answer that stands for itself: a comment that documents, a new test file. */
const judge = async (language: string, text: string, finish: Judged['finish'] = 'stop') =>
  against(
    await assess({ expects: { form: 'code', language, code: '' }, instruction: '', text, finish }, atLeisure(parse)),
  );

const mark = '```';
const fenced = (info: string, text: string): string => `${mark}${info}\n${text}\n${mark}`;

const comments: Readonly<Record<string, string>> = {
  typescript: '/**\n * Twice as many.\n *\n * @example double(2) // 4\n */',
  python: '"""Runs it until it succeeds.\n\nReturns:\n    the attempt (counted from 0), or -1:\n    (see [1]\n"""',
  go: '// WithRoute answers a path (by a handler.\n//\n//\tWithRoute("/", h)',
  rust: "/// What an owner's left.\n///\n/// # Panics\n/// Never {",
  java: "/**\n * Takes orders {@link Order}.\n *\n * @param repository where they're kept\n */",
  cpp: "/// @brief Puts a thing behind the others.\n/// @return false when it's full.",
};

const testFiles: Readonly<Record<string, string>> = {
  typescript: "import { expect, it } from 'vitest';\n\nit('doubles', () => {\n  expect(double(2)).toBe(4);\n});",
  python: 'import pytest\n\n\n@pytest.mark.parametrize("n", [1, 2])\ndef test_run(n):\n    assert run(n) == {"a": n}',
  go: 'package server\n\nimport "testing"\n\nfunc TestNew(t *testing.T) {\n\tif New() == nil {\n\t\tt.Fatal("nil {")\n\t}\n}',
  rust: "#[test]\nfn left<'a>() {\n    assert_eq!(left(), Some('{'));\n}",
  java: 'package a;\n\nclass ATest {\n    @Test\n    void a() {\n        assertEquals("x}", f());\n    }\n}',
  cpp: "#include <gtest/gtest.h>\n\nTEST(Shelf, Puts) {\n  Shelf<int> shelf(1'000);\n  EXPECT_TRUE(shelf.put(1));\n}",
};

for (const [language, comment] of Object.entries(comments)) {
  const own = testFiles[language] ?? '';
  const rest = language === 'python' ? '# ... rest of the code' : '// ... rest of the code';
  suite(`an answer alone in ${language}`, () => {
    test('a comment is no reason for a doubt, in a fence with and without a language, and bare', async () => {
      for (const text of [
        fenced(language, comment),
        fenced('', comment),
        comment,
        `Here:\n\n${fenced(language, comment)}`,
      ])
        assert.deepEqual(await judge(language, text), [], text);
    });

    test('a test file is none either', async () => {
      assert.deepEqual(await judge(language, fenced(language, own)), []);
    });

    test('one that was cut, leaves something out, or comes in several blocks is doubted', async () => {
      for (const text of [comment, own]) {
        assert.ok((await judge(language, fenced(language, text).slice(0, -4))).includes('hard unclosed-fence'));
        assert.ok((await judge(language, fenced(language, text), 'length')).includes('hard cut-at-length'));
        assert.ok((await judge(language, fenced(language, `${text}\n${rest}`))).includes('hard elided'));
        const other = fenced(language, text.replace(/[A-Z]/, 'X'));
        assert.ok((await judge(language, `${fenced(language, text)}\n${other}`)).includes('soft several-blocks'));
      }
    });
  });
}

test('tests of a header in C++, which its editor calls C, are in the right language', async () => {
  assert.deepEqual(await judge('c', fenced('cpp', testFiles['cpp'] ?? '')), []);
});

test('words alone are no comment', async () => {
  assert.deepEqual(await judge('typescript', 'It doubles a number.'), ['hard no-code']);
});
