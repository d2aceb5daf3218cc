// Over 200 lines: a table.

import { mutationsOf } from './mutation.ts';

/** Tests besides its own. */
const more: Readonly<Record<string, readonly string[]>> = {
  circuitBreaker: ['test/core/layers/breaker/verdicts.test.ts', 'test/simulation/breakerModel.test.ts'],
  retry: ['test/core/client/attempts.test.ts'],
};

type Broken = Parameters<typeof mutationsOf>[2];

const layer = (name: string, ...broken: Broken) =>
  mutationsOf(`src/core/layers/${name}.ts`, [`test/core/layers/${name}.test.ts`, ...(more[name] ?? [])], broken);

/** Of what layers ask: circuits and cooldowns. */
const resilience = (name: string, ...broken: Broken) =>
  mutationsOf(
    `src/core/resilience/${name}.ts`,
    [`test/core/resilience/${name}.test.ts`, ...(more[name] ?? [])],
    broken,
  );

const circuitTests = [
  'test/core/resilience/circuitBreaker.test.ts',
  'test/core/layers/breaker/verdicts.test.ts',
  'test/simulation/breakerModel.test.ts',
];

const simulation = 'test/simulation/unhedged.test.ts';

export const layers = [
  ...layer(
    'structured',
    ['one that is unfit twice does not make way', 'throw unfit(again ?? answer, target);', 'return again ?? answer;'],
    ['half of an answer is shown', "event.kind === 'text' ? { kind: 'thinking' } : event", 'event'],
    [
      'half of an answer is kept',
      'throw partial === undefined ? error : new Failure(error.kind, details);',
      'throw error;',
    ],
    [
      'it is asked again beyond its attempts',
      'if (question.attempts.left <= 0) throw',
      'if (question.attempts.left < 0) throw',
    ],
  ),
  ...layer(
    'standIn',
    ['nothing stands in where others were down', '[failure, ...(failure.details.others ?? [])]', '[failure]'],
    ['it stands in for what the user stopped', ' && !question.signal.aborted', ''],
  ),
  ...mutationsOf(
    'src/core/layers/watchText.ts',
    ['test/core/client/dataForms.test.ts'],
    [['data is not asked again after its first words', '!onEvent || purpose?.expects.json', '!onEvent']],
  ),
  ...layer(
    'retry',
    [
      'a target is asked again after text was shown',
      'instanceof Failure) || watched.isShown() ||',
      'instanceof Failure) ||',
    ],
    ['the jitter is gone', 'const jittered = clock.random() * (', 'const jittered = 1 * ('],
    ['Retry-After is ignored', 'if (askedMs !== undefined) return', 'if (askedMs === Infinity) return'],
    ['attempts are not counted', '      question.attempts.left -= 1;\n', '', 'test/core/client.test.ts'],
    [
      'two targets beside each other take the same last attempt',
      '        if (question.attempts.left <= 0) throw error; //',
      '        //',
    ],
    ['the budget of retries is ignored', "  if (!destination.budget.withdraw()) refuse('retry-budget');\n", ''],
    [
      'where the circuit has opened it is asked again',
      "  if (destination.isResting()) refuse('circuit-open'); //",
      '  //',
    ],
    [
      'a wait for what has opened is begun, and a question that probes is retried',
      "  if (destination.isResting()) refuse('circuit-open');\n  if",
      '  if',
    ],
    ['a wait goes past the deadline', '|| clock.now() + delayMs > question.until) throw', ') throw'],
    ['what the server forbids is done', 'if (noRetry || retried', 'if (retried'],
    ['what is worth one more try is tried again and again', 'if (once && retried.some', 'if (noRetry && retried.some'],
    ['a silent target is asked again though another is healthy', 'return others ? 0 : most;', 'return most;'],
    ['thoughts that took all the room get no more', "=== 'no-room') asked", "=== 'none') asked"],
    ['a first choice is never waited for', '=== maxAttempts - 1 &&', '=== -1 &&', 'test/core/client.test.ts'],
    ['any target is waited for', 'question.attempts.left === maxAttempts - 1 && ', '', 'test/core/client.test.ts'],
    [
      'a long wait holds up the next target',
      '  if (question.alternatives > 0 && delayMs > briefWaitMs * mostJitter) return undefined;\n',
      '',
      'test/core/client.test.ts',
    ],
    [
      'the room for an answer is never made smaller',
      'if (!shrunk && sampling === request.sampling) throw',
      'if (!shrunk) throw',
    ],
    ['the same long prompt is sent again and again', 'if (isSmaller) throw error;', ''],
  ),
  ...mutationsOf(
    'src/core/confidence/evidence/placeholderLoss.ts',
    ['test/core/layers/redact.test.ts'],
    [['a lost secret is not noticed', 'return lost === 0 ? []', 'return lost >= 0 ? []']],
  ),
  ...mutationsOf(
    'src/core/confidence/assess.ts',
    ['test/core/layers/assessAnswer.test.ts'],
    [['a late assessor is waited for', 'clock.after(limitMs, late)', 'clock.after(Infinity, late)']],
  ),
  ...mutationsOf('src/core/layers/breaker.ts', circuitTests, [
    ['permits are never given back', '      permit.fail(weight);\n', ''],
    [
      'two windows probe at once',
      "if (!release) throw new Failure('circuit-open'",
      "if (release === null) throw new Failure('circuit-open'",
    ],
    [
      'the first word of one that is tried proves nothing',
      'if (hasBegun && isLost(error)) throw (permit.succeed(), error);',
      '',
      'test/core/client/triedAgain.test.ts',
    ],
    ['the right to probe is never given back', '      if (weight === 0) release?.();\n', ''],
    [
      'a cancel is counted',
      "  if (failure.kind === 'cancelled') return 0;\n",
      '',
      'test/core/layers/breaker/verdicts.test.ts',
    ],
    [
      'what had no time to answer is blamed',
      "each.details.code !== 'hurried' && ",
      '',
      'test/core/client/hurry.test.ts',
    ],
  ]),
  ...resilience('adaptiveLimits', [
    'behind a local model that hangs nobody has time',
    'first.firstTokenMs - (hasOthers ? 0 : settings.firstTokenMs)',
    'first.firstTokenMs - settings.firstTokenMs',
  ]),
  ...resilience('restAfter', ['the rest grows too fast', 'const growsBy = 5;', 'const growsBy = 2;']),
  ...resilience(
    'circuitBreaker',
    ['a verdict of another era counts', 'if (isValid()) this.#hasFailed(weight);', 'this.#hasFailed(weight);'],
    ['everybody probes', "    if (isProbe) this.#become({ is: 'half-open' });\n", ''],
    [
      'failures of long ago still count',
      '    while (this.#samples[0] && now - this.#samples[0].at >= windowMs) this.#forgetOldest();\n',
      '',
    ],
    [
      'the rest does not grow',
      'restAfter(this.#failedProbes, this.#options());\n    // pos',
      'leastRestMs;\n    // pos',
    ],
    ['a hurried probe follows at once', 'restedSince + leastRestMs', 'restedSince'],
    [
      'a window that hurries overrules the others',
      'until: this.#clock.now() }, false);\n    return true;',
      'until: this.#clock.now() });\n    return true;',
      'test/core/resilience/sharedCircuits/lastWord.test.ts',
    ],
    [
      'a probe that proved nothing closes the circuit',
      "else if (this.#state.is === 'half-open') this.#become({ is: 'open', until: this.#clock.now() }, false);",
      'else this.reset();',
    ],
    [
      'a success does not start the count anew',
      ': noRun;\n    if (this.#tooMany',
      ': this.#run;\n    if (this.#tooMany',
    ],
    ['a run that chance explains opens the circuit', 'return !isChance(', 'return true || !isChance('],
    ['a failure that is forgotten still counts', '    this.#failed -= 1;\n', ''],
  ),
  ...layer(
    'attempt',
    ['thinking is no progress', "event.kind === 'thinking') this.#progress();", "event.kind === 'thinking') return;"],
    ['blanks are progress', "if (event.text.trim() !== '') this", 'this', 'test/core/layers/deadline.test.ts'],
    [
      'who is hedged makes room as soon as one who is not',
      'alternatives <= (isHedged ? 1 : 0)',
      'alternatives <= 0',
      'test/core/client/attempts.test.ts',
    ],
    [
      'a hedged target leaves no time to a third',
      '(isHedged ? 2 : 1)) / 3',
      '(isHedged ? 3 : 1)) / 3',
      'test/core/client/attempts.test.ts',
    ],
    ['what comes after the end is passed on', 'if (this.scope.signal.aborted) return; //', '//'],
    [
      'work that never settles holds the question',
      'await run.scope.hold(() => next(run.question))',
      'await next(run.question)',
      simulation,
    ],
    [
      'a silent target may take all the time there is',
      'return Math.min(firstTokenMs, (',
      'return Math.max(firstTokenMs, (',
    ],
    ['the watchdog stays', '    this.#watchdog.clear();\n', ''],
    ['what may have been billed is said to be free', "(this.#sent ? 'maybe' : 'no')", "'no'"],
  ),
  ...layer(
    'coalesce',
    ['the first to leave stops all', 'if (this.#waiting.size === 0 && !this.#landed)', 'if (!this.#landed)'],
    ['nobody leaves before the last one’s time is up', 'if (this.#reading.has(question) || (', 'if (true || ('],
    [
      'who waits for an edit leaves while it is being written',
      'this.#flowing > 0',
      'this.#flowing > 9',
      'test/faults/cutStreams.test.ts',
    ],
    ['the call ends with the first one’s time', 'Math.max(this.#shared.until, question.until)', 'this.#shared.until'],
    [
      'who joins late has missed the beginning',
      '    for (const event of this.#received) this.#tell(question, event);\n',
      '',
    ],
    ['Ask Again joins another call', 'question.fresh || ', ''],
    ['leave to go over the budget is lost in another call', '    question.overBudget,\n', ''],
  ),
  ...layer(
    'cache',
    ['an answer cut at its length is kept', "finish === 'stop' && ", ''],
    ['a doubtful answer is kept', ' && undoubted;', ';'],
    [
      'a question about today is answered from yesterday',
      ' && aboutThePresent.test(wordsIn(part))',
      ' && aboutThePresent.test(part.name)',
    ],
    [
      'a question that follows one about today is answered from yesterday',
      'parts.some(part =>',
      'parts.slice(-1).some(part =>',
    ],
    ['an answer to a part of the question is kept for all of it', ' && degraded.length === 0', ''],
    ['an answer to another question is not said to be one', "degraded: ['similar'] }", 'degraded: [] }'],
    ['a similar answer is given where none is wanted', ' || threshold >= 1 ||', ' ||'],
    [
      'Ask Again is answered from memory',
      'question.fresh ? undefined : await fresh(parts, question, key)',
      'await fresh(parts, question, key)',
    ],
    [
      'an answer is given although a file that it used has changed',
      'currentHash && (await unlessAborted(areUnchanged(files, currentHash, clock), signal)) ? known : undefined',
      'known',
    ],
    ['who cancels waits for a disk that hangs', 'await unlessAborted(reading, question.signal);', 'await reading;'],
    ['an older answer is not said to be old', "{ ...found, degraded: ['stale'] }", 'found', 'test/core/client.test.ts'],
  ),
  ...layer(
    'budget',
    [
      'it is reserved when it was sent already',
      'return async question => settled(await reserved(target, question, parts), next, question);',
      `return async question => {
      const answer = await next(question);
      void (await reserved(target, question, parts)).settle(answer.usage);
      return answer;
    };`,
    ],
    [
      'what was not sent stays reserved',
      'if (isUnsent) void reservation.release();',
      'if (isUnsent) void reservation;',
    ],
    [
      'what was not sent is paid for',
      "said ? said.spent === 'nothing' : error instanceof Failure",
      'error === undefined',
    ],
    ['what was granted too late is never given back', '    void asked.then(giveBack); //', '    //'],
    [
      'who costs nothing is counted',
      'if (!parts || isFree(target, parts.priceOf)) return next;',
      'if (!parts) return next;',
    ],
    ['who takes money for output alone is free', ' && price.output === 0', ''],
    ['the user may not go over it', 'over: question.overBudget === true', 'over: false'],
    ['where the user wants it strict others are asked', "onExceeded === 'block' || (", '('],
    [
      'where the user wants it strict it is sent though nothing is kept',
      "if (!ledger.kept && parts.onExceeded() === 'block' && question.overBudget !== true) {",
      'if (ledger.kept && !ledger.kept) {',
    ],
    [
      'a target that costs is asked with the budget used up',
      "spent === undefined ? undefined : 'budget'",
      'spent === undefined ? undefined : undefined',
    ],
    [
      'of a model that counts more than is estimated less is reserved',
      ' * Math.max(1, parts.upperFactor(target.model, languageOf(question)))',
      '',
    ],
  ),
  ...layer(
    'trim',
    [
      'an answer to a part of the question is like one to all of it',
      'return isWhole ? answer : {',
      'return answer.text ? answer : {',
    ],
    ['it is not said what was left out', '    if (!isWhole) {', '    if (question.fresh) {'],
    [
      'it is learnt from what the server wanted shorter',
      "    if (answer.degraded.includes('trimmed')) return answer; //",
      '    //',
    ],
    ['an estimate is learnt from', 'usage.exact ? usage.inputTokens : 0', 'usage.inputTokens'],
  ),
  ...layer(
    'deadline',
    ['a target that ignores the end holds the question', 'await scope.hold(() => next(inner))', 'await next(inner)'],
    ['an answer that flows is cut off', '      flowing += change; //', '      //'],
    [
      'an edit that is being written is cut off',
      "question.onEvent || question.priority === 'interactive'",
      'question.onEvent',
    ],
    ['an answer may flow for ever', 'startedAt + flowingCapMs', 'Infinity'],
    ['the timer stays', '      timer.cancel();\n', ''],
  ),
  ...resilience(
    'cooldowns',
    ['a rate limit is forgotten at once', '+ this.#cooldownMs(target, failure)', '+ 0'],
    [
      'a wait asked for beside a fault is forgotten',
      "case 'told':\n        if (",
      "case 'told':\n        if (false && ",
    ],
    ['an older answer ends a wait', ' ?? Infinity) > askedAt ||', ' ?? Infinity) > Infinity ||'],
    [
      'a rejected key is tried at the next model',
      "this.#close(ofKey(target.origin, target), { because: 'credential'",
      "this.#close(ofKey(target.id, target), { because: 'credential'",
    ],
    ['the rest never gets short again', '    this.#throttledInARow.delete(key);\n    if (', '    if ('],
    [
      'a new key does not open what another window closed',
      '      this.#transitions.fire(key, undefined); //',
      '      //',
      'test/core/resilience/sharedCircuits/lastWord.test.ts',
    ],
  ),
  ...layer(
    'nextKey',
    ['a key is tried that is held back', '.filter(({ held }) => held(question) === undefined)', '.filter(() => true)'],
    ['another key is used for any failure', '|| !ofTheKey.has(error.kind)) throw error;', ') throw error;'],
    ['another key is used after text was shown', 'if (isShown() || ', 'if ('],
    ['another key costs no attempt', '    question.attempts.left -= 1; //', '    //'],
    ['another key is used in silence', '    tell(next, error.kind, question);\n', ''],
    ['all keys fail with the failure of the last', '? sooner(error, later) : later', '? later : later'],
  ),
  ...resilience('cooldowns', [
    'all keys of an origin rest together',
    'of withEachKey(target)) {\n      const',
    'of [target]) {\n      const',
  ]).map(mutation => ({ ...mutation, tests: ['test/core/layers/nextKey.test.ts'] })),
  ...mutationsOf(
    'src/core/resilience/limiters.ts',
    ['test/core/layers/nextKey.test.ts'],
    [['all keys of an origin share a limit', 'ofKey(target.origin, target)', 'target.origin']],
  ),
  ...layer(
    'limiter',
    [
      'two take one place',
      '    const hold = measure.hold(tokens);\n',
      '    const hold = measure.hold(tokens);\n    await Promise.resolve();\n',
    ],
    [
      'the place of one who was called is taken by another',
      '  const end = measure.begin(tokens); //',
      '  await Promise.resolve();\n  const end = measure.begin(tokens); //',
    ],
    [
      'a failure keeps its place',
      "      end(error instanceof Failure && error.details.sent === 'no' ? 0 : tokens);\n",
      '',
    ],
    [
      'a wait goes past the deadline of the question',
      'Math.min(question.until, since + patienceOf(question))',
      'since + patienceOf(question)',
    ],
    ['a cancel is not heard in the queue', "    signal.addEventListener('abort', leave, { once: true });\n", ''],
  ),
  ...layer('redact', [
    'what was found before the cut is not masked',
    'const { secrets: known = [] } = question.request;',
    'const known: never[] = [];',
    'test/assist/reading/searchedText.test.ts',
  ]),
  ...mutationsOf(
    'src/core/secrets/restoreStream.ts',
    ['test/core/layers/redact.test.ts'],
    [['half a placeholder is shown', 'pending.length - placeholders.beginningAtEndOf(pending)', 'pending.length']],
  ),
  ...mutationsOf(
    'src/core/secrets/restorer.ts',
    ['test/core/layers/redact/travels.test.ts'],
    [['a secret is put into any address', '=> !this.#isKnown(statement, standing.get(placeholder))', '=> false']],
  ),
  ...mutationsOf(
    'src/core/secrets/printedPlaceholders.ts',
    ['test/core/secrets/printedPlaceholders.test.ts'],
    [
      ['what holds a secret is not followed', '[...own, ...heldIn(spokenIn(text), holders)]', 'own'],
      ['what was printed before is news', '(more.get(name) ?? 0) - times)', 'more.get(name) ?? 0)'],
      ['what is piped is shown', '(/\\||>(?!&2)/.test(rest) ? 0 : rest.length)', 'rest.length'],
    ],
  ),
  ...mutationsOf(
    'src/core/secrets/spokenHolders.ts',
    ['test/core/secrets/printedPlaceholders.test.ts'],
    [
      ['a word in a text is a variable', ' + putInto(quoted)', ' + quoted'],
      ['how long a secret is tells it', ' || harmlessAfter.test(after)', ''],
    ],
  ),
  ...mutationsOf(
    'src/core/secrets/secretHolders.ts',
    ['test/core/secrets/printedPlaceholders.test.ts'],
    [
      ['a copy of a copy is none', '      open.push(copy);\n', ''],
      ['what is looked up by a secret is one', '/[(<>[]|', '/[(<>]|'],
      ['what was taken out of an object is lost', 'if (fields !== undefined) return', 'if (fields === "") return'],
    ],
  ),
  ...mutationsOf(
    'src/core/secrets/placeholderMoves.ts',
    ['test/core/layers/redact/travels.test.ts'],
    [['a secret goes to another owner unsaid', ' && isOwnedAlike(a, b, words)', '']],
  ),
  ...mutationsOf(
    'src/core/secrets/restorer.ts',
    ['test/core/secrets/restorer.test.ts'],
    [['a link with entities is no link', '|[^\\s)&]{0,30}&[#a-z]', '']],
  ),
  ...mutationsOf(
    'src/core/secrets/addresses.ts',
    ['test/core/layers/redact/travels.test.ts'],
    [
      ['a connection of a shell is no address', "  ['/dev/', device],\n", ''],
      ['a name below a domain is no address', "  ['secret_', below],\n", ''],
      ['a share of Windows is no address', "', share],\n", "', /(?!)/g],\n"],
    ],
  ),
  ...mutationsOf(
    'src/core/secrets/networkNames.ts',
    ['test/core/layers/redact/travels.test.ts'],
    [['a program that is run calls nobody', '(?<!\\\\.)exec(?:file)?|', '']],
  ),
  ...layer('record', [
    'a failure is not in the journal',
    '      tell({ failure: withoutText(asFailure(error)) });\n',
    '',
    simulation,
  ]).map(mutation => ({ ...mutation, tests: [simulation] })),
];
