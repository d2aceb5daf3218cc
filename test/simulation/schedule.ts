import fc from 'fast-check';
import type { FailureKind } from '../../src/core/model/failure.ts';
import type { RateLimit } from '../../src/core/resilience/limiters.ts';

/** What a server does with one request. */
export type ServerAct =
  | {
      readonly does: 'answer';
      /** It is seen to think first. */
      readonly thinks: boolean;
      readonly firstMs: number;
      readonly pieces: number;
      readonly finish: 'stop' | 'length' | 'refused';
    }
  | {
      readonly does: 'fail';
      readonly kind: FailureKind;
      readonly afterMs: number;
      readonly afterText: boolean;
      readonly retryAfterMs?: number | undefined;
    }
  | { readonly does: 'hang'; readonly after: 'nothing' | 'thinking' | 'text' }
  /** Does not hear that it is stopped, speaks on and answers at last. */
  | { readonly does: 'ignore the stop'; readonly forMs: number };

export interface AskedQuestion {
  readonly window: 0 | 1;
  /** After the one before it. */
  readonly afterMs: number;
  readonly words: 'one' | 'two' | 'three';
  readonly watched: boolean;
  readonly priority: 'interactive' | 'inline' | 'background';
  readonly totalMs: number;
  readonly cancelAfterMs: number | undefined;
  readonly fresh: boolean;
}

export interface UserAct {
  readonly window: 0 | 1;
  readonly atMs: number;
  readonly target: number;
  readonly does: 'pause' | 'reset';
}

/** One world and what happens in it. The same schedule always goes the same way. */
export interface Schedule {
  readonly chance: number;
  readonly slowestDiskMs: number;
  /** What each server does with its requests, in order; afterwards it is healthy. */
  readonly servers: readonly (readonly ServerAct[])[];
  readonly questions: readonly AskedQuestion[];
  readonly userActs: readonly UserAct[];
  readonly rate: RateLimit;
  readonly caching: boolean;
  /** undefined: never. */
  readonly hedgeAfterMs: number | undefined;
}

const answers = fc.record({
  does: fc.constant('answer' as const),
  thinks: fc.boolean(),
  firstMs: fc.nat(1_500),
  pieces: fc.integer({ min: 1, max: 3 }),
  finish: fc.constantFrom('stop' as const, 'stop' as const, 'length' as const, 'refused' as const),
});

const throttles = fc.record({
  does: fc.constant('fail' as const),
  kind: fc.constant('rate-limited' as const),
  afterMs: fc.nat(100),
  afterText: fc.constant(false),
  retryAfterMs: fc.option(fc.nat(20_000), { nil: undefined }),
});

const kinds: readonly FailureKind[] = [
  'server',
  'server',
  'reset',
  'overloaded',
  'unreachable',
  'truncated',
  'malformed',
  'gateway-timeout',
  'conflict',
  'bad-request',
  'context-too-long',
  'unsupported-parameter',
  'unsupported-parameter',
  'certificate',
  'auth',
  'quota',
  'unknown',
];

const fails = fc.record({
  does: fc.constant('fail' as const),
  kind: fc.constantFrom(...kinds),
  afterMs: fc.nat(2_000),
  afterText: fc.boolean(),
});

const hangs = fc.record({
  does: fc.constant('hang' as const),
  after: fc.constantFrom('nothing' as const, 'thinking' as const, 'text' as const),
});
const ignores = fc.record({ does: fc.constant('ignore the stop' as const), forMs: fc.nat(30_000) });

/** What no circuit may open for. */
export const isInnocent = (act: ServerAct): boolean =>
  act.does === 'answer' || (act.does === 'fail' && act.kind === 'rate-limited');

const healthy = fc.array(fc.oneof({ weight: 4, arbitrary: answers }, { weight: 1, arbitrary: throttles }), {
  maxLength: 4,
});
const faulty = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: answers },
    { weight: 6, arbitrary: fails },
    { weight: 1, arbitrary: throttles },
    { weight: 2, arbitrary: hangs },
    { weight: 1, arbitrary: ignores },
  ),
  { maxLength: 10 },
);

const gaps = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(300) },
  { weight: 3, arbitrary: fc.nat(12_000) },
  { weight: 1, arbitrary: fc.integer({ min: 40_000, max: 70_000 }) },
);

const question = fc.record({
  window: fc.constantFrom(0 as const, 0 as const, 1 as const),
  afterMs: gaps,
  words: fc.constantFrom('one' as const, 'one' as const, 'two' as const, 'three' as const),
  watched: fc.boolean(),
  priority: fc.constantFrom(
    'interactive' as const,
    'interactive' as const,
    'interactive' as const,
    'inline' as const,
    'background' as const,
  ),
  totalMs: fc.integer({ min: 7_000, max: 35_000 }),
  cancelAfterMs: fc.option(fc.nat(8_000), { nil: undefined, freq: 3 }),
  fresh: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

const userAct = fc.record({
  window: fc.constantFrom(0 as const, 1 as const),
  atMs: fc.nat(60_000),
  target: fc.nat(2),
  does: fc.constantFrom('pause' as const, 'reset' as const),
});

const rate = fc.record({
  requestsPerMinute: fc.constantFrom(3, 20, 1_000),
  tokensPerMinute: fc.constantFrom(1_000, 1e9),
  concurrent: fc.constantFrom(1, 2, 5),
});

export const schedules = (hedgeAfterMs: fc.Arbitrary<number | undefined>): fc.Arbitrary<Schedule> =>
  fc.record({
    chance: fc.nat(),
    slowestDiskMs: fc.constantFrom(0, 8, 8, 600),
    servers: fc.array(fc.oneof(faulty, faulty, healthy), { minLength: 1, maxLength: 4 }),
    questions: fc.array(question, { minLength: 1, maxLength: 7 }),
    userActs: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(userAct, { maxLength: 3 }) },
    ),
    rate,
    caching: fc.boolean(),
    hedgeAfterMs,
  });
