import { mutationsOf } from './mutation.ts';

export const status = [
  ...mutationsOf(
    'src/core/routing/skips.ts',
    ['test/core/routing/skips.test.ts'],
    [
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
    'src/interaction/text/noteText.ts',
    ['test/interaction/text/noteText.test.ts'],
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
      ['a kept answer says that a model answered', " || end.answer.freshness !== 'live'", ''],
      ['a target that is held back is not said to have been passed over', "'cooling-down', ", ''],
      [
        'who lost beside a slow first choice is taken for a fallback',
        "if (by === first) return { kind: 'first' };\n",
        '',
      ],
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
      ['an outcome is told of models that have left the chain', 'isIn(outcome.by) && isIn(outcome.insteadOf)', 'true'],
    ],
  ),
];
