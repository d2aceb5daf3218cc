import { mutationsOf } from './mutation.ts';

const projection = 'test/core/budget/ledgerProjection.test.ts';
const ledger = 'test/core/budget/ledger.test.ts';
const ledgerFiles = 'test/core/budget/ledger/files.test.ts';
const damage = 'test/storage/answerSegments/damage.test.ts';

/** What was spent, what is remembered, and what of a prompt is sent. */
export const memory = [
  ...mutationsOf(
    'src/core/budget/ledgerProjection.ts',
    [projection, ledger],
    [
      ['what is under way does not count', '      if (monthOf(held.day) !== month) continue;\n', '      continue;\n'],
      [
        'money has a budget for each workspace',
        '      taken.money += held.micros;\n      if (held.ws !== ws) continue;\n',
        '      if (held.ws !== ws) continue;\n      taken.money += held.micros;\n',
      ],
      ['what is settled goes to the day of its end', 'this.#held.get(op) ?? entry', 'entry'],
      [
        'a second end of an attempt counts',
        "    if (this.#ended.get(op) === 'over') return;\n    const { ws, day }",
        '    const { ws, day }',
      ],
      [
        'what was paid though it was refused is lost',
        "if (this.#ended.get(op) === 'over') return;",
        'if (this.#ended.has(op)) return;',
      ],
      [
        'a reservation that is heard twice is asked about twice',
        "if (this.#held.has(entry.op) || this.#ended.get(entry.op) === 'over') return 'granted'; //",
        '//',
      ],
      ['what was given back is held again', 'if (!this.#ended.has(entry.op) && !this', 'if (!this'],
      ['an estimate is taken for what was reported', 'estimated: exact ? 0 : tokens', 'estimated: 0'],
      [
        'a new file forgets what is under way',
        '      ...[...this.#held.values()].filter(({ day }) => kept.includes(monthOf(day))).map(carried),\n',
        '',
        ledgerFiles,
      ],
      [
        'what just fits is refused',
        'taken[which] + amounts[which] > limits[which]',
        'taken[which] + amounts[which] >= limits[which]',
      ],
      ['a limit of before counts again', 'if (entry.at >= (this.#limits.get(key)?.at ?? 0)) this', 'this'],
    ],
  ),
  ...mutationsOf(
    'src/core/budget/reservation.ts',
    [ledger],
    [
      ['a count that cannot be is believed', 'if (!isPossible(usage)) return', 'if (usage === undefined) return'],
      ['a negative count is believed', ' && tokens >= 0', ''],
    ],
  ),
  ...mutationsOf(
    'src/core/budget/ledger.ts',
    [ledger, ledgerFiles],
    [
      ['both ends of an attempt are written', '      if (isOver) return Promise.resolve();\n', '', projection],
      ['limits of other windows are not read', '    await this.refresh(); // a limit', '    // a limit'],
      [
        'the reservation with which the trouble begins may take all that is left',
        "if (verdict === 'granted' && didTroubleBegin) {",
        "if (verdict !== 'granted' && didTroubleBegin) {",
      ],
      ['every window says it', '    return this.#projection.warnedBy(key) === id;', '    return true;'],
    ],
  ),
  ...mutationsOf(
    'src/core/budget/unsharedLimits.ts',
    [ledgerFiles],
    [
      [
        'where nothing can be kept all that is left is granted',
        'Math.max(0, limit - before) / 2',
        'Math.max(0, limit - before)',
      ],
      ['half of what is left is granted again and again', 'this.#takenBefore.get(key) ?? taken', 'taken'],
    ],
  ),
  ...mutationsOf(
    'src/core/budget/budgetStanding.ts',
    [ledger],
    [['what was never settled is held for ever', 'until + graceMs < wallMs', 'until === wallMs']],
  ),
  ...mutationsOf(
    'src/core/cache/answerCache.ts',
    ['test/core/cache/answerCache.test.ts', 'test/core/client.test.ts'],
    [
      ['an older answer is shown as fresh', "answerOf(kept, 'stale',", "answerOf(kept, 'cached',"],
      ['an answer with a secret in it is kept', '(await isClean(kept.text, mask)) && ', ''],
      ['what cannot be searched is kept', 'return false; // what could', 'return true; // what could'],
      ['what was on its way when all was forgotten comes back', ' && !isForgotten()', ''],
      ['a clock that was set back makes ages negative', "'cached', Math.max(0, ageMs))", "'cached', ageMs)"],
      ['an older answer takes the place of a later one', 'if (!known || known.at <= kept.at) this', 'this'],
      ['a slow disk holds up a question', 'this.#atMost(limitMs, read)', 'read'],
      [
        'what was answered before the window opened is asked again',
        ' ? firstPatienceMs : patienceMs',
        ' ? patienceMs : patienceMs',
      ],
      ['what is forgotten stays on the disk', '    await this.#parts.store?.clear();\n', ''],
      [
        'what waits is written after all was forgotten',
        '(isForgotten() ? undefined : this',
        '(false ? undefined : this',
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/cache/similarity.ts',
    ['test/core/cache/similarity.test.ts', 'test/core/layers/cache.test.ts'],
    [
      ['an edit is answered with that of another question', ' || !asksInWords.has(purpose.task)', ''],
      [
        'an answer to the same words about other code is given',
        'part === asked || part.isEvidence',
        "part === asked || part.name !== ''",
      ],
      ['an answer of another workspace is given', 'expects.language, scope, meaning]', 'expects.language, meaning]'],
      [
        'the wording may be as different as it likes',
        '.filter(({ score }) => score >= threshold)',
        '.filter(() => true)',
      ],
    ],
  ),
  ...mutationsOf(
    'src/storage/answerLine.ts',
    [damage],
    [
      [
        'a changed line is taken for an answer',
        "if (bytes.toString('latin1', 0, checksumLength + 1) !== `${checksum(json)} `) return undefined;",
        '',
      ],
    ],
  ),
  ...mutationsOf(
    'src/storage/segmentReader.ts',
    ['test/storage/answerSegments.test.ts', damage],
    [['what was forgotten is read again', 'readHead(line) === generation', 'readHead(line) !== undefined']],
  ),
  ...mutationsOf(
    'src/storage/answerSegments.ts',
    ['test/storage/answerSegments.test.ts', damage],
    [
      [
        'an answer of before the forgetting is kept after it',
        'if (await this.#lookForClearing()) return; //',
        'await this.#lookForClearing(); //',
      ],
      [
        'a segment that somebody has changed is added to',
        '      if (ino !== own.inode || size !== own.size) return false;\n',
        '',
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/prompt/fitPrompt.ts',
    ['test/core/prompt/fitPrompt.test.ts'],
    [
      ['what was selected is cut', ' || section.priority >= indispensable', ''],
      ['the words of the system are cut', "section.role === 'system' || ", ''],
      ['a conversation has holes', 'if (!this.#turnsEnded) this', 'this'],
    ],
  ),
  ...mutationsOf(
    'src/core/prompt/fitPrompt.ts',
    ['test/assist/instructions/withInstructions.test.ts'],
    [['instructions are never shortened', '!isShortenedLast(section) &&', '']],
  ),
  ...mutationsOf(
    'src/assist/instructions/chooseInstructions.ts',
    ['test/assist/instructions/chooseInstructions.test.ts'],
    [
      ['the farthest is kept where there is no room', 'of read.toReversed()', 'of read'],
      ['the same is told twice', ' || marks.some(mark => seen.has(mark))', ''],
    ],
  ),
  ...mutationsOf(
    'src/assist/instructions/instructionPaths.ts',
    ['test/assist/instructions/instructionPaths.test.ts'],
    [['what came with a package gives instructions', 'foreign < 0 ? names : names.slice(0, foreign)', 'names']],
  ),
  ...mutationsOf(
    'src/core/prompt/withMarks.ts',
    ['test/core/prompt/fitPrompt.test.ts'],
    [['it is not said which sections are missing', '    else missing.push(section.name);\n', '']],
  ),
  ...mutationsOf(
    'src/core/prompt/cut.ts',
    ['test/core/prompt/fitPrompt.test.ts'],
    [
      ['it is not said where lines are missing', '        cut += mark;\n', ''],
      [
        'lines of rank go with the others',
        '    this.#growRanked(this.#tokens + (maxTokens - this.#tokens) / 2);\n',
        '',
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/prompt/trimTo.ts',
    ['test/core/layers/trim.test.ts'],
    [
      ['the limit of the user is ignored', 'question.maxInputTokens ?? Infinity', 'Infinity'],
      ['there is no room for the answer', 'window - Math.min(maxOutput, window * mostForOutput)', 'window'],
      [
        'the answer may be longer than the window',
        'sampling.maxOutputTokens <= left ? sampling',
        'left > 0 ? sampling',
      ],
      [
        'every model counts as it is estimated',
        'const factor = upperFactor(target.model, languageOf(question));',
        'const factor = 1;',
      ],
    ],
  ),
];
