import assert from 'node:assert/strict';
import { test } from 'node:test';
import { balanceOf } from '../../../../src/core/confidence/reading/brackets.ts';
import { lexiconOf, type Lexicon } from '../../../../src/core/confidence/reading/lexicons.ts';
import { withinPieces } from '../../../../src/core/confidence/reading/pieces.ts';

function lexicon(language: string): Lexicon {
  const found = lexiconOf(language);
  assert.ok(found, language);
  return found;
}

const shape = (language: string, code: string) => balanceOf(code, lexicon(language)).shape;

test('what stands in comments and texts is not counted', () => {
  const balanced: readonly (readonly [string, string])[] = [
    ['go', 'a := \'{\'; b := `({`; c := "(\\"{" // ({\n/* [ */'],
    ['rust', "fn f<'a>(x: &'a str) -> char { '\"' } // it's"],
    ['rust', 'let x = r#"a "quoted" ({"#;'],
    ['c', "int big = 1'000'000; char c = '(';"],
    ['csharp', 'var x = """\n"{(\n""";'],
    ['sql', "SELECT 'it''s (' -- (\nFROM t"],
    ['shellscript', 'case "$1" in a) echo "${#x} {" ;; esac # it\'s'],
    ['css', '.a { background: url(//x.test/y) } /* { */'],
    ['python', '"""(\n\'{\n""" + \'(\' # ('],
    ['typescript', 'const a = /[({]/.test("("); `({${b}`'],
    ['lua', 'x = [[ ( ]] --[[ { ]]'],
  ];
  for (const [language, code] of balanced) assert.equal(shape(language, code), '', `${language}: ${code}`);
});

test('a fragment has the shape of what it leaves open', () => {
  assert.equal(shape('go', 'if a {\n  f(b'), '|{(');
  assert.equal(shape('go', '} else {'), '}|{');
  assert.equal(shape('shellscript', 'echo "open'), '|"');
});

test('says the line of the first bracket without a partner', () => {
  assert.equal(balanceOf('a()\nb(\nc', lexicon('java')).line, 2);
});

test('knows a line within a comment or a text from one that begins it', () => {
  const code = '/*\n * a\n */\nb';
  assert.equal(withinPieces(code, lexicon('c'))(3), true);
  assert.equal(withinPieces(code, lexicon('c'))(0), false);
  assert.equal(withinPieces(code, lexicon('c'))(code.length - 1), false);
});

test('text that was made to be searched over and over is counted in one go', { timeout: 120_000 }, () => {
  const shapes = ['\\"', '"\\\n', '"', '`', "'", '=/[', '=/a', '/*', '{', 'r#"', '[[', '"""'];
  for (const language of ['typescript', 'c', 'rust', 'python', 'php', 'lua', 'shellscript'])
    for (const shape of shapes) balanceOf(`"${shape.repeat(100_000 / shape.length)}`, lexicon(language));
});
