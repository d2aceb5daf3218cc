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
  ...mutationsOf(
    'src/core/routing/otherMakers.ts',
    ['test/core/routing/otherMakers.test.ts'],
    [
      ['the same provider gives the second opinion', '!alike(target, first) && ', ''],
      ['a model gives its own second opinion through a proxy', ' && !isSameMake(target.model, first.model)', ''],
      ['who serves a model makes it another', ".split('/').at(-1)?", '?'],
    ],
  ),
  ...mutationsOf(
    'src/assist/agreement/tokenLines.ts',
    ['test/assist/agreement/codeAgreement.test.ts'],
    [
      [
        'a line at another depth is the same code',
        'this.#line.length === 0 && this.#keepsDepth) this.#line',
        'false) this.#line',
      ],
      [
        'a comment makes other code',
        "if (kind !== 'comment' && kind !== 'text') continue;",
        "if (kind !== 'text') continue;",
      ],
      [
        'the blanks of a text of an unknown language do not count',
        'return { lines: wholeLines(read), isCut };',
        'return { lines: wholeLines(read.replace(/ +/g, " ")), isCut };',
      ],
      ['an operator is the same as its characters', 'if (kind !== alone) while', 'if (kind === wordPart) while'],
    ],
  ),
  ...mutationsOf(
    'src/assist/agreement/codeAgreement.ts',
    ['test/assist/agreement/codeAgreement.test.ts'],
    [
      [
        'of what nobody has seen it is said that it is the same',
        "if (isCut) return { relation: 'differ'",
        "if (isCut && false) return { relation: 'differ'",
      ],
      ['other names are other code', 'return names ? {', 'return names && false ? {'],
    ],
  ),
  ...mutationsOf(
    'src/assist/agreement/renamedNames.ts',
    ['test/assist/agreement/codeAgreement.test.ts'],
    [
      ['names of others may differ', 'return areOwn ?', 'return areOwn || true ?'],
      ['what stands behind a dot is its own', 'belonging.add(name);', 'declared.add(name);'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/otherModels/askSecondOpinion.ts',
    ['test/interaction/otherModels/askSecondOpinion.test.ts'],
    [
      ['anybody gives a second opinion', '    only: chosen.ids,\n', ''],
      [
        'what nobody knows the price of goes out unasked',
        'costUsd !== undefined && costUsd <= smallUsd',
        '(costUsd ?? 0) <= smallUsd',
      ],
      ['what costs much goes out unasked', 'costUsd <= smallUsd', 'costUsd <= 100'],
      ['somebody dear takes over unasked', 'expected.filter(isSmall).map', 'expected.map'],
      ['a remembered answer is a second opinion', 'fresh: true', 'fresh: false'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/otherModels/askAnotherModel.ts',
    ['test/interaction/otherModels/askAnotherModel.test.ts'],
    [
      ['another than the chosen one answers', '    only: [target.id],\n', ''],
      ['who has failed cannot be chosen', 'answer?.insteadOf ? undefined : answer?.from', 'answer?.from ?? "claude"'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/otherModels/pickOther.ts',
    ['test/interaction/otherModels/askSecondOpinion.test.ts'],
    [['a no to going over the budget is a yes', 'if (leave === false) return undefined;', '']],
  ),
  ...mutationsOf(
    'src/interaction/provenance/expectedText.ts',
    ['test/interaction/otherModels/otherModelChoices.test.ts', 'test/interaction/provenance/whyText.test.ts'],
    [
      [
        'a price that is not known is told as free',
        "if (costUsd === undefined) return l10n.t('price not known');",
        'costUsd ??= 0;',
      ],
    ],
  ),
  ...mutationsOf(
    'src/interaction/asking/expectations.ts',
    ['test/interaction/asking/expectations.test.ts'],
    [['what is not known of one request is left out of the sum', ' || known.length < amounts.length', '']],
  ),
  ...mutationsOf(
    'src/core/layers/budget.ts',
    ['test/core/layers/budget.test.ts'],
    [['of several requests one has to be covered', 'one.inputTokens * times', 'one.inputTokens / times']],
  ),
  ...mutationsOf(
    'src/interaction/otherModels/compareTurns.ts',
    ['test/interaction/otherModels/compareTurns.test.ts', 'test/interaction/otherModels/askSecondOpinion.test.ts'],
    [
      ['an older answer is compared', "second.answer?.freshness !== 'live'", 'second.answer === undefined'],
      ['what was declined is compared', "answer?.finish === 'refused'", 'answer === undefined'],
    ],
  ),
];
