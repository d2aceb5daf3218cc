import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Parts } from '../../../../src/core/client.ts';
import type { OnDoubt } from '../../../../src/core/escalation/escalationParts.ts';
import { isBetter } from '../../../../src/core/escalation/isBetter.ts';
import type { Answer } from '../../../../src/core/model/answer.ts';
import { sleep } from '../../../../src/core/model/clock.ts';
import { Failure } from '../../../../src/core/model/failure.ts';
import { Circuits } from '../../../../src/core/resilience/circuits.ts';
import { Limiters } from '../../../../src/core/resilience/limiters.ts';
import { house } from '../../../support/house.ts';
import type { Act } from '../../../support/scripted.ts';
import { settle } from '../../../support/virtualClock.ts';
import { machine, price, today } from '../../budget/ledgerScene.ts';
import { askEdit, classed, good, settings, soft, decidedIn, unfit } from '../doubtScene.ts';

const acts: readonly Act[] = [good, unfit, unfit, unfit, soft, 'hangs', 'overloaded', 'auth', 'rate-limited', 'empty'];

const anyTarget = fc.record({
  class: fc.constantFrom('simple', 'medium', 'complex'),
  acts: fc.array(fc.constantFrom(...acts), { minLength: 1, maxLength: 4 }),
  tookMs: fc.constantFrom(0, 10, 2_000, 9_000, 25_000),
  held: fc.constantFrom(undefined, undefined, undefined, 'barred', 'paused', 'not chosen'),
});

const anyScene = fc.record({
  targets: fc.array(anyTarget, { minLength: 2, maxLength: 4 }),
  dayTokens: fc.constantFrom(0, 0, 150, 400, 900, 100_000),
  onExceeded: fc.constantFrom('degrade', 'ask', 'block'),
  leftMs: fc.constantFrom(500, 5_000, 31_000, 31_000),
  overBudget: fc.constantFrom(undefined, false, true),
});
type Scene = typeof anyScene extends fc.Arbitrary<infer One> ? One : never;

const breaker = { failureThreshold: 5, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 };

/** Plays one question in a world of its own; twice the same scene is twice the same play, but for what follows a doubt. */
async function play(scene: Scene, doubt: OnDoubt) {
  const { clock, window } = machine({ dayTokens: scene.dayTokens });
  const ledger = window();
  const budget: Parts['budget'] = {
    ...{ ledger, workspace: () => 'here', priceOf: () => price, upperFactor: () => 1 },
    onExceeded: () => scene.onExceeded,
  };
  const calls = scene.targets.map(() => 0);
  const sources = scene.targets.map(({ class: targetClass, acts, tookMs }, index) => {
    const source = classed(`t${index}`, targetClass, ...acts);
    const ask: typeof source.ask = async question => {
      calls[index] = (calls[index] ?? 0) + 1;
      await sleep(clock, tookMs, question.signal); // not a word before that
      return source.ask(question);
    };
    return { ...source, ask };
  });
  const circuits = new Circuits(clock, () => breaker);
  const limiters = new Limiters(clock, () => ({ requestsPerMinute: 1_000, tokensPerMinute: 1e9, concurrent: 100 }));
  const world = house(sources, { clock, circuits, limiters, budget, escalation: settings({ doubt }) });
  scene.targets.forEach(({ held }, index) => {
    if (held === 'barred') world.barred.set(`t${index}`, 'not-allowed');
    const source = sources[index];
    if (held === 'paused' && source) circuits.of(source.target).pause();
  });
  const only = scene.targets.flatMap(({ held }, index) => (held === 'not chosen' ? [] : [`t${index}`]));
  const { question, notes } = askEdit({
    ...{ only, until: clock.now() + scene.leftMs },
    ...(scene.overBudget !== undefined && { overBudget: scene.overBudget }),
  });
  let endedAt = Infinity;
  const end = world.client.ask(question).then(
    (answer): Answer | Failure => ((endedAt = clock.now()), answer),
    (error: unknown): Answer | Failure => {
      if (!(error instanceof Failure)) throw error;
      endedAt = clock.now();
      return error;
    },
  );
  for (let steps = 0; endedAt === Infinity && steps < 200; steps += 1) await clock.pass(scene.leftMs / 20);
  assert.ok(endedAt < Infinity, 'it never ends');
  await settle();
  return { end: await end, endedAt, until: question.until, calls, notes, used: today(ledger), waiting: clock.waiting };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

test('whatever happens, a doubtful answer costs two more requests at most, in time, where it is allowed, within the budget, and never the answer', async () => {
  const seen = { followed: 0, better: 0, stayed: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(anyScene, async scene => {
      const plain = await play(scene, 'disclaim');
      const escalated = await play(scene, 'escalate');
      const extra = sum(escalated.calls) - sum(plain.calls);
      assert.ok(extra >= 0 && extra <= 2, `${extra} more requests`);
      assert.ok(escalated.endedAt <= escalated.until, 'past the deadline');
      scene.targets.forEach(({ held }, index) => {
        if (held) assert.equal(escalated.calls[index], plain.calls[index], `${held} was asked`);
      });
      const [used, reserved] = escalated.used;
      const isFree = scene.dayTokens === 0 || scene.overBudget === true;
      assert.ok(isFree || used + reserved <= scene.dayTokens, 'over the budget');
      if (scene.overBudget === true && extra > 0) assert.ok(used <= scene.dayTokens || scene.dayTokens === 0);
      if (plain.end instanceof Failure || escalated.end instanceof Failure)
        return assert.equal(kindOf(escalated.end), kindOf(plain.end));
      assert.ok(!isBetter(plain.end, escalated.end), 'the worse answer was given');
      assert.equal(escalated.waiting, plain.waiting, 'a timer was left');
      const words = decidedIn(escalated.notes);
      if (extra > 0) seen.followed += 1;
      if (words.includes('better')) seen.better += 1;
      if (words.includes('no-better')) seen.stayed += 1;
      if (words.some(word => word.startsWith('not: '))) seen.refused += 1;
    }),
    { numRuns: 600, seed: 18 },
  );
  for (const [what, times] of Object.entries(seen)) assert.ok(times >= 10, `${what}: ${times}`);
});

const kindOf = (end: Answer | Failure): string => (end instanceof Failure ? end.kind : 'answered');
