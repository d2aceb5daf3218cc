import { mutationsOf } from './mutation.ts';

export const status = [
  ...mutationsOf(
    'src/core/escalation/escalate.ts',
    ['test/core/escalation/escalate.test.ts', 'test/core/escalation/escalate/reports.test.ts'],
    [
      ['what nobody waits for is followed up', "priority === 'interactive' && ", ''],
      ['what must be JSON is followed up', '&& purpose?.expects.json === undefined ', ''],
      ['a permission to go over the budget is passed on', ', overBudget: false }', ' }'],
      ['a follow-up is tried again', 'attempts: { left: 1 },', 'attempts: { left: 3 },'],
      ['any target may answer a follow-up', 'route: [ranked],', ''],
      ['the worse answer is given', '!scope.signal.aborted && isBetter(answer, best)', 'true'],
      ['after a cancel the next one is asked', 'if (signal.aborted) throw reasonOf(signal);', ''],
      ['the answer that is there is lost at the deadline', 'const reserve = 0.1;', 'const reserve = 0;'],
      ['who is asked again takes the time of the stronger one', "'ranked' in stronger ? 0.5 : 1", '1'],
    ],
  ),
  ...mutationsOf(
    'src/core/escalation/nextStronger.ts',
    ['test/core/escalation/escalate.test.ts'],
    [
      ['one that costs too much is asked', "at.parts.affords(target, question) ? undefined : 'budget'", 'undefined'],
      ['one that the question may not go to is asked', 'ranked => isWanted(ranked, question)', '() => true'],
    ],
  ),
  ...mutationsOf(
    'src/core/routing/skips.ts',
    ['test/core/routing/skips.test.ts'],
    [
      [
        'a target that is not allowed answers from memory',
        "!['not-allowed', 'not-confirmed'].includes(",
        "![''].includes(",
        'test/core/client/order.test.ts',
      ],
      ['who comes later is said to have been passed over', 'this.#lanes.slice(0, end)', 'this.#lanes'],
      ['who was passed over is told twice', '      this.#untold.delete(lane);\n', ''],
    ],
  ),
  ...mutationsOf(
    'src/interaction/text/answerSummary.ts',
    ['test/interaction/text/answerSummary.test.ts'],
    [
      ['an answer does not say why the first choice did not give it', 'if (!passed) return', 'return'],
      ['an estimate is told as if it had been counted', "usage.exact ? '' : '≈ '", "''"],
      ['the provider is blamed for the budget of the user', 'if (isForBudget(passed.because))', 'if (false)'],
    ],
  ),
  ...mutationsOf(
    'src/interaction/provenance/noteText.ts',
    ['test/interaction/provenance/noteText.test.ts'],
    [['an attempt that failed at once is told with its time', 'tookMs < soonestToldMs', 'tookMs < 0']],
  ),
  ...mutationsOf(
    'src/interaction/conversation/turn.ts',
    ['test/interaction/conversation/turn.test.ts'],
    [['an explanation is said to be checked later', "form === 'code' ? l10n", 'form ? l10n']],
  ),
  ...mutationsOf(
    'src/core/status/questionOutcome.ts',
    ['test/core/status/questionOutcome.test.ts', 'test/interaction/text/answerSummary.test.ts'],
    [
      [
        'a chosen model hides that the first choice did not answer',
        "before?.kind === 'fallback'",
        'before === undefined',
      ],
      ['a rehearsed failure is taken for a real one', 'if (notes.some(isRehearsed)) return undefined;\n', ''],
      ['what the user has stopped counts as no answer', 'isIncident(failure.kind) && ', ''],
      ['used-up tokens are told as an empty answer', "hadNoRoom ? 'no-room' : note.because", 'note.because'],
      [
        'only one of those is told who were passed over',
        '[passed, ...others] = allPassedOver(by, notes)',
        '[passed, ...others] = allPassedOver(by, notes).slice(0, 1)',
      ],
      ['who was passed over on the way stands before who failed', 'at: beganAt(note, notes) ?? at', 'at'],
      ['a kept answer says that a model answered', " || end.answer.freshness !== 'live'", ''],
      ['a target that is held back is not said to have been passed over', "'cooling-down', ", ''],
      ['who lost beside a slow first choice is taken for a fallback', 'by === first || ', ''],
    ],
  ),
  ...mutationsOf(
    'src/interaction/incidents/incidentNotifier.ts',
    ['test/interaction/incidents/incidentNotifier.test.ts'],
    [
      [
        'to ask later is about the target',
        "action === 'askLater' ? unanswered : failure?.details.target",
        'failure?.details.target',
      ],
      ['what only the user can mend stands second', "isMendable(failure) ? [mending, 'askLater'] : ", ''],
    ],
  ),
  ...mutationsOf(
    'src/interaction/text/failureMessage.ts',
    ['test/interaction/faultInjection/rehearsalText.test.ts'],
    [
      [
        'a good key is to be replaced for a simulated failure',
        "todo: '', buttons: [] };",
        'todo: words.todo, buttons: words.buttons };',
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/status/status.ts',
    ['test/core/status/status.test.ts'],
    [
      [
        'an answer of another target leaves the status as it was',
        "outcome?.kind === 'fallback' || usable.some(isResting)",
        'usable.some(isResting)',
      ],
      ['nobody answered, and the status says that all is well', "outcome?.kind === 'unanswered'", 'false'],
      [
        'a rejected key is one of several pauses',
        "'key-rejected': ({ usable }) => usable.some(isKeyRejected)",
        "'key-rejected': () => false",
      ],
      ['who asks this machine only is told to be offline', ' && usable.some(({ loopback }) => !loopback)', ''],
      [
        'that this machine can answer is not seen without a network',
        "usable.some(isReadyHere) ? 'warning' : 'error'",
        "'error'",
      ],
      ['what is less bad is lost', 'others.filter(other => isToldBesides(other, state, outcome))', '[]'],
      [
        'an outcome is told of models that have left the chain',
        '!isIn(outcome.by) || !isIn(outcome.insteadOf)',
        'false',
      ],
      ['who left the chain is said to have been passed over', 'isIn(insteadOf))', 'insteadOf)'],
      [
        'a slow target stays slow in the status until somebody asks',
        'Math.min(restMs, slow?.forMs ?? Infinity)',
        'restMs',
      ],
    ],
  ),
  ...mutationsOf(
    'src/core/status/slowTargets.ts',
    ['test/core/status/slowTargets.test.ts'],
    [
      ['what was slow once is slow for ever', 'slow && slow.until > this.#clock.now() ? slow : undefined', 'slow'],
      ['a quick target stays slow', 'else if (!this.#slow.delete(target)) return;', 'else return;'],
    ],
  ),
  ...mutationsOf(
    'src/core/budget/retiredModels.ts',
    ['test/core/budget/retiredModels.test.ts'],
    [
      ['every server that serves a model retires it with its vendor', ' || origin !== `https://${vendor.host}`', ''],
      ['a retired successor is named', 'if (!next || !endedBy(next, neededMs)) return', 'return'],
      ['a model is gone before its day', 'isOver: endedBy(row, wallMs) };', 'isOver: true };'],
      [
        'a successor is told of every failure',
        "failure.kind === 'not-found' ? retirementOf(target, wallMs) : undefined",
        'retirementOf(target, wallMs)',
      ],
    ],
  ),
  ...mutationsOf(
    'src/interaction/alerts/evidenceRange.ts',
    ['test/interaction/alerts/evidenceRange.test.ts'],
    [['the evidence of yesterday is missing soon after midnight', 'at - watchedMs < dayBegin(at)', 'false']],
  ),
  ...mutationsOf(
    'src/interaction/status/debounced.ts',
    ['test/interaction/status/followStatus.test.ts', 'test/interaction/status/debounced.test.ts'],
    [['a picture is gone before it was read', 'Math.max(debounceMs, dwellLeftMs)', 'debounceMs']],
  ),
  ...mutationsOf(
    'src/interaction/status/switchedText.ts',
    ['test/interaction/status/statusPicture.test.ts'],
    [
      ['that several were passed over is not told beside the sentence', 'others.length === 0 && isSaid', 'isSaid'],
      ['the same is told twice', 'others.length === 0 && isSaid', 'false'],
    ],
  ),
  ...mutationsOf(
    'media/dashboard/legibleColour.ts',
    ['test/media/dashboard/legibleColour.test.ts'],
    [
      ['a colour that is hardly seen is painted', 'contrast(colour, ground) >= leastContrast || !other', 'true'],
      [
        'a good colour makes way for one that is told less',
        'contrast(other, ground) > contrast(colour, ground)',
        'true',
      ],
    ],
  ),
  ...mutationsOf(
    'src/interaction/status/stoppedModels.ts',
    ['test/interaction/status/stoppedModels.test.ts'],
    [
      ['the number of paused models flickers with their circuits', 'lastFailure !== undefined && !isOffline', 'false'],
      ['without a network every model is to blame', ' && !isOffline', ''],
    ],
  ),
];
