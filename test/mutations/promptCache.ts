import { mutationsOf } from './mutation.ts';

export const promptCache = [
  ...mutationsOf(
    'src/assist/contextSections.ts',
    ['test/assist/tasks/all/samePrefix.test.ts'],
    [
      [
        'the place of the selection stands in front',
        "section('file', 90, place(context))",
        "section('file', 90, `${place(context)}\\nLines: ${context.startLine}`)",
      ],
      [
        'what the next moment changes stands in front of the names',
        '    ...found.ofNames,\n    ...hoversOf(context),\n    ...usesOf(context),\n    ...found.ofMoment,\n',
        '    ...found.ofMoment,\n    ...found.ofNames,\n    ...hoversOf(context),\n    ...usesOf(context),\n',
      ],
      [
        'what has changed since stands in front of the definitions',
        '    ...found.ofFile,\n    ...evidence(changedSince(context)),\n',
        '    ...evidence(changedSince(context)),\n    ...found.ofFile,\n',
      ],
      ['a turn is not said as it was asked', 'asked ?? [wordsPart(', 'undefined ?? [wordsPart('],
    ],
  ),
  ...mutationsOf(
    'src/assist/evidence/lastingDefinitions.ts',
    ['test/assist/evidence/lastingDefinitions.test.ts'],
    [
      ['definitions last for ever', ' && nowMs - sent.atMs < rememberedMs', ''],
      ['what the file itself defines is sent twice', 'pieces.filter(({ source }) => source)', 'pieces'],
      [
        'new definitions stand in front',
        '[...earlier, ...found.filter(piece => !known.has(placeOf(piece)))]',
        '[...found, ...earlier]',
      ],
      ['they come from any number of files', ' && files <= room.files', ''],
      ['they take any room', 'characters <= room.characters && ', ''],
    ],
  ),
  ...mutationsOf(
    'src/assist/tasks/tests.ts',
    ['test/assist/tasks/all/samePrefix.test.ts'],
    [
      [
        'the tests that are there stand in front of the file',
        '      ...contextSections(context),\n      ...testSections(context.testFile),\n',
        '      ...testSections(context.testFile),\n      ...contextSections(context),\n',
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/prompt/steadyTexts.ts',
    ['test/assist/prompt/steadyTexts.test.ts'],
    [
      ['a text is known for ever', 'nowMs - sent.usedAtMs >= rememberedMs', 'nowMs < 0'],
      ['the text of one file is that of all', 'sent.file !== context.file || ', ''],
      ['the use of a text does not count', '    sent.usedAtMs = nowMs;\n', ''],
      ['what was secret in it is forgotten', ', ...(sent.secrets && { secrets: sent.secrets })', ''],
    ],
  ),
  ...mutationsOf(
    'src/assist/prompt/fileSections.ts',
    ['test/assist/prompt/steadyTexts.test.ts'],
    [['nothing is said of what has changed', "text: earlier?.changes ?? ''", "text: ''"]],
  ),
  ...mutationsOf(
    'src/assist/reading/steadySurroundings.ts',
    ['test/assist/reading/steadySurroundings.test.ts'],
    [['the window goes with the selection', '/ stepLines) * stepLines', '/ 1) * 1']],
  ),
  ...mutationsOf(
    'src/providers/wire/sentPrefixes.ts',
    ['test/providers/wire/sentPrefixes.test.ts'],
    [
      ['five marks are set', '? 1 - mostMarks : -mostMarks', '? -mostMarks : -1 - mostMarks'],
      [
        'it is marked though nothing ever comes again',
        'this.#shareOf(one.kind) > breakEven',
        'this.#shareOf(one.kind) > 0',
      ],
      ['too little is marked', 'one.tokens >= leastTokens &&', 'one.tokens >= 0 &&'],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/cacheMarks.ts',
    ['test/providers/wire/cacheMarks.test.ts'],
    [
      ['a block of blanks is sent', "last.end === undefined || text.trim() === ''", 'last.end === undefined'],
      ['the marks of the user are not looked for', " && !('cache_control' in target.parameters)", ''],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/parameterSupport.ts',
    ['test/providers/all/promptCache.test.ts'],
    [['a server that takes no marks gets them for ever', 'facts.takesCacheMarks = false;', '']],
  ),
  ...mutationsOf(
    'src/core/budget/modelTable.ts',
    ['test/providers/all/promptCache.test.ts'],
    [['what is written is paid as it is read', 'written * cacheWrite', 'written * cachedInput']],
  ),
  ...mutationsOf(
    'src/core/budget/reservation.ts',
    ['test/core/budget/reservation.test.ts'],
    [['less is reserved than writing may cost', 'mayBeWritten ? input : 0', '0']],
  ),
];
