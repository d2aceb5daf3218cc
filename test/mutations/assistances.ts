import { mutationsOf } from './mutation.ts';

const played = ['test/faults/assistances/assistances.test.ts'];
const documentedTest = ['test/assist/documentation/documented.test.ts', ...played];
const undocumentedTest = 'test/assist/documentation/undocumented.test.ts';
const mergedTest = ['test/assist/testFiles/merged.test.ts', 'test/assist/tasks/tests.test.ts', ...played];

/** The rules of fix, tests, docs, rename and messages of commits. */
export const assistances = [
  ...mutationsOf('src/assist/documentation/documented.ts', documentedTest, [
    ['a comment may break out of itself', '!lines || !isSameCode(', '!lines || isSameCode === undefined || !Boolean('],
    ['an older comment stays', 'return documents ? lines.slice(0, first) : lines;', 'return lines;'],
    [
      'what a tool reads goes away from the code',
      '(!isBlock && isDirective(line) ? tools : others).push(line);',
      'others.push(line);',
    ],
    [
      'a body behind its colon stays there',
      'const isShort = !isBlank(',
      'const isShort = isBlank("") && !isBlank("" && ',
    ],
    ['line ends are those of the model', "code.includes('\\r\\n') ? '\\r\\n' : '\\n'", "'\\n'"],
  ]),
  ...mutationsOf('src/assist/documentation/answeredComment.ts', documentedTest, [
    ['plain comments are not taken', ': markedWords(leadingWords(answer.lines), marks);', ': [];'],
    ['a comment goes on in other marks', "&& (answer.lines[at] ?? '').trim().startsWith(mark);", ';'],
  ]),
  ...mutationsOf('src/assist/documentation/mendedComment.ts', documentedTest, [
    ['types stand in comments of TypeScript', '? whole.map(withoutType)', '? whole'],
    ['an end within the words ends the comment', 'if (!hasMore) return lines;', 'if (lines.length > 0) return lines;'],
    ['in Go the name does not come first', "if (family === 'go') return", "if (family === 'golang') return"],
  ]),
  ...mutationsOf('src/assist/documentation/docstring.ts', documentedTest, [
    ['a backslash is an escape', "letter === '' && needsRaw(words) ? 'r' : letter", 'letter'],
    ['the lines of a docstring keep the depth of the model', '...outdented(rest)]', '...rest]'],
    [
      'four quotation marks end a docstring',
      'if (!inner.endsWith(mark.charAt(0))) return',
      'if (inner.length >= 0) return',
    ],
  ]),
  ...mutationsOf(
    'src/assist/documentation/undocumented.ts',
    [undocumentedTest],
    [
      ['overloads are documented each', '!seen.has(symbol.name)', 'seen !== undefined'],
      ['what is declared in a line with others is documented', 'heads.has(declaration.head) ||', ''],
    ],
  ),
  ...mutationsOf(
    'src/assist/documentation/isPublic.ts',
    [undocumentedTest],
    [
      [
        'private members are documented',
        '/\\b(?:private|protected|override)\\b/.test(before) &&',
        '/\\boverride\\b/.test(before) &&',
      ],
      ['setters have a docstring', '|\\w+\\.(?:setter|deleter)', ''],
      ['pub(crate) is public', '/\\bpub\\b(?!\\s*\\()/', '/\\bpub\\b/'],
      ['an implementation of a hidden type is seen', '!hidden.has(typeOf(symbol.name))', 'hidden !== undefined'],
    ],
  ),
  ...mutationsOf(
    'src/assist/documentation/isCommented.ts',
    [undocumentedTest],
    [
      ['the comment of a file documents its first function', '&& !ofFile.test(textOf(code, opening, end + 1))', ''],
      ['a comment across an empty line is none', '|| isAbove(code, first, style)', ''],
    ],
  ),
  ...mutationsOf(
    'src/assist/documentation/declarationIn.ts',
    [undocumentedTest],
    [
      ['the parameters of a template are cut off', "code.family === 'c' ? templateLine(code, line) : line", 'line'],
      ['decorators of several lines are cut off', 'leading.get(top) ?? leadingLine(', 'top ?? leadingLine('],
      [
        'what stands above another declaration is taken for its own',
        'lines.filter(line => line !== undefined)',
        'lines.slice(0, 0)',
      ],
      ['a declaration may stand in a comment', '!/[^\\s"]/.test(nameText)', 'false'],
    ],
  ),
  ...mutationsOf(
    'src/assist/documentation/allDocumented.ts',
    ['test/assist/documentation/allDocumented.test.ts'],
    [
      [
        'code of the whole text may change',
        'if (yield* isFit(placed)) return placed;',
        'if (placed.length > 0) return placed;',
      ],
      [
        'comments are put in the order in which they came',
        'const sorted = [...placed].sort(',
        'const sorted = [...placed].filter(',
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/batch/answerAll.ts',
    ['test/interaction/documentation/documentEach.test.ts', 'test/assist/batch/answerAll.test.ts'],
    [
      ['it goes on although nobody answers', '|| failures >= mostFailures', ''],
      ['one failure ends it', 'failures >= mostFailures', 'failures > 0'],
      ['what a batch leaves out is lost', 'else if (isAgain) again.push({ group: [item], manner: next });', ''],
      ['what nobody was asked about is lost', 'notAsked: waiting.map(', 'notAsked: waiting.slice(1).map('],
      ['results come as they were answered', 'results: items.flatMap(', 'results: [...found.keys()].flatMap('],
      ['what was stopped is lost', '[stopped, isCancelled] = [group, true]', 'isCancelled = true'],
    ],
  ),
  ...mutationsOf(
    'src/assist/batch/readBatch.ts',
    ['test/assist/batch/readBatch.test.ts'],
    [
      ['the later of two answers overwrites the first', ' && !doubtful.has(id)', ''],
      ['an id that nobody asked about is an answer', 'if (!asked.has(id)) unknown += 1;\n    else if', 'if'],
      ['an answer without words is one', " && value.trim() !== ''", ''],
    ],
  ),
  ...mutationsOf(
    'src/assist/batch/changesInParts.ts',
    ['test/assist/batch/changesInParts.test.ts'],
    [
      ['there are as many requests as files', 'groups.slice(mostParts - 1).flat()', '[]'],
      ['of many findings the first part has all', 'all.length > mostFindings ? inTurn : all', 'all'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/asking/inParts.ts',
    ['test/interaction/asking/inParts.test.ts'],
    [
      ['what one part lacks is not said', 'answers.flatMap(({ degraded }) => degraded)', 'first.degraded'],
      ['only the first part is paid', 'usage: answers.map(({ usage }) => usage).reduce(sumOf)', 'usage: first.usage'],
    ],
  ),
  ...mutationsOf(
    'src/assist/batch/batches.ts',
    ['test/assist/batch/batches.test.ts'],
    [['a batch is larger than there is room for', ' && fits([...last, item])', '']],
  ),
  ...mutationsOf(
    'src/assist/batch/batchIds.ts',
    ['test/assist/batch/batchIds.test.ts'],
    [['equal items share an id', 'taken.has(id); more', 'false; more']],
  ),
  ...mutationsOf(
    'src/interaction/documentation/documentEach.ts',
    ['test/interaction/documentation/documentEach.test.ts'],
    [
      ['what the user stopped is kept for later', 'isCancelled ? { turns: [], groups: [] } : forLater', 'forLater'],
      ['what only the user can mend is kept for later', 'last && canAskLater(last.turn) ? notAsked', 'last ? notAsked'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/documentation/keepRest.ts',
    ['test/interaction/documentation/keepRest.test.ts'],
    [
      [
        'what was not asked any more is not kept',
        'for (const { request, some } of unasked)',
        'for (const { request, some } of unasked.slice(1))',
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/commit/diffSettings.ts',
    ['test/assist/commit/diffSettings.test.ts'],
    [
      ['a program for diffs is run', 'foreign.test(key) ||', ''],
      ['colours go to the model', "|| (colour.test(key) && value.toLowerCase() === 'always')", ''],
    ],
  ),
  ...mutationsOf(
    'src/interaction/tests/testResult.ts',
    ['test/interaction/tests/testResult.test.ts'],
    [
      ['a test that could not be run is none', '|| state === states.errored', ''],
      [
        'a run without tests has no result',
        'return { passed, skipped, failed };',
        'return passed > 0 ? { passed, skipped, failed } : undefined;',
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/review/quotePlace.ts',
    ['test/assist/review/quotePlace.test.ts'],
    [
      [
        'the first of several places is the one that is meant',
        "others.length === 0 ? nearest : 'several'",
        "true ? nearest : 'several'",
      ],
      ['what a quotation leaves out counts as quoted', 'gap < 0 ?', 'true ?'],
      ['lines are looked for without end', 'code.linesLeft -= code.keys.length', 'code.linesLeft -= 0'],
    ],
  ),
  ...mutationsOf(
    'src/assist/review/readFindings.ts',
    ['test/assist/review/readFindings.test.ts'],
    [
      ['a finding without a place is shown at the top', "else if (place === 'missing') unfounded += 1;", ''],
      ['a part of a line is replaced', 'place.isWhole && fix !== undefined', 'fix !== undefined'],
      ['a fix that changes nothing is proposed', 'return isSame ? undefined : replacement', 'return replacement'],
    ],
  ),
  ...mutationsOf(
    'src/assist/review/readChangeFindings.ts',
    ['test/assist/review/readChangeFindings.test.ts'],
    [
      ['the first of two files is the one that is meant', "if (others.length > 0) return 'several';", ''],
      ['lines that are gone are quoted as if they were there', "lines.filter(line => !line.startsWith('-'))", 'lines'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/findings/findingList.ts',
    ['test/interaction/findings/findingList.test.ts'],
    [
      ['a finding stays at its line number', 'if (!moved.isTouched)', 'if (false)'],
      ['what was dismissed comes again', '.some(name => dismissed.has(name))', '.some(() => false)'],
      ['a later review adds to the earlier one', 'each.last < first || each.first > last', 'true'],
    ],
  ),
  ...mutationsOf('src/assist/testFiles/merged.ts', mergedTest, [
    ['a test that is there comes again', 'if (!known.has(head)) return [item];', 'return [item];'],
    ['a method stands outside of its class', 'container === undefined && isBare && needsGroup(family)', 'false'],
    [
      'lines within a text are moved',
      "isFixed || line === '' ? line : indent + line",
      "line === '' ? line : indent + line",
    ],
    ['one of several groups is guessed', "containers.length === 1 || family !== 'script'", 'containers.length >= 1'],
  ]),
  ...mutationsOf('src/assist/testFiles/importStatements.ts', mergedTest, [
    [
      'what stands in a text is an import',
      "return family === 'c' || family === 'php' || codeLines",
      'return line !== "" || codeLines',
    ],
    ['a name is taken in twice', 'if (!module || module.names.has(name)) continue;', 'if (!module) continue;'],
    ['a statement for each name', 'if (!one || !module) fresh.push(text);', 'fresh.push(text);'],
  ]),
  ...mutationsOf(
    'src/assist/testFiles/keepsAll.ts',
    ['test/assist/testFiles/keepsAll.test.ts', ...mergedTest],
    [
      ['a test may be lost', 'return left > 0;', 'return left > -99;'],
      ['what is taken in may be lost', '&& imports.every(', '|| imports.every('],
    ],
  ),
  ...mutationsOf('src/assist/testFiles/newFile.ts', mergedTest, [
    ['a second main function is written', 'others === undefined ? whole', 'others !== undefined ? whole'],
    ['comments are tests', '.codeLines.some(', '.lines.some('],
  ]),
  ...mutationsOf(
    'src/assist/testFiles/testPath.ts',
    ['test/assist/testFiles/testPath.test.ts', ...played],
    [
      ['a file is its own test', '&& !isSame(named, source)', ''],
      [
        'tests of Rust are a file of their own',
        "if (familyOf(language) === 'rust') return",
        "if (language === '') return",
      ],
      [
        'another project’s tests are as near',
        'isProjectOf(test.folder, source.folder) ? 4 : 0',
        'test.folder === "?" ? 4 : 0',
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/names/suggestedNames.ts',
    ['test/assist/tasks/rename.test.ts', ...played],
    [
      ['a name that is taken is offered', '|| taken.has(fitting) ', ''],
      ['a name comes twice', 'if (seen.has(fitting) ||', 'if ('],
      ['letters that look alike are let through', '|| lookAlikesIn(name).length > 0', ''],
      ['the model’s case style stays', 'markOf(current) + inCase(own, wantedStyle(current, language))', 'bare'],
      ['a better name may be the same with more words', 'words.length < own.length || ', 'words.length > 0 || '],
      [
        'a name may be as long as a sentence',
        'fitting.length > Math.max(longestName, current.length)',
        'fitting.length > 200',
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/names/takenNames.ts',
    ['test/assist/tasks/rename.test.ts'],
    [['members take names away', '(?<![.\\p{L}', '(?<![\\p{L}']],
  ),
  ...mutationsOf(
    'src/assist/commit/commitText.ts',
    ['test/assist/commit/commitText.test.ts', 'test/assist/tasks/commitMessage.test.ts', ...played],
    [
      ['a message is read once', 'const mostReadings = 6;', 'const mostReadings = 1;'],
      ['whoever helped signs', 'isSigned ? lines :', 'lines.length > 0 ? lines :'],
      ['a diff belongs to the message', 'return end < 0 ? lines : lines.slice(0, end);', 'return lines;'],
      ['lines of a body are as long as they are', 'if (line.length <= widthOfBody ||', 'if (line.length >= 0 ||'],
      ['that nothing has changed is a message', 'nothing.test(message) || ', ''],
      ['a message steers a terminal', 'seenOf(withoutThoughts(answer', '((all: string) => all)(withoutThoughts(answer'],
    ],
  ),
  ...mutationsOf(
    'src/assist/commit/commitStyle.ts',
    ['test/assist/commit/commitStyle.test.ts', ...played],
    [
      [
        'merges show how messages are written',
        'const own = history.filter(message => !isGits(message));',
        'const own = history;',
      ],
      [
        'a type comes that nobody uses',
        'style.prefixes.length === 0 && history.length >= 5',
        'style.prefixes.length === 99',
      ],
      ['names are written small', '(?![\\p{L}\\p{N}_])/u.test(rest)', '/u.test(rest)'],
      ['an emoji comes that nobody uses', 'style.hasEmoji || history.length < enough', 'history.length >= 0'],
    ],
  ),
  ...mutationsOf(
    'src/assist/commit/changedFiles.ts',
    ['test/assist/commit/changedFiles.test.ts', ...played],
    [
      ['all files of a diff are read', 'const mostFiles = 2_000;', 'const mostFiles = 200_000;'],
      ['a long file is read whole', 'body.length > longestHunks ?', 'body.length < 0 ?'],
      ['names keep their octal bytes', "if (!name.includes('\\\\')) return name;", "if (name !== '') return name;"],
    ],
  ),
  ...mutationsOf(
    'src/assist/names/suggestedNames.ts',
    ['test/assist/names/suggestedNames.test.ts'],
    [['a name holds what nobody sees', 'if (unseen.test(name)) return false;', '']],
  ),
  ...mutationsOf(
    'src/assist/documentation/answeredComment.ts',
    ['test/assist/documentation/documented.test.ts'],
    [
      ['a comment makes a tool act', 'if (whole.some(line => acting.test(line))) return [];', ''],
      ['words make a tool act', 'words.some(line => acting.test(line)) ? [] : words', 'words'],
    ],
  ),
  ...mutationsOf(
    'src/assist/reading/openDiff.ts',
    ['test/assist/reading/openDiff.test.ts'],
    [
      ['a closed file is shown', 'closed.has(file.path) ? headOf(text) : text', 'text'],
      [
        'what has no name is shown',
        'if (file) shown.push(closed.has(file.path)',
        'shown.push(closed.has(file?.path ?? "")',
      ],
      ['an unknown line of a head is shown', '.filter(line => headLine.test(line))', '.filter(line => line !== "")'],
      [
        'a name makes lines',
        'if (!/[\\u0000-\\u001f\\u007f"\\\\]/.test(name)) return name;',
        'if (name !== "") return name;',
      ],
    ],
  ),
  ...mutationsOf(
    'src/assist/problems/silenced.ts',
    ['test/assist/problems/silenced.test.ts', ...played],
    [
      ['an error may vanish', 'for (const each of [marks, swallowed])', 'for (const each of [marks])'],
      ['a mark that was there is new', 'count > (was.get(mark) ?? 0)', 'count > 0'],
    ],
  ),
  ...mutationsOf(
    'src/assist/problems/comparedProblems.ts',
    ['test/assist/problems/comparedProblems.test.ts'],
    [['numbers make another problem', "message.replace(/\\d+/g, '0')", 'message']],
  ),
  ...mutationsOf(
    'src/core/confidence/reading/reading.ts',
    ['test/core/confidence/assess/answersAlone.test.ts'],
    [['a bare comment is no answer', "expects.code === '' && isComments(", "expects.code !== '' && isComments("]],
  ),
];
