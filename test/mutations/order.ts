import { mutationsOf } from './mutation.ts';

const lastResort = `    lastResort({
      older: question => olderAnswer(memory, question),
      similar: question => similarAnswer(memory, question),
    }),
`;
const trim = '      trim(target, parts.room ?? boundless),\n';
const breaker = `      breaker(circuit, target.id, {
        excused: failure => circuits.cooldowns.connectivity.excuses(target, failure),
        ...(claim && { claim: signal => claim(target, signal) }),
      }),
`;
const retry = '      retry(clock, parts.retrying, circuits.retriesAt(target)),\n';
const limiter = '      limiter(clock, target, measure),\n';

const inClient = mutationsOf(
  'src/core/client.ts',
  ['test/core/client.test.ts', 'test/core/client/order.test.ts'],
  [
    [
      'the cache stands above the masking of secrets',
      `    redact(parts.redaction),
    standIn(),
${lastResort}    cache(memory),
`,
      `    cache(memory),
    redact(parts.redaction),
    standIn(),
${lastResort}`,
    ],
    [
      'the last resort stands below the deadline',
      `${lastResort}    cache(memory),
    coalesce(clock, hash),
    deadline(clock),
`,
      `    cache(memory),
    coalesce(clock, hash),
    deadline(clock),
${lastResort}`,
    ],
    ['there is no deadline', '    deadline(clock),\n', ''],
    [
      'fallback passes the route over',
      'fallback(inOrderOf(lanes), {',
      'fallback(() => [...lanes.values()], {',
      'test/core/routing/router.test.ts',
    ],
    [
      'remembered answers pass the route over',
      '(question.route ?? []).map(({ target }) => target)',
      'parts.sources.map(({ target }) => target)',
      'test/core/routing/router.test.ts',
    ],
    ['nobody judges an answer', '    assessAnswer(clock, parts.judgement),\n', ''],
    ['equal questions are asked twice', '    coalesce(clock, hash),\n', ''],
    ['a question is trimmed at each try', `${trim}${breaker}${retry}`, `${breaker}${retry}${trim}`],
    ['every retry counts against the circuit', `${breaker}${retry}`, `${retry}${breaker}`],
    [
      'one that is slow by nature has to race when it is tried',
      'limits(target, taskClass).isSlowByNature ? undefined : ',
      '',
      'test/core/client/triedAgain.test.ts',
    ],
    ['an open circuit rests on though nobody else is left', ' && circuit.hurry(),', ' && false,'],
    ['who waits for a place holds a part of the budget', limiter, `      budget(target, spending),\n${limiter}`],
    ['all tries are one to the budget', trim, `${trim}      budget(target, spending),\n`],
    [
      'what is tried by hand is not counted',
      'ungated(way, parts, spendingOf(parts))',
      'ungated(way, parts, undefined)',
    ],
    ['secrets are not masked', '    redact(parts.redaction),\n', ''],
    ['hidden characters are sent as they are', '    showHidden(clock),\n', '', 'test/core/layers/showHidden.test.ts'],
    ['what other windows know is not read', '    catchUp(parts.catchUp),\n', ''],
    [
      'a missing network counts against the circuits',
      'excused: failure => circuits.cooldowns.connectivity.excuses(target, failure)',
      'excused: () => false',
    ],
    [
      'only one window of all tries again, but nobody asks which',
      '...(claim && { claim: signal => claim(target, signal) }),',
      '',
    ],
  ],
);

/** Who is asked first. */
const routing = [
  ...mutationsOf(
    'src/core/routing/strategies/placing.ts',
    ['test/core/routing/strategies/tiered.test.ts', 'test/core/routing/strategies/cheapest.test.ts'],
    [
      ['an unknown price is free', 'costUsd === undefined ? Infinity', 'costUsd === undefined ? 0'],
      ['one that often fails is as cheap as it says', 'costUsd / Math.max(0.001, 1 - failureShare)', 'costUsd'],
      ['one that is too small stands among the others', 'order.filter(({ facts }) => facts.fits)', 'order'],
    ],
  ),
  ...mutationsOf(
    'src/core/routing/strategies/tiered.ts',
    ['test/core/routing/strategies/tiered.test.ts'],
    [
      ['a weaker model goes before a stronger one', 'above >= 0 ? above : 2 - above', 'Math.abs(above)'],
      ['one that fails all the time stays the first', ' || isUnwell(one) - isUnwell(other)', ''],
      ['what was learnt of a target takes nothing from its class', ' - (lacking?.classes ?? 0)', ''],
      ['a weaker one whose answers are kept less is not told as weaker', ' && strengthOf(target.class) >= wanted', ''],
    ],
  ),
  ...mutationsOf(
    'src/core/routing/strategies/fastest.ts',
    ['test/core/routing/strategies/fastest.test.ts'],
    [
      ['who was slow is never asked again', 'return oneOf(stale, chance);', 'return undefined;'],
      [
        'who is slow is asked as often as who is nearly as quick',
        '? oneOf(promising, chance)',
        '? oneOf(stale, chance)',
      ],
      ['a quick answer of a slow one changes nothing', ': isBelow(latestMs, usualMs),', ': false,'],
      ['who is not known is never asked', 'failureShare < unwell :', 'false :'],
      ['who always fails is asked every second time', 'failureShare < unwell :', 'true :'],
      ['the same one is asked each time', 'list[Math.floor(chance() * list.length)]', 'list[0]'],
      ['two that are alike take turns', '(1 + alikeShare)', '1'],
    ],
  ),
  ...mutationsOf(
    'src/core/resilience/paceRecord.ts',
    ['test/core/resilience/paceRecord.test.ts'],
    [
      ['what its user stopped is a failure of the target', "'cancelled', 'out-of-time', ", ''],
      ['nothing is ever too old to be of now', 'now - at <= forgetMs', 'at <= now'],
      ['after an hour nothing is known', ': this.#days.at(now),', ': undefined,'],
      ['what is weeks old is told', ' || now - this.#heardAt > days.forgetMs', ''],
      ['one answer of minutes makes days slow', 'Math.expm1(first)', '400_000 - Math.expm1(first)'],
    ],
  ),
  ...mutationsOf(
    'src/core/routing/router.ts',
    ['test/core/routing/router.test.ts'],
    [
      [
        'a conversation changes its model',
        '? withFirst(placed, one.target.id',
        '? withFirst(placed, placed[0]?.target.id ?? one.target.id',
      ],
      ['a conversation stays with one that is held back', 'one.facts.isReady && ', ''],
      [
        'a strength that is set holds with one strategy only',
        "set && 'class' in set ? tiered : parts.strategy()",
        'parts.strategy()',
      ],
      ['one that may not write the answer goes first', ' && mayWrite(target, question)', ''],
      [
        'nobody knows what was known of the chain as it is written',
        '.map(each => ({ ...each, factsOf: look }))',
        '',
        'test/core/routing/tellRoute.test.ts',
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/routing/tellRoute.ts',
    ['test/core/routing/router.test.ts', 'test/core/routing/tellRoute.test.ts'],
    [
      ['an unknown price is told as nothing', '...(costUsd !== undefined && { costUsd })', 'costUsd: costUsd ?? 0'],
      ['who is held back is told as free', '...(held && { held }),', ''],
      ['all of a long chain is told', 'const mostOptions = 5;', 'const mostOptions = 50;'],
      [
        'who may not be asked is told, too',
        '? route.filter(({ target }) => only.includes(target.id)) : route',
        '? route : route',
      ],
      [
        'an answer of a smaller model is not marked',
        "if (own?.because.code !== 'weaker') return false;",
        'return false;',
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/layers/retry.ts',
    ['test/core/routing/tellRoute.test.ts', 'test/core/layers/retry.test.ts'],
    [
      [
        'a smaller question is asked again without a word',
        "question.notes({ kind: 'retry', target: error.details.target ?? '', delayMs: 0, because: error.kind });",
        '',
      ],
      ['a wait is told without what it was chosen over', ', ...(insteadOf && { insteadOf })', ''],
    ],
  ),
];

const learnedFolder = 'src/core/routing/learned';
const learnedTests = 'test/core/routing/learned';
const learner = [`${learnedTests}/learner.test.ts`];

/** Whom learning asks first, what it may not do, and what it forgets. */
const learning = [
  ...mutationsOf(`${learnedFolder}/ranked.ts`, learner, [
    ['what is only believed moves somebody', 'const fewestSeen = 6;', 'const fewestSeen = 0;'],
    ['an unknown price is free', ' - one.cost + before.leastCost;', ' - one.leastCost + before.leastCost;'],
    ['a guess of a price costs a place', ' - one.cost + before.leastCost;', ' - one.cost + before.cost;'],
  ]),
  ...mutationsOf(`${learnedFolder}/challenge.ts`, learner, [
    ['every second question explores', 'const mostProbes = 0.08;', 'const mostProbes = 0.5;'],
    ['nobody is ever explored', 'drawn < Math.min(', 'drawn > 1 + Math.min('],
    ['who rests is explored', 'one !== leader && one.candidate.facts.isReady', 'one !== leader'],
    ['all turn to the same', 'others[drawnFrom(hopes, chance())]', 'others[hopes.findIndex(each => each > 0)]'],
  ]),
  ...mutationsOf(`${learnedFolder}/learner.ts`, learner, [
    ['what may not explore explores', 'options.mayExplore ? challengerOf', 'options ? challengerOf'],
    ['one for which the prompt is cut goes first', 'valued.filter(one => !small.includes(one))', 'valued'],
    ['a stranger is asked', 'if (placed && left.delete(target.id)) order.push({ ...placed, because });', ''],
  ]),
  ...mutationsOf(`${learnedFolder}/believed.ts`, learner, [
    [
      'a change overnight is not noticed',
      'return Math.min(1, byChance ** 2 / beside) ** 2;',
      'return beside < 0 ? 0 : 1;',
    ],
  ]),
  ...mutationsOf(`${learnedFolder}/worth.ts`, learner, [
    ['a time of 0 is the fastest', 'isAmount(expectedMs) && expectedMs > 0', 'isAmount(expectedMs)'],
    ['what is unknown costs nothing', 'cost: weights.perUsd * atMost', 'cost: weights.perUsd * (costUsd ?? 0)'],
    ['a known cost of 0 is not known', 'costUsd: isAmount(costUsd) ?', 'costUsd: isAmount(costUsd) && costUsd > 0 ?'],
  ]),
  ...mutationsOf(`${learnedFolder}/keptModel.ts`, learner, [
    [
      'tasks are learned apart from each other only',
      'return left / (this.#allOf + weights.target);',
      'return 0 * left;',
    ],
    ['levels are not told apart', 'if (each === level) [ofLevel', 'if (each < 0) [ofLevel'],
  ]),
  ...mutationsOf(
    `${learnedFolder}/tallyBook.ts`,
    [`${learnedTests}/tallyBook.test.ts`],
    [
      [
        'an answer from the future counts more',
        'fadingAfter(Math.max(0, now - outcome.at))',
        'fadingAfter(now - outcome.at)',
      ],
      [
        'a clock that was wrong wipes out everything',
        'Math.min(mostFadedMs, Math.max(0, now - (this.#asOf ?? now)))',
        'Math.max(0, now - (this.#asOf ?? now))',
      ],
      ['targets are remembered without end', 'if (this.tallies.size >= mostTargets) this.#forgetOne();', ''],
      ['time does not go by', 'for (const tally of this.tallies.values()) tally.fade(fading);', ''],
    ],
  ),
  ...mutationsOf(
    `${learnedFolder}/learnedOutcome.ts`,
    [`${learnedTests}/learnedOutcome.test.ts`],
    [
      [
        'what was accepted counts as kept',
        "origin && typeof kept === 'boolean' ? { ...origin, kept } : undefined",
        'origin && { ...origin, kept: kept !== false }',
      ],
    ],
  ),
  ...mutationsOf(
    `${learnedFolder}/sharedLearning.ts`,
    [`${learnedTests}/sharedLearning.test.ts`],
    [
      ['the same decision counts each time it is told', ' || this.#outcomes.has(id)) return;', ') return;'],
      [
        'what was forgotten comes back',
        'if (this.#forgettings.some(forgetting => isForgotten(outcome, forgetting))) return;',
        '',
      ],
      ['what is remembered grows without end', 'this.#outcomes.size > mostRemembered', 'this.#outcomes.size < 0'],
      ['one window forgets, and the next day all remember', '...this.#forgettings.map(forgettingRecord),', ''],
    ],
  ),
  ...mutationsOf(
    'src/core/routing/learned/learner.ts',
    ['test/core/routing/learned/learner.test.ts'],
    [
      ['what is learnt counts after a minute', '&& known.additions === additions', ''],
      ['of another chain the same is known', 'target === targets[at]', 'target.id !== targets[at]?.label'],
    ],
  ),
  ...mutationsOf(
    'src/core/routing/learned/lacking.ts',
    ['test/core/routing/learned/lacking.test.ts'],
    [
      ['one answer decides', 'if (lacking < beyondChance * deviation) return 0;', ''],
      ['who keeps little makes all weaker', '(all - effect * of) / (allOf - of + leaning) - effect', '-effect'],
    ],
  ),
  ...mutationsOf(
    'src/core/routing/learned/worth.ts',
    ['test/core/routing/learned/learner.test.ts'],
    [
      [
        'an unknown price above all others wins by the dearest of them',
        '?? [Infinity]',
        '?? priced.map(each => each.costUsd)',
      ],
      ['an unknown price is that of the dearest of all', '(each => each.above === above)', '(() => true)'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/learned/keptJudge.ts',
    ['test/interaction/learned/keptJudge.test.ts'],
    [
      ['accepted is as good as kept', 'if (now - checkpoint.at >= keptAfterMs) await', 'await'],
      ['an edit that brings errors was kept', ' && errors <= errorsBefore', ''],
      [
        'what was not taken of a batch is left out of the sum',
        'share / pieces.length',
        'share / pieces.filter(each => each >= 0).length',
      ],
      ['what was changed a day later was not kept', 'if (kept || isRecent) learn(', 'learn('],
    ],
  ),
  ...mutationsOf(
    'src/interaction/learned/messageJudge.ts',
    ['test/interaction/learned/messageJudge.test.ts'],
    [
      ['a merge says what became of a message', 'if (parents.length > 1) return false;', ''],
      ['what was committed long before says it', 'at === undefined || at + 1_000 > written', 'true'],
      [
        'a commit of another day says it',
        'stops.push(this.#parts.clock.after(committedWithinMs, () => this.#drop(root)));',
        '',
      ],
      ['the commit after the next one says it too', '    this.#end(repository.root);\n', ''],
    ],
  ),
  ...mutationsOf(
    'src/assist/commit/committedShare.ts',
    ['test/assist/commit/committedShare.test.ts'],
    [
      ['what the user typed is the answer’s', 'without(wordsOf(proposed), wordsOf(typed))', 'wordsOf(proposed)'],
      ['a word that stands there once is kept as often as one likes', 'left.set(word, count - 1);', ''],
    ],
  ),
  ...mutationsOf(
    'src/assist/checkpoints/stillStanding.ts',
    ['test/interaction/learned/keptJudge.test.ts'],
    [
      [
        'who changes a name in it has not kept it',
        'else standing += brought.filter(line => lines.has(line)).length;',
        '',
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/routing/answerLengths.ts',
    ['test/core/routing/answerLengths.test.ts'],
    [
      ['an answer that was cut off counts', " || end.answer.finish !== 'stop'", ''],
      ['all tasks have answers of one length', 'this.#shares.set(task, share);', 'this.#shares.set(undefined, share);'],
    ],
  ),
  ...mutationsOf(
    `${learnedFolder}/answerOrigins.ts`,
    [`${learnedTests}/answerOrigins.test.ts`],
    [
      ['a remembered answer counts again', "|| end.answer.freshness !== 'live'", ''],
      ['the first attempt is taken for the one that answered', 'notes.findLast(', 'notes.find('],
    ],
  ),
];

const taskTests = 'test/interaction/taskModels';

/** Who answers a task by the user's own wish. */
const taskModels = [
  ...mutationsOf(
    'src/interaction/settings/withTaskEntry.ts',
    ['test/interaction/settings/withTaskEntry.test.ts'],
    [
      ['what else stands in the setting is lost', '{ ...before, [task]: entry }', '{ [task]: entry }'],
      ['what is no list of tasks is written over', "if (!isList(before)) return { kind: 'unreadable' };", ''],
      [
        'an empty setting is left behind',
        'others.length > 0 ? Object.fromEntries(others) : undefined',
        'Object.fromEntries(others)',
      ],
    ],
  ),
  ...mutationsOf(
    'src/interaction/taskModels/taskEntries.ts',
    [`${taskTests}/taskEntries.test.ts`],
    [
      [
        'of two changes at once the second takes the first one back',
        'this.#latest.then(() => this.#write(change))',
        'this.#write(change)',
      ],
      ['what was changed since is taken back too', 'taskEntry(user, task) !== instead.of', 'false'],
      [
        'what does not come to hold is said to hold',
        "? 'changed' : 'unheld'",
        "? 'changed' : 'changed'",
        `${taskTests}/setTaskModel.test.ts`,
      ],
    ],
  ),
  ...mutationsOf(
    'src/interaction/taskModels/setTaskModel.ts',
    [`${taskTests}/setTaskModel.test.ts`],
    [
      ['it is not said that the workspace goes first', '...(isOverruled ? [workspaceText(theirs, parts)] : [])', ''],
      [
        'a setting that could not be written counts as written',
        ".catch(() => 'unwritable' as const)",
        ".catch(() => 'changed' as const)",
      ],
    ],
  ),
  ...mutationsOf(
    'src/interaction/taskModels/alwaysUse.ts',
    [`${taskTests}/alwaysUse.test.ts`],
    [
      [
        'an older answer sets its model',
        "(answer.freshness !== 'live' && answer.freshness !== 'cached')",
        "answer.freshness === 'offline'",
      ],
      ['a model that is not in the chain can be set', 'targets.some(({ id }) => id === answer.from)', 'true'],
      [
        'what the workspace has set is taken away in the user’s own',
        'if (entryOfSetting(mine) === id) return',
        'return',
      ],
    ],
  ),
];

/** What `core/client.ts` alone knows: which layers there are, and in which order; and who holds a target back. */
export const order = [
  ...routing,
  ...inClient,
  ...mutationsOf(
    'src/core/resilience/restingBecause.ts',
    ['test/core/client.test.ts'],
    [
      [
        'a circuit that is open does not hold back',
        "circuits.cooldowns.of(target)?.because : 'circuit-open'",
        'undefined : undefined',
      ],
    ],
  ),
  ...learning,
  ...taskModels,
];
