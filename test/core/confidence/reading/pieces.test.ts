import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lexiconOf } from '../../../../src/core/confidence/reading/lexicons.ts';
import { isBareComment } from '../../../../src/core/confidence/reading/pieces.ts';

function isComments(text: string, language: string): boolean {
  const lexicon = lexiconOf(language);
  if (!lexicon) throw new Error(language);
  return isBareComment(text, lexicon, language === 'python');
}

test('comments of six languages are told from code and words', () => {
  const comments: readonly (readonly [string, string])[] = [
    ['typescript', '/** Sums. */'],
    ['python', '"""Sums.\n\nNothing else.\n"""'],
    ['python', 'r"""Sums."""\n# so'],
    ['go', '// Sum sums.\n//\n// All of them.'],
    ['rust', "/// What an owner's left.\n/// All."],
    ['java', '/**\n * Sums.\n */\n'],
    ['cpp', '/// @brief Sums.'],
  ];
  for (const [language, text] of comments) assert.ok(isComments(text, language), text);
  const others: readonly (readonly [string, string])[] = [
    ['typescript', '/** Sums. */\nsum();'],
    ['typescript', 'It sums.'],
    ['typescript', '/** Sums. */ }'],
    ['python', '"""Sums.'],
    ['python', '"sums"'],
    ['python', 'x = """a"""'],
    ['go', ''],
  ];
  for (const [language, text] of others) assert.ok(!isComments(text, language), text);
});
