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
    ['test/core/status/questionOutcome.test.ts'],
    [
      [
        'a chosen model hides that the first choice did not answer',
        "before?.kind === 'fallback'",
        'before === undefined',
      ],
      ['a rehearsed failure is taken for a real one', 'if (notes.some(isRehearsed)) return undefined;\n', ''],
      ['what the user has stopped counts as no answer', 'isIncident(failure.kind) && ', ''],
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
      ['what is less bad is lost', 'others.filter(other => isToldBesides(other, state, outcome))', '[]'],
      ['an outcome is told of models that have left the chain', 'isIn(outcome.by) && isIn(outcome.insteadOf)', 'true'],
    ],
  ),
];
