import { mutationsOf } from './mutation.ts';

/** What goes along with a question besides its code. */
export const context = [
  ...mutationsOf(
    'src/assist/selectedOnly.ts',
    ['test/assist/selectedOnly.test.ts'],
    [
      ['in restricted mode the file goes along', "before: '',", 'before: context.before,'],
      [
        'in restricted mode what was added goes along',
        '...(symbol && { symbol }),',
        '...context, ...(symbol && { symbol }),',
      ],
      [
        'in restricted mode the tests go along',
        '{ testFile: { path: testFile.path, language: testFile.language } }',
        '{ testFile }',
      ],
    ],
  ),
  ...mutationsOf(
    'src/interaction/asking/askService.ts',
    ['test/interaction/asking/askService.test.ts'],
    [
      [
        'what a trusted window has gathered goes in restricted mode',
        'this.#isRestricted ? selectedOnly(request.context) :',
        'false ? selectedOnly(request.context) :',
      ],
      ['kept changes go in restricted mode', 'if (this.#isRestricted && beyond', 'if (!beyond'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/conversation/followUp.ts',
    ['test/interaction/conversation/followUp.test.ts'],
    [
      [
        'what the editor says is sent later',
        "turn.answer?.freshness !== 'offline'",
        "turn.answer?.freshness !== 'live' || true",
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/evidence/fitSources.ts',
    ['test/assist/evidence/fitSources.test.ts'],
    [['evidence of a file that nobody watches is sent', 'if (used.size >= most) return false;', '']],
  ),
  ...mutationsOf(
    'src/assist/evidence/evidenceSections.ts',
    ['test/assist/evidence/evidenceSections.test.ts'],
    [
      [
        'cells of which no version is known are evidence',
        'isVersionKnown ? evidenceParts(before) : before',
        'evidenceParts(before)',
      ],
      ['a name of a file may begin a line', '--- ${flat(file)},', '--- ${file},'],
      ['a name of a file may begin a line of a definition', 'from ${flat(file)}, line', 'from ${file}, line'],
    ],
  ),
  ...mutationsOf(
    'src/assist/evidence/recentRanges.ts',
    ['test/assist/evidence/recentRanges.test.ts'],
    [
      ['a formatter’s changes are taken for edits', 'changes.length <= mostChanges', 'changes.length > 0'],
      ['places are remembered without end', '.slice(-mostRanges)', ''],
      ['what is typed above moves nothing', 'last: range.last + shift }];', 'last: range.last }];'],
    ],
  ),
  ...mutationsOf(
    'src/assist/evidence/definitionLines.ts',
    ['test/assist/evidence/definitionLines.test.ts'],
    [['what is cut looks whole', 'missing > 0 ?', 'missing < 0 ?']],
  ),
  ...mutationsOf(
    'src/assist/evidence/withoutRepeats.ts',
    ['test/assist/evidence/withoutRepeats.test.ts'],
    [['what stands around the code is sent twice', 'if (shown.some(each => each.includes(body))) return false;', '']],
  ),
  ...mutationsOf(
    'src/interaction/asking/timeBudget.ts',
    ['test/interaction/asking/timeBudget.test.ts'],
    [['who never answers is waited for', 'Promise.race([done, this.#over])', 'Promise.race([done])']],
  ),
  ...mutationsOf(
    'src/assist/prompt/outline.ts',
    [
      'test/assist/reading/searchedText.test.ts',
      'test/assist/prompt/surroundings.test.ts',
      'test/assist/prompt/outline.test.ts',
    ],
    [
      [
        'an import of several lines is kept in part',
        "if (closing === '') closing = closingOf(line);",
        "if (closing === '') closing = '';",
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/added/diffFiles.ts',
    ['test/assist/added/diffFiles.test.ts'],
    [['lock files are sent whole', 'return isMade(path) ?', 'return false ?']],
  ),
  ...mutationsOf(
    'src/assist/added/hashNames.ts',
    ['test/assist/added/hashNames.test.ts'],
    [['C# names something', '/[\\p{L}\\p{N}_#&/]/u.test(before) || ', '']],
  ),
  ...mutationsOf(
    'src/interaction/added/addedLists.ts',
    ['test/interaction/added/addedLists.test.ts'],
    [
      ['what was added goes along with every conversation', 'this.#lists.delete(next);', ''],
      ['a file is there twice', 'filter(({ name }) => name !== item.name)', 'filter(() => true)'],
    ],
  ),
];
