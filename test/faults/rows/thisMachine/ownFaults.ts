import { endOf } from '../../stage/endOf.ts';
import { healthy } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';

const neverSettles: typeof globalThis.fetch = () => new Promise(() => undefined);
const throwing = (error: unknown) =>
  (() => {
    throw error;
  }) as typeof globalThis.fetch;
const rejecting =
  (error: unknown): typeof globalThis.fetch =>
  async () => {
    throw error;
  };

/** VIII. What the user, the editor and we ourselves do meanwhile, F183 to F190. */
export const ownFaultRows: readonly Row[] = [
  {
    id: 'F183',
    title: 'settings that change do so for the next question',
    wires: 'none',
    heldBy: [['scenes/explain/meanwhile.test.ts', 'settings that change do so for the next question']],
  },
  {
    id: 'F184',
    title: 'trust or consent that is withdrawn ends what is under way',
    wires: 'none',
    heldBy: [['scenes/explain/meanwhile.test.ts', 'consent that is withdrawn ends what is under way']],
  },
  {
    id: 'F185',
    title: 'an edit of code that was changed, closed or deleted meanwhile is not applied',
    wires: 'none',
    heldBy: [
      ['scenes/edit/notApplied.test.ts', 'one of code that was changed while the answer was on its way'],
      ['scenes/edit/notApplied.test.ts', 'one of a file that was closed and deleted while the answer was on its way'],
    ],
  },
  {
    id: 'F186',
    title: 'a panel that is hidden while an answer is written shows it whole when it comes back',
    wires: 'none',
    heldBy: [
      ['scenes/explain/meanwhile.test.ts', 'a panel that was hidden while its answer was written shows all of it'],
    ],
  },
  fiftyAtOnce(),
  {
    id: 'F188',
    title: 'a bug in a listener of ours ends its question and nothing else',
    course: async stage => {
      const asked = stage.ask({
        onEvent: event => {
          if (event.kind === 'text') throw new TypeError('a bug of ours');
        },
      });
      const end = await endOf(asked, stage);
      const next = await endOf(stage.ask({ words: 'next' }), stage);
      return { end, next, state: stage.circuits.of(stage.target).state.is };
    },
    played: { end: 'unknown', next: 'live', state: 'closed' },
  },
  {
    id: 'F189',
    title: 'a fetch that never settles does not hold the question',
    world: { fetch: neverSettles },
    alone: {
      requests: 0,
      attempts: 2,
      ends: 'out-of-time',
      outcomes: ['silent', 'out-of-time'],
      trips: 2,
      tookMs: 35_000,
      spent: 'input',
    },
    backup: { requests: 0, attempts: 1, trips: 2, spent: 'input', tookMs: 10_500 },
  },
  ...(
    [
      ['thrown at once', throwing(new RangeError('odd'))],
      ['of a new class', rejecting(new (class NewError extends Error {})('odd'))],
      ['no error at all', rejecting('odd')],
    ] as const
  ).map(([variant, fetch]): Row => ({
    id: 'F190',
    variant,
    title: 'an error of unknown shape is not tried again, and another target may answer',
    world: { fetch },
    alone: { requests: 0, attempts: 1, ends: 'unknown', trips: 1, spent: 'input' },
    backup: { requests: 0, attempts: 1, trips: 1, spent: 'input' },
  })),
];

/** Each answer takes a second; the server counts how many are under way. */
function fiftyAtOnce(): Row {
  let underWay = 0;
  let most = 0;
  return {
    id: 'F187',
    title: 'fifty questions at once wait for five places',
    serve: (wire, clock) => async exchange => {
      most = Math.max(most, ++underWay);
      await new Promise<void>(resolve => void clock.after(1_000, resolve));
      underWay -= 1;
      await healthy(wire, clock)(exchange);
    },
    world: { rates: { requestsPerMinute: Infinity, tokensPerMinute: Infinity, concurrent: 5 } },
    course: async stage => {
      const asked = Array.from({ length: 50 }, (_, at) => stage.ask({ words: String(at) }));
      const ends = await Promise.all(asked.map(one => endOf(one, stage)));
      return { answered: ends.filter(end => end === 'live').length, most };
    },
    played: { answered: 50, most: 5 },
  };
}
