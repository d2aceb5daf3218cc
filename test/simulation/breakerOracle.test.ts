import assert from 'node:assert/strict';
import { mock, test, type TestContext } from 'node:test';
import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  SamplingBreaker,
  type CircuitBreakerPolicy,
  type IBreaker,
} from 'cockatiel';
import fc from 'fast-check';
import { CircuitBreaker, type BreakerState } from '../../src/core/resilience/circuitBreaker.ts';
import { VirtualClock } from '../support/virtualClock.ts';

// What cockatiel's breakers and ours share they must do alike; where they differ by intention a test says how.

interface Result {
  readonly ends: 'well' | 'badly';
  /** After the one before. */
  readonly afterMs: number;
}

const restMs = 5_000;
const names: Readonly<Record<CircuitState, BreakerState['is']>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'paused',
};

class Cancelled extends Error {}

/** Cockatiel's breakers look at `Date`. */
function scriptTime(context: TestContext): void {
  mock.timers.enable({ apis: ['Date'], now: 0 });
  context.after(() => mock.timers.reset());
}

/** Both breakers, on one time. */
function pair(theirs: IBreaker, failureThreshold: number, windowMs = Infinity) {
  const clock = new VirtualClock();
  clock.chance = 0; // no jitter
  const options = { failureThreshold, windowMs, recoveryMs: restMs, maxRecoveryMs: restMs };
  const ours = new CircuitBreaker(clock, () => options);
  const policy = circuitBreaker(
    handleWhen(error => !(error instanceof Cancelled)),
    { breaker: theirs, halfOpenAfter: restMs },
  );
  const pass = (ms: number): void => {
    clock.jump(ms);
    mock.timers.tick(ms);
  };
  return { ours, policy, pass };
}

/** How each of them stands after one more result, and whether it let it in. */
async function step({ ours, policy, pass }: ReturnType<typeof pair>, { ends, afterMs }: Result) {
  pass(afterMs);
  const permit = ours.enter();
  if (ends === 'well') permit?.succeed();
  else permit?.fail(1);
  const letIn = await wasLetIn(policy, ends === 'well' ? undefined : new Error('failed'));
  return { ours: [permit !== undefined, ours.state.is], theirs: [letIn, names[policy.state]] };
}

async function wasLetIn(policy: CircuitBreakerPolicy, failure: Error | undefined): Promise<boolean> {
  try {
    await policy.execute(() => (failure ? Promise.reject(failure) : Promise.resolve()));
    return true;
  } catch (error) {
    return !(error instanceof BrokenCircuitError);
  }
}

const results = (badly: number, afterMs: fc.Arbitrary<number>, lengths: fc.ArrayConstraints) =>
  fc.array(
    fc.record({
      ends: fc.oneof(
        { weight: 10 - badly, arbitrary: fc.constant('well' as const) },
        { weight: badly, arbitrary: fc.constant('badly' as const) },
      ),
      afterMs,
    }),
    lengths,
  );

test('failures in a row open, rest and close both alike', async context => {
  scriptTime(context);
  const fewerThanTwenty = results(7, fc.constantFrom(0, 1_000, 4_999, 5_000, 30_000), { maxLength: 19 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fewerThanTwenty, async (threshold, sequence) => {
      const both = pair(new ConsecutiveBreaker(threshold), threshold);
      for (const result of sequence) {
        const { ours, theirs } = await step(both, result);
        assert.deepEqual(ours, theirs);
      }
    }),
    { numRuns: 2_000 },
  );
});

// theirs opens above its threshold and ours at it; the minimum is a rate, so a little less than twenty a minute
const sampling = () => new SamplingBreaker({ threshold: 0.5999, duration: 60_000, minimumRps: 19.5 / 60 });

test('a share of failures within the window opens both at the same moment', async context => {
  scriptTime(context);
  let opened = 0;
  await fc.assert(
    fc.asyncProperty(results(6, fc.nat(500), { minLength: 15, maxLength: 100 }), async sequence => {
      const both = pair(sampling(), Infinity, 60_000);
      for (const result of sequence) {
        const { ours, theirs } = await step(both, result);
        if (result.ends === 'well' && both.ours.state.is === 'open') return; // see below: the twentieth may end well
        assert.deepEqual(ours, theirs);
        if (both.ours.state.is !== 'open') continue;
        opened += 1;
        return; // what a probe counts for is named below
      }
    }),
    { numRuns: 2_000 },
  );
  assert.ok(opened > 200, `only ${opened} of the sequences opened anything`);
});

test('a difference: failures of long ago still count with cockatiel, with us they are forgotten', async context => {
  scriptTime(context);
  const both = pair(new ConsecutiveBreaker(5), 5, 60_000);
  for (let at = 0; at < 4; at += 1) await step(both, { ends: 'badly', afterMs: 10 });
  const { ours, theirs } = await step(both, { ends: 'badly', afterMs: 600_000 });
  assert.deepEqual([ours[1], theirs[1]], ['closed', 'open']);
});

test('a difference: a timeout weighs two with us, everything weighs one with cockatiel', () => {
  const { ours } = pair(new ConsecutiveBreaker(5), 5);
  for (let at = 0; at < 3; at += 1) ours.enter()?.fail(2);
  assert.equal(ours.state.is, 'open');
});

test('a difference: a cancelled probe closes cockatiel’s circuit; ours tries again', async context => {
  scriptTime(context);
  const both = pair(new ConsecutiveBreaker(1), 1);
  await step(both, { ends: 'badly', afterMs: 0 });
  both.pass(restMs);
  both.ours.enter()?.fail(0);
  await wasLetIn(both.policy, new Cancelled());
  assert.deepEqual([both.ours.state.is, both.ours.admits, names[both.policy.state]], ['open', true, 'closed']);
});

test('a difference: the twentieth result may open ours though it ended well; cockatiel looks at failures only', async context => {
  scriptTime(context);
  const both = pair(sampling(), Infinity, 60_000);
  for (let at = 0; at < 19; at += 1) await step(both, { ends: at < 13 ? 'badly' : 'well', afterMs: 10 });
  const { ours, theirs } = await step(both, { ends: 'well', afterMs: 10 });
  assert.deepEqual([ours[1], theirs[1]], ['open', 'closed']);
});
