import { mutationsOf } from './mutation.ts';

/** Rules that were told by reports about other assistants: which problems, changes and names are meant, and what is said of them. */
export const reported = [
  ...mutationsOf(
    'src/assist/problems/chosenProblems.ts',
    ['test/assist/problems/chosenProblems.test.ts'],
    [
      ['two alike at two columns are one', 'start.character, end.line, end.character, ', ''],
      ['the first problems are told, not the gravest', 'one.severity - other.severity || byPlace', 'byPlace'],
      ['a light bulb stands at hints', 'severity <= warning', 'severity >= 0'],
    ],
  ),
  ...mutationsOf(
    'src/assist/problems/askedProblems.ts',
    ['test/assist/problems/askedProblems.test.ts'],
    [
      ['a formatter’s wishes are fixed by a model', ' && !isFormatters(problem)', ''],
      ['hints are fixed beside errors', 'isGrave(problem) && ', ''],
      ['hints alone are not fixed', 'grave.length > 0 ? grave : problems', 'grave'],
    ],
  ),
  ...mutationsOf(
    'src/assist/problems/problemLines.ts',
    ['test/assist/problems/problemLines.test.ts'],
    [
      ['a problem that goes beyond its block is cut', 'Math.max(block.last, problem.last)', 'block.last'],
      ['a function of thousands of lines is asked for', 'if (last - first >= mostLines) return false;', ''],
      ['a problem of a class takes the place of the function', '[whole, block, ...near]', '[whole, ...near]'],
      ['a line that is too long leaves nothing', '?? own', '?? block'],
    ],
  ),
  ...mutationsOf(
    'src/assist/problems/afterFix.ts',
    ['test/assist/problems/afterFix.test.ts'],
    [
      ['fix follows fix without end', 'isAgain ? [] : ', ''],
      ['what nobody asked about counts as left', 'wanted.has(keyOf(problem))', 'wanted.size > 0'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/conversation/untilQuiet.ts',
    ['test/interaction/conversation/untilQuiet.test.ts'],
    [
      ['what was known before is taken for news', 'resolve(quiet !== undefined)', 'resolve(true)'],
      ['each report counts', '      clearTimeout(quiet);\n      quiet = setTimeout', '      quiet = setTimeout'],
    ],
  ),
  ...mutationsOf(
    'src/assist/commit/hasTrueNames.ts',
    ['test/assist/commit/hasTrueNames.test.ts'],
    [
      ['a name with a prefix is believed', ' || !changed.has(file.path)', ''],
      ['one name may stand for two files', 'known.has(file.path) || ', ''],
      [
        'where a file has come from is believed',
        'if (file.from !== undefined && !changed.has(file.from)) return false;',
        '',
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/commit/partlyShown.ts',
    ['test/assist/commit/partlyShown.test.ts'],
    [
      ['what another model did not get counts', ' && note.target === target', ''],
      ['files beyond the first ones are forgotten', ' + others.length', ''],
    ],
  ),
  ...mutationsOf(
    'src/interaction/changes/chosenRepository.ts',
    ['test/interaction/changes/chosenRepository.test.ts'],
    [
      [
        'another repository is taken for the one whose button was pressed',
        'if (pressed) return repositories.find',
        'if (pressed && repositories.length > 1) return repositories.find',
      ],
      [
        'the outer repository is taken',
        'other.rootUri.path.length - one.rootUri.path.length',
        'one.rootUri.path.length - other.rootUri.path.length',
      ],
      [
        'a folder that begins alike is within',
        "}/`.startsWith(`${driveless(root).replace(/\\/$/, '')}/`)",
        "}/`.startsWith(`${driveless(root).replace(/\\/$/, '')}`)",
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/names/otherPlaces.ts',
    ['test/assist/names/otherPlaces.test.ts'],
    [['words of comments are uses', '!known.has(keyOf(place))', 'known.size === 0']],
  ),
  ...mutationsOf(
    'src/interaction/rename/renameText.ts',
    ['test/interaction/rename/renameText.test.ts'],
    [['a reason that is a text is not told', "typeof thrown === 'string' ? thrown : ''", "''"]],
  ),
  ...mutationsOf(
    'src/interaction/tests/testResultText.ts',
    ['test/interaction/tests/testResultText.test.ts'],
    [['where no test was run nothing is said', 'passed + skipped + failed.length === 0', 'passed < 0']],
  ),
];
