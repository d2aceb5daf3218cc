import { mutationsOf } from './mutation.ts';

/** What keeps readers of foreign text from standing in the way of others, without changing what they read. */
export const readers = [
  ...mutationsOf(
    'src/core/shared/parseJson.ts',
    ['test/core/shared/parseJson.test.ts'],
    [
      ['JSON may nest without end', 'depth > maxDepth', 'depth > Infinity'],
      ['JSON may hold values without end', 'values > mostValues', 'values > Infinity'],
      [
        'signs in the texts of JSON count',
        'if (kind === quote) isString = true;',
        'if (kind === quote) isString = false;',
      ],
      ['an escaped quote ends a text of JSON', 'else if (kind === backslash) next += 1;', ''],
    ],
  ),
  ...mutationsOf(
    'src/interaction/settings/checkedSettings.ts',
    ['test/interaction/settings/checkedSettings.test.ts'],
    [['a chain may go on for ever', 'mine.slice(0, mostNamed)', 'mine']],
  ),
  ...mutationsOf(
    'src/core/unicode/hiddenText.ts',
    ['test/core/unicode/hiddenText.test.ts'],
    [['half of a pair is taken for a lone one', 'index += code > 0xffff ? 2 : 1;', 'index += 1;']],
  ),
  ...mutationsOf(
    'src/core/confidence/reading/pieces.ts',
    ['test/core/confidence/evidence/elision.test.ts', 'test/core/confidence/reading/brackets.test.ts'],
    [
      [
        'what stands in a text is taken for code',
        "(last.kind === 'comment' || last.kind === 'text')",
        "last.kind === 'comment'",
      ],
    ],
  ),
  ...mutationsOf(
    'src/libraries/secrets/nearWords.ts',
    ['test/libraries/secrets/nearWords.test.ts'],
    [['names in other letters are left out', 'isNamedInOtherLetters(text) ? undefined : starts', 'starts']],
  ),
  ...mutationsOf(
    'src/libraries/secrets/named/secretNames.ts',
    ['test/libraries/secrets/nearWords.test.ts'],
    [['the shortest name before a wide sign is left out', '|[pP][wW][^\\0-\\x7F]', '']],
  ),
  ...mutationsOf(
    'src/libraries/secrets/wordFinder.ts',
    ['test/libraries/secrets/wordFinder.test.ts'],
    [
      [
        'of words that begin alike the fourth character of the last counts',
        '(this.#fourths[place] ?? 0) | fourth',
        'fourth',
      ],
      ['what is beyond ASCII is read as its bytes', 'read === length && written === length', 'read === length'],
    ],
  ),
  ...mutationsOf(
    'src/libraries/secrets/columns/tables.ts',
    ['test/libraries/secrets/columns/tables.test.ts'],
    [['a heading is cut before it is looked at', 'longestHeading = 10', 'longestHeading = 4']],
  ),
];
