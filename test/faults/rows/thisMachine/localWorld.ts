import { systemClock } from '../../../../src/libraries/systemClock.ts';
import { endOf } from '../../stage/endOf.ts';
import { healthy, refusing, silent, streaming, type Play } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** An answer that begins, falls silent while the machine sleeps, and is never gone on with; then healthy ones. */
const interrupted: Play = (wire, clock) => exchange =>
  (exchange.number === 1 ? streaming(() => wire.begun('It '), silent) : healthy)(wire, clock)(exchange);

/** After its first answer the network forgets the connection: what comes on it is neither answered nor refused. */
const forgetful = (): Play => (wire, clock) => {
  const forgotten = new Set<unknown>();
  return async exchange => {
    if (forgotten.has(exchange.socket)) return;
    await healthy(wire, clock)(exchange);
    forgotten.add(exchange.socket);
  };
};

/** VIII. What happens on this machine, F170 to F173, and to its key store, F181 and F182. */
export const localWorldRows: readonly Row[] = [
  ...[true, false].map((watched): Row => ({
    id: 'F170',
    variant: watched ? 'watched' : 'unwatched',
    title: watched
      ? 'an answer that the machine slept through is interrupted, and what there is stays'
      : 'an answer that the machine slept through is asked for again, and nothing is held against the target',
    serve: interrupted,
    course: async stage => {
      const asked = stage.ask({ watched });
      await stage.clock.quiet();
      stage.clock.setWallBy(hourMs);
      const end = await endOf(asked, stage);
      const { requests = [] } = stage.server ?? {};
      return { end, requests: requests.length, first: stage.attempts(asked.notes)[0]?.outcome };
    },
    played: { end: watched ? 'interrupted' : 'live', requests: watched ? 1 : 2, first: 'interrupted' },
  })),
  ...[dayMs, -dayMs].map((jumpMs): Row => ({
    id: 'F171',
    variant: jumpMs > 0 ? 'a day ahead' : 'a day back',
    title: 'a wall clock that is set changes no wait and no age',
    serve: refusing(429, { type: 'rate_limit_error' }, { 'retry-after': '20' }),
    course: async stage => {
      const first = await endOf(stage.ask(), stage);
      stage.clock.setWallBy(jumpMs);
      const gate = stage.circuits.cooldowns.of(stage.target);
      stage.clock.sleepFor(19_000);
      const resting = await endOf(stage.ask(), stage);
      stage.clock.sleepFor(2_000);
      const after = await endOf(stage.ask(), stage);
      return { first, because: gate?.because, resting, after, requests: stage.server?.requests.length };
    },
    played: {
      first: 'rate-limited',
      because: 'cooling-down',
      resting: 'all-paused',
      after: 'rate-limited',
      requests: 2,
    },
  })),
  {
    id: 'F172',
    title: 'a time beyond what a timer can hold does not come at once',
    wires: 'none',
    course: async () => {
      let fired = false;
      const cancel = systemClock.after(2 ** 31 + 5, () => void (fired = true));
      await new Promise(resolve => setTimeout(resolve, 20));
      cancel();
      return fired;
    },
    played: false,
  },
  {
    id: 'F173',
    variant: 'one connection',
    title: 'a connection that died without a word costs one silence, and the next one is new',
    serve: (wire, clock) => forgetful()(wire, clock),
    course: async stage => {
      await endOf(stage.ask(), stage);
      await stage.clock.pass(300);
      const asked = stage.ask({ words: 'again' });
      const end = await endOf(asked, stage);
      return { end, outcomes: stage.attempts(asked.notes).map(({ outcome }) => outcome) };
    },
    played: { end: 'live', outcomes: ['silent', 'answered'] },
  },
  {
    id: 'F173',
    variant: 'a pool of them',
    title: 'of several connections that died without a word one costs a silence, and the others nothing',
    serve: (wire, clock) => forgetful()(wire, clock),
    world: { totalMs: 200_000 },
    course: async stage => {
      await Promise.all([1, 2, 3, 4].map(one => endOf(stage.ask({ words: String(one) }), stage)));
      await stage.clock.pass(300);
      const asked = stage.ask({ words: 'again' });
      const end = await endOf(asked, stage);
      return { end, outcomes: stage.attempts(asked.notes).map(({ outcome }) => outcome) };
    },
    played: { end: 'live', outcomes: ['silent', 'answered'] },
  },
  {
    id: 'F181',
    title: 'a key store that is locked, silent or empty is said, and holds nobody longer than three seconds',
    wires: 'none',
    heldBy: [
      [
        'interaction/targets/keyStore.test.ts',
        'a key store that does not answer holds nobody longer than three seconds',
      ],
      ['interaction/targets/keyStore.test.ts', 'a broken key store is a failure of its own, not a missing key'],
      [
        'interaction/targets/keyStore.test.ts',
        'a key that the system has lost is told apart from one that was never set',
      ],
    ],
  },
  {
    id: 'F182',
    title: 'a key that was changed, here or in another window, goes with the next request',
    wires: ['openai', 'anthropic'],
    heldBy: [['interaction/targets/keyStore.test.ts', 'a key set in another window becomes known here']],
    world: { keys: ['sk-test-first-key-0123456789', 'sk-test-second-key-0123456789'] },
    course: async stage => {
      for (const words of ['one', 'two']) await endOf(stage.ask({ words }), stage);
      const keyOf = (headers: Readonly<Record<string, string>>) =>
        headers['x-api-key'] ?? headers['authorization']?.replace('Bearer ', '');
      return stage.server?.requests.map(({ headers }) => keyOf(headers));
    },
    played: ['sk-test-first-key-0123456789', 'sk-test-second-key-0123456789'],
  },
];
