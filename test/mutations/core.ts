import { mutationsOf } from './mutation.ts';

export const core = [
  ...mutationsOf(
    'src/core/model/target.ts',
    ['test/core/model/target.test.ts'],
    [['an id that ends as a key is called shares its limits', '`${owner}\\n${name}`', '`${owner} ${name}`']],
  ),
  ...mutationsOf(
    'src/core/model/failure.ts',
    [
      'test/core/client.test.ts',
      'test/core/routing/fallback.test.ts',
      'test/core/layers/retry.test.ts',
      'test/core/client/hurry.test.ts',
      'test/core/layers/breaker/verdicts.test.ts',
    ],
    [
      [
        'our own deadline is counted',
        "'out-of-time': rules('no', 'no')",
        "'out-of-time': rules('no', 'no', { trips: 2 })",
      ],
      [
        'a bad request is sent to everybody',
        "'bad-request': rules('no', 'other-origin'",
        "'bad-request': rules('no', 'any'",
      ],
      ['a rejected key is tried again', "auth: rules('no'", "auth: rules('yes'"],
      ['a timeout weighs one', "silent: rules('last', 'any', { trips: 2", "silent: rules('last', 'any', { trips: 1"],
      [
        'a rate limit opens the circuit',
        "'rate-limited': rules('patient', 'any', { ",
        "'rate-limited': rules('patient', 'any', { trips: 1, ",
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/routing/fallback.ts',
    ['test/core/routing/fallback.test.ts'],
    [
      ['another target begins anew without a word', '  screen.restart(failure, to.target);\n', ''],
      [
        'the same untrusted server is asked again',
        "return next === 'other-origin' && common",
        "return next !== 'other-origin' && common",
      ],
      ['a refusal is asked on unasked', '|| !asksOnRefusal?.()', '|| false'],
      ['one lost server is taken for a lost network', "(held.includes('offline') || hosts.size > 1)", 'true'],
      ['two lost servers are not taken for a lost network', ' || hosts.size > 1', ''],
      [
        'who was not asked for want of a network is forgotten',
        'held.push(...leaveOut(waiting, miss, question))',
        'leaveOut(waiting, miss, question)',
      ],
      ['the same vendor is asked what it declined', "if (next === 'other-vendor') return common;", ''],
      ['the refusal is lost when nobody answers', '    if (refusal) return refusal;\n', ''],
      ['a target cannot be passed over', "scope.cut(new Failure('passed-over'", "void (new Failure('passed-over'"],
      ['a closed target is asked', 'lanes.filter(lane => !skips.has(lane))', '[...lanes]'],
      [
        'a question waits for a target that is only tried',
        'if (overdueMs !== undefined) {',
        'if (overdueMs === null) {',
        'test/core/client/triedAgain.test.ts',
      ],
      [
        'one that was left alone for long has no head start',
        'overdueMs * headStartShare',
        '0',
        'test/core/client/triedAgain.test.ts',
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/routing/screen.ts',
    ['test/core/routing/fallback.test.ts'],
    [['the text that was shown is lost', 'failure.with({ partial: this.#shown })', 'failure']],
  ),
  ...mutationsOf(
    'src/core/routing/hedge.ts',
    ['test/core/routing/hedge.test.ts'],
    [
      ['the loser is not stopped', '    for (const stop of this.#stops.values()) stop.abort(lost());\n', ''],
      ['both are heard', 'if (!this.#winner || this.#winner === lane) onEvent(event);', 'onEvent(event);'],
      ['what it costs is not looked at', ' || !afford()) return', ') return'],
      ['a target that writes is not left alone', 'if (race.hasWinner || question', 'if (question'],
      ['one that is only tried is waited for', '    race.letGo();\n', '', 'test/core/client/triedAgain.test.ts'],
      [
        'one that is only tried writes on though another has answered',
        'if (this.#hasLetGo || (',
        'if (false || (',
        'test/core/client/triedAgain.test.ts',
      ],
      [
        'one that is only tried is stopped when another writes',
        'other !== lane && other !== this.#tried) stop',
        'other !== lane) stop',
        'test/core/client/triedAgain.test.ts',
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/faultInjection.ts',
    ['test/core/faultInjection.test.ts'],
    [
      ['what is played may have been sent', "if (event.kind !== 'sent' || !isPlayed()) question", 'question'],
      ['what is real is taken for played', 'this.#played.get(question.id)?.has(target.id) === true', 'true'],
    ],
  ),
  ...mutationsOf(
    'src/core/resilience/abortScope.ts',
    ['test/core/resilience/abortScope.test.ts'],
    [
      ['a cancel does not reach the target', 'this.cut(reasonOf(this.#outer))', 'undefined'],
      ['work that does not listen is waited for', '    this.#leave?.(reason);\n', ''],
      [
        'work that was ended before is started',
        'return reject(reasonOf(this.signal));',
        'reject(reasonOf(this.signal));',
      ],
      ['a listener stays behind', "    this.#outer.removeEventListener('abort', this.#follow);\n", ''],
    ],
  ),
  ...mutationsOf(
    'src/core/resilience/probeClaims.ts',
    ['test/core/resilience/probeClaims.test.ts', 'test/core/resilience/sharedCircuits.test.ts'],
    [
      ['the second claim counts', '[...earlier, { id,', '[{ id,'],
      ['the second claim is forgotten', 'earlier.length < mostClaims', 'earlier.length < 1'],
      ['a clock that is set back makes a claim last', ' && claim.until <= at + 2 * claimMs', ''],
      ['a claim that is over holds the others up', 'claim.until > at && ', ''],
    ],
  ),
  ...mutationsOf(
    'src/core/resilience/sharedCircuits.ts',
    ['test/core/resilience/sharedCircuits.test.ts', 'test/core/resilience/sharedCircuits/lastWord.test.ts'],
    [
      [
        'what another window said before overrules what this one said after',
        'if (!own) return ahead === 0;',
        'if (!own) return true;',
      ],
      ['who did not get the right to try keeps waiting for it', '    release(); // gives up', '    // gives up'],
      ['who is stopped while he claims keeps the others out', '      release(); // it is', '      // it is'],
      ['a slow disk holds up a question', 'inTime(clock, slowDiskMs, log.refresh())', 'log.refresh()'],
      ['a moment read from the log is believed', 'Math.min(longestRestMs, Math.max(0, restMs))', 'restMs'],
      ['what others ask is not counted', 'this.#parts.limiters.took(key, tokens)', 'undefined'],
    ],
  ),
  ...mutationsOf(
    'src/core/resilience/limiters.ts',
    ['test/core/layers/limiter.test.ts', 'test/simulation/limiterModel.test.ts'],
    [
      ['a place that is kept for one is taken by another', '    this.#kept += 1;\n', ''],
      ['who cannot take a place keeps it from the next', "if (hold && hold.because !== 'busy') this.#callNext();", ''],
      ['priorities are mixed', 'order.indexOf(other.priority) > order.indexOf(priority)', 'false'],
      ['what was not taken is not given back', 'this.#tokens.take(realTokens - tokens);', ''],
      ['a server that asks for less gets as much', '    this.#resize(slowShare);\n', ''],
      ['a server that tells its limits gets as much when it asks for less', '? slowShare : 1;', '? 1 : 1;'],
    ],
  ),
  ...mutationsOf(
    'src/core/resilience/tokenBucket.ts',
    ['test/simulation/limiterModel.test.ts', 'test/core/layers/limiter.test.ts'],
    [
      [
        'a bucket holds more than its measure',
        'Math.min(this.#capacity, this.#level + (now - this.#at) * this.#perMs)',
        'this.#level + (now - this.#at) * this.#perMs',
      ],
      ['a bucket never fills again', ' + (now - this.#at) * this.#perMs', ''],
    ],
  ),
  ...mutationsOf(
    'src/core/resilience/connectivity.ts',
    ['test/core/resilience/connectivity.test.ts', 'test/core/client/hurry.test.ts'],
    [
      ['a network that is back is not noticed', '    this.#lost.clear();\n', ''],
      [
        'a server on this machine speaks for the network',
        "if (loopback || failure.details.code === 'hurried') return; //",
        "if (failure.details.code === 'hurried') return; //",
      ],
      ['who had no time to be reached speaks for the network', " || failure.details.code === 'hurried'", ''],
      ['no network is believed for ever', '.filter(at => now - at < windowMs)', '.filter(at => now >= at)'],
    ],
  ),
  ...mutationsOf(
    'src/core/resilience/retryBudget.ts',
    ['test/core/layers/retry.test.ts'],
    [['requests do not pay for retries', 'this.#left + perRequest', 'this.#left']],
  ),
  ...mutationsOf(
    'src/core/confidence/evidence/comparison.ts',
    ['test/core/confidence/evidence/comparison.test.ts'],
    [
      [
        'entities in a text are doubted',
        "if (piece.kind !== 'comment' && piece.kind !== 'text') continue;",
        'continue;',
      ],
      ['numbers of any order are those of lines', 'number === before + 1 ||', 'true ||'],
      ['one line that comes again is a repeated file', '? 1 : looked;', '? 1 : 1;'],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/evidence/inPlace.ts',
    ['test/core/confidence/evidence/inPlace.test.ts'],
    [
      [
        'a file that was broken before is held against its edit',
        "own.verdict === 'parses'",
        "own.verdict !== 'unknown'",
      ],
      ['the whole file is not asked whether it agrees', '    if (hasFailed && before', '    if (hasFailed || before'],
      ['what fails behind the code has no line', 'own > last ? last : undefined', 'undefined'],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/evidence/placesToParse.ts',
    ['test/core/confidence/evidence/inPlace.test.ts'],
    [
      ['only the whole file is read', '...linesAbout(inFile), ', ''],
      ['what follows a part of a statement is not seen', ' || goesOn.test(after)', ''],
      ['what follows a part of a list is not seen', " || (!isPython && (end !== ownEnd || !'};'.includes(end)))", ''],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/evidence/syntax.ts',
    ['test/core/confidence/evidence/inPlace.test.ts'],
    [
      ['a grammar with gaps is sure', ' && found.hasGaps !== true', ''],
      ['what was read alone is said of its place', "facts: { place: 'alone' }", 'facts: {}'],
    ],
  ),
  ...mutationsOf(
    'src/core/confidence/evidence/endsEarly.ts',
    ['test/core/confidence/evidence/endsEarly.test.ts'],
    [
      ['what brackets are closed behind breaks off', '(isEnd ? ', '(last ? '],
      ['a last line that became shorter breaks off', 'at < own.length - 1 && ', ''],
      [
        'what is given back within the last statement does not count',
        'written.slice(Math.max(0, from))',
        'written.slice(-1)',
      ],
    ],
  ),
  ...mutationsOf(
    'src/libraries/treeSitter/treeParser.ts',
    ['test/libraries/treeSitter/treeParser.test.ts'],
    [
      ['an answer waits as long as the thread does', 'const patienceMs = 500;', 'const patienceMs = 5_500;'],
      ['what hangs is asked for ever', 'this.#lost >= mostLost || ', ''],
    ],
  ),
];
