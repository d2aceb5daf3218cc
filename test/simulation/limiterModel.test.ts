import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { limiter } from '../../src/core/layers/limiter.ts';
import type { Answer } from '../../src/core/model/answer.ts';
import type { Question } from '../../src/core/model/question.ts';
import { Limiter } from '../../src/core/resilience/limiters.ts';
import { TokenBucket } from '../../src/core/resilience/tokenBucket.ts';
import { answerOf, ask, targetOf } from '../support/scripted.ts';
import { VirtualClock } from '../support/virtualClock.ts';
import { runReady } from './seededClock.ts';

const numRuns = Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 2_000);

const takes = fc.array(fc.record({ afterMs: fc.nat(30_000), amount: fc.integer({ min: -20, max: 100 }) }), {
  maxLength: 40,
});

/** What a bucket holds, worked out anew from all that was ever taken. */
function levelAt(
  now: number,
  perMinute: number,
  taken: readonly { readonly at: number; readonly amount: number }[],
): number {
  let [level, at] = [perMinute, 0];
  for (const take of [...taken, { at: now, amount: 0 }]) {
    level = Math.min(perMinute, Math.min(perMinute, level + ((take.at - at) * perMinute) / 60_000) - take.amount);
    at = take.at;
  }
  return level;
}

test('a bucket lets wait exactly as long as what is missing takes to come back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      takes,
      fc.integer({ min: 1, max: 200 }),
      (perMinute, sequence, amount) => {
        const clock = new VirtualClock();
        const bucket = new TokenBucket(clock, perMinute);
        const taken: { at: number; amount: number }[] = [];
        let at = 0;
        for (const take of sequence) {
          clock.jump(take.afterMs);
          at += take.afterMs;
          bucket.take(take.amount);
          taken.push({ at, amount: take.amount });
          const missing = Math.min(amount, perMinute) - levelAt(at, perMinute, taken);
          const expectedMs = Math.max(0, (missing * 60_000) / perMinute);
          assert.ok(
            Math.abs(bucket.waitMs(amount) - expectedMs) < 0.01,
            `${bucket.waitMs(amount)} instead of ${expectedMs}`,
          );
        }
      },
    ),
    { numRuns },
  );
});

test('whoever waits as long as he is told never takes more than a full measure and what came back since', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.array(fc.nat(20_000), { maxLength: 60 }), (perMinute, gaps) => {
      const clock = new VirtualClock();
      const bucket = new TokenBucket(clock, perMinute);
      const startedAt = clock.now();
      for (const [before, gapMs] of gaps.entries()) {
        clock.jump(gapMs);
        clock.jump(bucket.waitMs(1));
        clock.jump(bucket.waitMs(1)); // what rounding left
        bucket.take(1);
        const allowed = perMinute + ((clock.now() - startedAt) * perMinute) / 60_000;
        assert.ok(before + 1 <= allowed + 1e-6);
      }
    }),
    { numRuns },
  );
});

interface Arrival {
  readonly priority: Question['priority'];
  /** How many of those inside end before it comes. */
  readonly ends: number;
  readonly leaves: boolean;
}

const arrivals = fc.array(
  fc.record<Arrival>({
    priority: fc.constantFrom('interactive', 'inline', 'background'),
    ends: fc.nat(2),
    leaves: fc.boolean(),
  }),
  { maxLength: 15 },
);

/** Who waits, in the order in which they must be let in. */
const order: readonly Question['priority'][] = ['interactive', 'inline', 'background'];
const nextOf = <One extends { readonly priority: Question['priority'] }>(waiting: readonly One[]): One | undefined =>
  order.map(priority => waiting.find(one => one.priority === priority)).find(one => one !== undefined);

test('never more inside than may be; who comes next goes by priority, then by arrival; nobody is forgotten', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), arrivals, async (concurrent, sequence) => {
      const clock = new VirtualClock();
      const measure = new Limiter(clock, () => ({ requestsPerMinute: 1e6, tokensPerMinute: 1e9, concurrent }));
      const inside: { readonly id: string; readonly end: () => void }[] = [];
      const entered: string[] = [];
      const layer = limiter(
        clock,
        targetOf('only'),
        measure,
      )(({ id }) => {
        entered.push(id);
        return new Promise<Answer>(resolve => inside.push({ id, end: () => resolve(answerOf('only', 'hello')) }));
      });
      const expected: string[] = [];
      let free = concurrent;
      const waiting: { readonly id: string; readonly priority: Question['priority']; readonly leave: () => void }[] =
        [];
      const admit = (): void => {
        const next = free > 0 ? nextOf(waiting) : undefined;
        if (!next) return;
        free -= 1;
        waiting.splice(waiting.indexOf(next), 1);
        expected.push(next.id);
        admit();
      };
      const endOne = async (): Promise<void> => {
        inside.shift()?.end();
        free += 1;
        admit();
        await runReady();
      };
      for (const [at, { priority, ends, leaves }] of sequence.entries()) {
        for (let ended = 0; ended < ends && inside.length > 0; ended += 1) await endOne();
        // an inline question waits 150 ms at most, but here no time passes
        const { question, stop } = ask({ id: `${at}`, priority, until: 1e9 });
        void layer(question).catch(() => undefined);
        waiting.push({ id: `${at}`, priority, leave: () => stop.abort(new Error('left')) });
        admit();
        await runReady();
        const leaver = leaves ? waiting.shift() : undefined;
        leaver?.leave();
        await runReady();
        assert.ok(inside.length <= concurrent);
      }
      while (inside.length > 0) await endOne();
      assert.deepEqual(entered, expected);
      assert.equal(measure.hold(1), undefined);
      assert.equal(clock.waiting, 0);
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  );
});

test('what a question was expected to take and did not is free again at once', () => {
  const measure = new Limiter(new VirtualClock(), () => ({
    requestsPerMinute: 60,
    tokensPerMinute: 10_000,
    concurrent: 5,
  }));
  const end = measure.begin(9_000);
  assert.equal(measure.hold(9_900)?.because, 'tokens');
  end(15);
  assert.equal(measure.hold(9_900), undefined);
});
