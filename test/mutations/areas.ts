import { mutationsOf } from './mutation.ts';

const played = ['test/faults/areas.test.ts'];
const thoughts = ['test/core/thoughts/thoughts.test.ts'];

/** What was found by playing the reports of four areas: stream ends, reasoning, reading code, and edits. */
export const areas = [
  ...mutationsOf('src/core/thoughts/thoughts.ts', thoughts, [
    ['thoughts have fewer names', '|reasoning(?:_scratchpad)?', ''],
    [
      'thoughts without an end are an answer',
      "if (end < 0 && final < 0) return '';",
      'if (end < 0 && final < 0) break;',
    ],
    ['the tag around an answer stays', 'const answer = hasThoughts || text', 'const answer = text'],
    [
      'a mark that a sentence names ends thoughts',
      "isMeant(mark.replace('/', '')) || isNamed(text, index, end)",
      "isMeant(mark.replace('/', ''))",
    ],
    ['a mark in a block of code ends thoughts', 'if (fences % 2 !== 0 || isKept)', 'if (isKept)'],
    [
      'thoughts within an answer stay',
      'return withoutOrphan(withoutInner(led, isMeant), isMeant);',
      'return withoutOrphan(led, isMeant);',
    ],
    [
      'a mark that the question is about is one of thoughts',
      'found && !isMeant(found.opening); found =',
      'found; found =',
    ],
    ['each mark is looked for in the question', ' || known.size >= mostMarks', ''],
    ['words between channels are the answer', 'mangledFinal(text) ?? text', 'text'],
  ]),
  ...mutationsOf(
    'src/providers/wire/shownText.ts',
    ['test/providers/wire/shownText.test.ts', ...played],
    [
      ['half a mark is shown', "if (begun === '' || mayBegin.test(begun))", "if (begun === '')"],
      ['the mark of the last channel is shown', 'this.#hasThought ? answerMarkLength(begun) : 0', '0'],
      [
        'thoughts that are expected are shown',
        'if (this.#expectsUnopened && !this.#hasThought)',
        'if (!this.#expectsUnopened && !this.#hasThought && this.#marks > 0)',
      ],
      ['half a mark of their end is forgotten', 'this.#tail + piece', 'piece'],
      ['an answer is held back however long it is', 'this.#held.length <= mostHeldBack', 'this.#held !== ""'],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/unopenedThoughts.ts',
    ['test/providers/wire/unopenedThoughts.test.ts'],
    [
      ['unopened thoughts are expected for ever', 'facts.answersWithThoughts - 1', 'facts.answersWithThoughts'],
      [
        'nothing is learnt of unopened thoughts',
        'facts.answersWithThoughts = answersOfDoubt',
        'facts.answersWithThoughts = 0',
      ],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/answerBuilder.ts',
    ['test/providers/wire/unopenedThoughts.test.ts'],
    [
      [
        'what was held back is not told',
        "this.#call.input === undefined && said !== '')",
        'this.#call.input === undefined && said === this.model)',
      ],
    ],
  ),
  ...mutationsOf(
    'src/providers/asksOf.ts',
    ['test/providers/asksOf.test.ts'],
    [
      [
        'each key learns for itself',
        '{ ...ports, facts }',
        '{ ...ports, facts: Object.assign(new LearntFacts(), { answersWithThoughts: facts.answersWithThoughts }) }',
      ],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/joinedText.ts',
    ['test/providers/wire/joinedText.test.ts', ...played],
    [
      ['each piece is new', 'return this.#isCumulative ? this.#last : this.#sum();', 'return this.#sum();'],
      ['a row of digits is a text that grows', ' && new Set(this.#last).size >= leastCharacters', ''],
      ['a last piece is said twice', "if (this.#isCumulative && piece === this.#last) return '';", ''],
    ],
  ),
  ...mutationsOf('src/providers/wire/answerBuilder.ts', played, [
    ['a whole message is one more piece', 'before.length >= leastBeginning && text.startsWith(before)', 'false'],
    ['an answer in words is a call', "(this.#hasCalledTool || said.trim() === '')", 'true'],
    ['a call in words is an answer', 'if (mark !== undefined && !this.#isMeant(mark)) return true;', ''],
  ]),
  ...mutationsOf('src/providers/wire/openaiWire.ts', played, [
    ['a second answer belongs to the first', '&& !isAnother(json)', ''],
    [
      'what stands under an unknown name is no progress',
      'draft.finish === undefined && hasUnknownText(message)',
      'false',
    ],
  ]),
  ...mutationsOf(
    'src/providers/wire/anthropicWire.ts',
    ['test/faults/kinds.test.ts'],
    [['a second message belongs to the first', "begun && draft.text !== '')", "begun && draft.text === '?')"]],
  ),
  ...mutationsOf('src/providers/wire/finishReasons.ts', played, [
    ['a call that went wrong is a refusal', "if (/tool|function/.test(word)) return 'tool';", ''],
  ]),
  ...mutationsOf('src/providers/wire/readAnswer.ts', played, [
    [
      'an error without a frame is passed over',
      "if (next === 'done' && position === 'open')",
      "if (next === 'done' && position === 'done')",
    ],
  ]),
  ...mutationsOf('src/core/confidence/reading/blocks.ts', played, [
    ['a lone closing fence opens a block', 'nested : withoutStray(plain)', 'nested : plain'],
  ]),
  ...mutationsOf('src/core/confidence/reading/reading.ts', played, [
    [
      'fences of the code close the answer',
      'fences === fencesIn(code.split',
      'fences === 0 && 0 < fencesIn(code.split',
    ],
    ['a block of Markdown is all of it', '  if (bare) return bare;\n', ''],
  ]),
  ...mutationsOf(
    'src/core/confidence/reading/reading.ts',
    ['test/assist/expectation.test.ts'],
    [
      ['the name of the file is code', 'if (path === undefined) return code;', 'if (path !== language) return code;'],
      ['a name that the selection had goes', ' || namesFile(firstLine(original), file)', ''],
      ['a name that is the whole change goes', ' || rest.trim() === original.trim()', ''],
    ],
  ),
  ...mutationsOf(
    'src/assist/expectation.ts',
    ['test/assist/expectation.test.ts'],
    [
      ['a name that the file begins with goes', 'top.some(line => namesFile(line, file))', 'top.length === 0'],
      ['a name that was asked for goes', '.test(input)', '.test(language)'],
    ],
  ),
  ...mutationsOf(
    'src/core/fileName/namesFile.ts',
    ['test/core/fileName/namesFile.test.ts'],
    [
      ['a comment of any language is one', 'programs[family] ?? others[family] ?? every', 'every'],
      ['a bare name is no code anywhere', 'programs[family] !== undefined', "family !== ''"],
      ['the end of a name is a name', 'path.endsWith(`/${name}`)', 'path.endsWith(name)'],
    ],
  ),
  ...mutationsOf('src/core/confidence/reading/fitToCode.ts', played, [
    ['what stands too deep stays there', 'if (moved <= 0)', 'if (moved <= 99)'],
    [
      'an indentation that was asked for is taken back',
      'kept.length < written.length &&',
      'kept.length <= written.length &&',
      'test/core/confidence/reading/fitToCode.test.ts',
    ],
  ]),
  ...mutationsOf(
    'src/core/confidence/reading/fitToCode.ts',
    ['test/faults/kinds.test.ts'],
    [
      ['a here-document is moved', ' || held.has(at) ?', ' ?'],
      ['a shift is a here-document', "if (!withHereDocuments.has(familyOf(language) ?? '')) return held;", ''],
      ['blanks in a recipe stay', ' && !/^\\t/m.test(place);', ';'],
      ['children become siblings', 'balance >= 0 && onlyFirstLost', 'onlyFirstLost'],
      ['a tab is never eight blanks', 'wideUnit(lines, place) ?? wrote.unit', 'wrote.unit'],
      ['tabs that were asked for are taken back', 'isMakefile || isRestyled(lines, place) ?', 'isMakefile ?'],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/reading/reading.ts',
    ['test/faults/kinds.test.ts'],
    [
      ['a quotation is code', 'return readQuoted(text, expects) ?? readBare', 'return readBare'],
      ['backticks of a sentence are code', 'return inner === undefined ||', 'return inner !== null ||'],
      ['backticks of the code are gone', " || code.includes('`') ?", ' ?'],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/evidence/form.ts',
    ['test/faults/kinds.test.ts'],
    [
      ['a column of signs is code', ' ?? columnOf(lines, known, language)', ''],
      ['a sign that was asked for is doubted', ' || (withSigns.has(family) && written.length === 1)', ''],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/reading/blocks.ts',
    ['test/faults/kinds.test.ts'],
    [
      ['a byte order mark hides a fence', "text.replace(byteOrderMark, '')", 'text'],
      ['a byte order mark is code', ".join('\\n').replace(byteOrderMark, '')", ".join('\\n')"],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/parameterSupport.ts',
    ['test/faults/kinds.test.ts', 'test/providers/wire/parameterSupport.test.ts'],
    [
      ['an allowance has three names', "[...allowances, 'max_new_tokens']", '[...allowances]'],
      ['what is in a window is its room', 'const cap = room < asked ? room :', 'const cap ='],
    ],
  ),
  ...mutationsOf(
    'src/providers/wire/usage.ts',
    ['test/faults/kinds.test.ts'],
    [['a window of which little is left is none', "(!isExact && doubt?.why !== 'low')", '!isExact']],
  ),
  ...mutationsOf(
    'src/core/confidence/evidence/form.ts',
    ['test/core/confidence/evidence/form.test.ts'],
    [
      [
        'a tag in a text of tags is left over',
        'if ([...known].some(line => loneTag.test(line))) return undefined;',
        '',
      ],
    ],
  ),
  ...mutationsOf('src/core/confidence/evidence/elision.ts', played, [
    ['a remark that keeps is no remark', '(?:keep|keeping|preserve|retain|leave)', '(?:retain|leave)'],
  ]),
  ...mutationsOf(
    'src/core/confidence/changes/whatChanged.ts',
    ['test/core/confidence/changes/whatChanged.test.ts'],
    [
      ['facts have no end', 'facts.slice(0, mostFacts)', 'facts'],
      ['what is gone comes last', 'isGone(other) - isGone(one)', 'isGone(one) - isGone(other)'],
      [
        'lines in the place of others are gone, too',
        'gone.filter(is).length - come.filter(is).length',
        'gone.filter(is).length',
      ],
      ['a new name is other code', 'instruction.includes(name) ||', ''],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/changes/changedTokens.ts',
    ['test/core/confidence/changes/changedTokens.test.ts'],
    [
      ['whatever is gone was waited for', "&& tokens.includes('await')", ''],
      ['any order is another one', 'turned.every((text, place) => text === written[place])', 'true'],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/changes/leftOut.ts',
    ['test/core/confidence/changes/leftOut.test.ts'],
    [
      ['what was commented out is gone', 'return !lost.some(line => words.includes(line));', 'return true;'],
      ['a stub is code', 'said.every(line => isComment(line) || isStub(line))', 'said.every(line => isComment(line))'],
      ['a line is enough', 'const leastLost = 2;', 'const leastLost = 1;'],
      ['what was written anew is left out', ' || isRewrittenAmid(gone, come, pairs)', ''],
      ['a changed head hides what is left out', 'gone.some(({ number }) => number < before.number)', 'true'],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/evidence/writtenAgain.ts',
    ['test/core/confidence/evidence/writtenAgain.test.ts'],
    [
      [
        'an answer may stand there twice',
        'if (isTwice(lines) && !isTwice(filledLines(before)))',
        'if (isTwice(filledLines(before)))',
      ],
      ['what the selection repeats may not be', '(ownTimes.get(most.text) ?? 1)', '1'],
      ['tables are repeated by models', 'new Set(characters).size >= 6', 'new Set(characters).size >= 1'],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/evidence/explanation.ts',
    ['test/core/confidence/evidence/explanation.test.ts'],
    [
      ['a long answer declines, too', 'text.trim().length <= longestRefusal &&', ''],
      ['code is an explanation', 'return isOwn || isCode ?', 'return isOwn && !isCode ?'],
      ['names around the code are unknown', "around?.before ?? ''", "''"],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/evidence/artefacts.ts',
    ['test/core/confidence/evidence/artefacts.test.ts'],
    [
      ['a program has no such marks', '&& !mark.test(before)', ''],
      ['JSON is code', ' || isInJson(code, before, language)', ''],
    ],
  ),
  ...mutationsOf('src/core/confidence/evidence/comparison.ts', played, [
    [
      'the next line may come again',
      'repeatsNeighbour(code, selection, around) ? 1',
      'repeatsNeighbour(code, selection, around) ? looked',
    ],
    ['line ends may be written out', 'if (!isOneLine || !outsideTexts(', 'if (isOneLine || !outsideTexts('],
  ]),
  ...mutationsOf('src/core/confidence/evidence/form.ts', played, [
    ['marks of a merge are code', 'const found = lines.findIndex(isMark);', 'const found = -1;'],
    ['a tag behind the code is code', 'if (isTag(lines.at(-1))) return lines.length - 1;', ''],
    [
      'a patch without a name is code',
      'return at >= 0 && lines.some(line => /^\\+',
      'return at < -1 && lines.some(line => /^\\+',
      'test/core/confidence/evidence/form.test.ts',
    ],
  ]),
];
