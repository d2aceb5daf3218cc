import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Task } from '../../../../src/core/model/purpose.ts';
import { learnedTasks, type LearnedOutcome } from '../../../../src/core/routing/learned/learnedOutcome.ts';
import { alike, asGiven, candidate, chances, oneDayMs, demand, learnedWorld } from './learnedWorld.ts';

const others: readonly Task[] = ['explain', 'fix', 'tests', 'docs'];

test('who knows nothing orders as the tiered strategy does, with its reasons', () => {
  const { learner } = learnedWorld();
  const candidates = [candidate('dear', { costUsd: 0.2 }), candidate('cheap', { costUsd: 0.001 }, 'simple')];
  const order = learner.order(demand, candidates, { chance: () => 0.99, mayExplore: true });
  assert.deepEqual(
    order,
    asGiven(demand, candidates, () => 0),
  );
});

test('whose answers are kept more goes first, and the reason says how many of how many', () => {
  const { learner, answers } = learnedWorld();
  answers('first', [5, 20]);
  answers('second', [18, 20]);
  const [best] = learner.order(demand, alike('first', 'second'), { chance: () => 0, mayExplore: false });
  assert.deepEqual([best?.target.id, best?.because], ['second', { code: 'learned', kept: 18, of: 20 }]);
});

test('what has just been learnt counts for the next question, and not for another chain', () => {
  const { order, answers } = learnedWorld();
  const chain = alike('first', 'second');
  answers('first', [18, 20]);
  assert.deepEqual(order(chain), ['first', 'second']);
  answers('second', [20, 20]);
  answers('first', [0, 20]);
  assert.deepEqual(order(chain), ['second', 'first']);
  assert.deepEqual(order([...chain].toReversed()), ['second', 'first']);
});

test('one answer that was not kept changes nothing', () => {
  const { order, answers } = learnedWorld();
  answers('first', [0, 1]);
  assert.deepEqual(order(alike('first', 'second')), ['first', 'second']);
});

// https://github.com/SourceShift/mini-ork/pull/163: a router that learned only where two were compared learned nothing in use
test('what was learnt at other tasks holds at one that was never asked', () => {
  const { order, answers } = learnedWorld();
  for (const task of others) {
    answers('first', [2, 12], { task });
    answers('second', [11, 12], { task });
  }
  assert.deepEqual(order(alike('first', 'second')), ['second', 'first']);
});

test('at the task where it is good it goes first, though at others it is not', () => {
  const { order, answers } = learnedWorld();
  for (const task of others) {
    answers('first', [10, 12], { task });
    answers('second', [6, 12], { task });
  }
  answers('first', [3, 30]);
  answers('second', [28, 30]);
  assert.deepEqual(order(alike('first', 'second')), ['second', 'first']);
  assert.deepEqual(order(alike('first', 'second'), { ...demand, task: 'fix' }), ['first', 'second']);
});

test('a task of which nobody’s answers are kept speaks against nobody', () => {
  const { order, answers } = learnedWorld();
  answers('first', [3, 30], { task: 'review' });
  answers('second', [1, 10], { task: 'review' });
  for (const id of ['first', 'second']) answers(id, [28, 40], { task: 'fix' });
  assert.equal(order(alike('first', 'second'), { ...demand, task: 'explain' })[0], 'first');
});

test('what was learnt of simple questions holds of hard ones of which nothing was seen', () => {
  const { order, answers } = learnedWorld();
  for (const task of others) {
    answers('first', [2, 12], { task, score: 0.1 });
    answers('second', [12, 12], { task, score: 0.1 });
  }
  assert.deepEqual(order(alike('first', 'second'), { ...demand, score: 0.9 }), ['second', 'first']);
});

test('simple questions and hard ones are learned apart, also of a task that was never asked', () => {
  const { order, answers } = learnedWorld();
  for (const task of others) {
    answers('small', [29, 30], { task, score: 0.1 });
    answers('large', [29, 30], { task, score: 0.1 });
    answers('small', [6, 30], { task, score: 0.9 });
    answers('large', [28, 30], { task, score: 0.9 });
  }
  const candidates = [candidate('small', { costUsd: 0.001 }), candidate('large', { costUsd: 0.05 })];
  assert.equal(order(candidates, { ...demand, score: 0.1 })[0], 'small');
  assert.equal(order(candidates, { ...demand, score: 0.9 })[0], 'large');
});

// https://github.com/ruvnet/ruflo/pull/1772: what a model costs, mixed into how good it is, can never be told apart again
test('prices are of today: when one gets cheap, it goes first at once', () => {
  const { order, answers } = learnedWorld();
  for (const id of ['first', 'second']) answers(id, [36, 40], { costUsd: 0.2 });
  assert.deepEqual(order([candidate('first', { costUsd: 0.2 }), candidate('second', { costUsd: 0.2 })]), [
    'first',
    'second',
  ]);
  assert.deepEqual(order([candidate('first', { costUsd: 0.2 }), candidate('second', { costUsd: 0.01 })]), [
    'second',
    'first',
  ]);
});

// https://github.com/BerriAI/litellm/blob/main/litellm/router_strategy/adaptive_router/README.md: "Latency is not in the score"
test('of two that are as good the one that takes a minute comes last', () => {
  const { order, answers } = learnedWorld();
  for (const id of ['first', 'second']) answers(id, [36, 40]);
  assert.equal(
    order([candidate('first', { expectedMs: 60_000 }), candidate('second', { expectedMs: 3000 })])[0],
    'second',
  );
});

// https://github.com/project-arbr/arbr-control-plane/issues/232, https://github.com/BerriAI/litellm/issues/36303,
// https://github.com/ferro-labs/ai-gateway/issues/126, https://github.com/synaptent/aragora/pull/9374
test('who has no known price is not taken for free', () => {
  const { order, answers } = learnedWorld();
  answers('priced', [32, 40], { costUsd: 0.1 });
  answers('unpriced', [32, 40], { costUsd: undefined });
  const candidates = [candidate('priced', { costUsd: 0.1 }), candidate('unpriced', { costUsd: undefined })];
  assert.deepEqual(order(candidates), ['priced', 'unpriced']);
});

test('who has no known price keeps the place that the tiered order gives it', () => {
  const { order, answers } = learnedWorld();
  answers('unpriced', [36, 40], { costUsd: undefined });
  for (const id of ['cheap', 'dear']) answers(id, [36, 40]);
  const priced = [candidate('cheap', { costUsd: 0.001 }), candidate('dear', { costUsd: 0.3 })];
  assert.equal(order([candidate('unpriced', { costUsd: undefined }), ...priced])[0], 'unpriced');
});

test('an unknown price is taken for what its class costs, not for what the dearest of all does', () => {
  const { order, answers } = learnedWorld();
  for (const id of ['large', 'mate']) answers(id, [30, 40]);
  answers('unpriced', [30, 40], { costUsd: undefined });
  const large = candidate('large', { costUsd: 0.2 }, 'complex');
  const mate = candidate('mate', { costUsd: 0.01, expectedMs: 9_000 });
  assert.deepEqual(order([large, mate, candidate('unpriced', { costUsd: undefined })])[0], 'unpriced');
});

test('an unknown price with none above it may be any, so it wins no place', () => {
  const { order, answers } = learnedWorld();
  answers('middle', [20, 40]);
  answers('large', [40, 40], { costUsd: undefined });
  const large = candidate('large', { costUsd: undefined }, 'complex');
  assert.deepEqual(order([candidate('middle'), large]), ['middle', 'large']);
});

// https://github.com/lidge-jun/opencodex/pull/1015: a known cost of 0 was taken for an unknown one
test('who is known to cost nothing is free', () => {
  const { order, answers } = learnedWorld();
  for (const id of ['priced', 'local']) answers(id, [36, 40], { costUsd: undefined });
  assert.equal(order([candidate('priced', { costUsd: 0.1 }), candidate('local', { costUsd: 0 })])[0], 'local');
});

// https://github.com/BerriAI/litellm/issues/3360: a time of 0 stuck, and all went there
test('a time of 0 is not known, and wins nothing', () => {
  const { order, answers } = learnedWorld();
  for (const id of ['first', 'second']) answers(id, [36, 40], { tookMs: 40_000 });
  assert.equal(order([candidate('first', { expectedMs: 40_000 }), candidate('second', { expectedMs: 0 })])[0], 'first');
});

test('facts that are no numbers change nothing', () => {
  const { order } = learnedWorld();
  const odd = { costUsd: Number.NaN, expectedMs: -5, failureShare: Number.NaN };
  assert.deepEqual(order([candidate('first', odd), candidate('second', odd)]), ['first', 'second']);
});

// https://github.com/freenet/freenet-core/issues/5700, https://github.com/bug-ops/zeph/pull/2091
test('who was out of order for a day is as good as before when it is back', () => {
  const { clock, order, answers } = learnedWorld();
  answers('first', [19, 20]);
  answers('second', [12, 20]);
  assert.equal(order([candidate('second'), candidate('first', { isReady: false, failureShare: 1 })]).length, 2);
  clock.now += oneDayMs;
  assert.equal(order([candidate('second'), candidate('first')])[0], 'first');
});

// https://github.com/ruvnet/ruflo/issues/3048, and litellm's adaptive router drops what comes after 200 answers
test('a target whose quality changes overnight is noticed within four days, after three months', () => {
  const { clock, order, answers } = learnedWorld();
  const day = (first: number): void => {
    answers('first', [first, 20]);
    answers('second', [14, 20]);
    clock.now += oneDayMs;
  };
  for (let each = 0; each < 90; each += 1) day(18);
  assert.equal(order(alike('first', 'second'))[0], 'first');
  for (let each = 0; each < 4; each += 1) day(8);
  assert.equal(order(alike('first', 'second'))[0], 'second');
});

test('a bad hour is no change of quality', () => {
  const { clock, order, answers } = learnedWorld();
  for (let each = 0; each < 30; each += 1) {
    answers('first', [18, 20]);
    answers('second', [14, 20]);
    clock.now += oneDayMs;
  }
  answers('first', [2, 5]);
  assert.equal(order(alike('first', 'second'))[0], 'first');
});

// https://github.com/tashfeenahmed/freellmapi/pull/731: who had no samples lost every draw and never got any
test('who was never asked is asked now and then, and not too often', () => {
  const { answers, firsts } = learnedWorld();
  answers('known', [14, 20]);
  const { new: asked = 0 } = firsts(alike('known', 'new'), 2000);
  assert.ok(asked > 20 && asked <= 2000 * 0.1, `asked ${asked} times of 2000`);
});

test('several that are not known are all tried, not all questions turned to one', () => {
  const { answers, firsts } = learnedWorld();
  answers('known', [14, 20]);
  const found = firsts(alike('known', 'one', 'two', 'three'), 3000);
  assert.deepEqual(Object.keys(found).toSorted(), ['known', 'one', 'three', 'two']);
});

test('who is asked to learn more of it is said to be probed', () => {
  const { learner, answers } = learnedWorld();
  answers('known', [14, 20]);
  const [first] = learner.order(demand, alike('known', 'new'), { chance: () => 0, mayExplore: true });
  assert.deepEqual([first?.target.id, first?.because], ['new', { code: 'probe' }]);
});

test('what may not explore never does', () => {
  const { learner, answers } = learnedWorld();
  answers('known', [14, 20]);
  for (let seed = 0; seed < 500; seed += 1) {
    const [first] = learner.order(demand, alike('known', 'new'), { chance: chances(seed), mayExplore: false });
    assert.equal(first?.target.id, 'known');
  }
});

// https://github.com/tashfeenahmed/freellmapi/pull/847, https://github.com/tashfeenahmed/freellmapi/pull/641
test('who cannot be asked now, or would need the prompt cut, is not explored', () => {
  const { answers, firsts } = learnedWorld();
  answers('known', [14, 20]);
  const held = [candidate('resting', { isReady: false }), candidate('narrow', { fits: false })];
  assert.deepEqual(firsts([...alike('known'), ...held], 500), { known: 500 });
});

test('who is surely worse is hardly ever asked to learn more of it', () => {
  const { answers, firsts } = learnedWorld();
  answers('good', [190, 200]);
  answers('bad', [40, 200]);
  assert.deepEqual(firsts(alike('good', 'bad'), 1000), { good: 1000 });
});

test('one for which the prompt would have to be cut stands last, and says so', () => {
  const { learner, answers } = learnedWorld();
  answers('narrow', [40, 40]);
  answers('wide', [20, 40]);
  const order = learner.order(demand, [candidate('narrow', { fits: false }), candidate('wide')], {
    chance: () => 0,
    mayExplore: true,
  });
  assert.deepEqual(
    order.map(({ target, because }) => [target.id, because.code]),
    [
      ['wide', 'learned'],
      ['narrow', 'too-small'],
    ],
  );
});

// https://github.com/BerriAI/litellm/issues/16060: no candidate was left, and nobody was asked
test('nobody is lost when none is ready and none takes the prompt whole', () => {
  const held = { isReady: false, fits: false };
  const { order } = learnedWorld();
  assert.deepEqual(order([candidate('first', held), candidate('second', held)]), ['first', 'second']);
  assert.deepEqual(order([]), []);
});

test('a tiered order that forgets somebody, doubles somebody or names a stranger is put right', () => {
  const [stranger] = alike('stranger');
  const odd = (_demand: unknown, [first]: readonly { readonly target: ReturnType<typeof candidate>['target'] }[]) =>
    [first, first, stranger].flatMap(each =>
      each ? [{ target: each.target, because: { code: 'chain' } as const }] : [],
    );
  const { order } = learnedWorld(odd);
  assert.deepEqual(order(alike('first', 'second', 'third')), ['first', 'second', 'third']);
});

test('an answer whose numbers are none teaches nothing, and breaks nothing', () => {
  const { learner, outcome, order } = learnedWorld();
  for (let each = 0; each < 20; each += 1) learner.learn(outcome('second', true, { tookMs: Number.NaN }));
  assert.deepEqual(learner.explain('edit', 'second'), { kept: 0, of: 0 });
  assert.deepEqual(order(alike('first', 'second')), ['first', 'second']);
});

test('told of a task and a target: how many were kept of how many; of what is not known, none', () => {
  const { learner, answers, clock } = learnedWorld();
  answers('one', [7, 9]);
  assert.deepEqual(learner.explain('edit', 'one'), { kept: 7, of: 9 });
  assert.deepEqual(learner.explain('fix', 'one'), { kept: 0, of: 0 });
  assert.deepEqual(learner.explain('edit', 'nobody'), { kept: 0, of: 0 });
  clock.now += 42 * oneDayMs;
  assert.deepEqual(learner.explain('edit', 'one'), { kept: 2, of: 2 });
});

test('who learns anew knows nothing but what it is given then', () => {
  const { learner, answers, outcome } = learnedWorld();
  answers('one', [4, 5]);
  learner.relearn([outcome('two', true), outcome('two', false)]);
  assert.deepEqual(
    [learner.explain('edit', 'one'), learner.explain('edit', 'two')],
    [
      { kept: 0, of: 0 },
      { kept: 1, of: 2 },
    ],
  );
});

const outcomes = fc.array(
  fc.record({
    task: fc.constantFrom(...learnedTasks),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    target: fc.constantFrom('one', 'two', 'three'),
    kept: fc.boolean(),
    costUsd: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    tookMs: fc.integer({ min: 0, max: 60_000 }),
    at: fc.integer({ min: 1_779_000_000_000, max: 1_780_000_000_000 }),
  }),
  { maxLength: 40 },
);

test('outcomes of several windows may be learnt in any order', () => {
  const learned = (list: readonly LearnedOutcome[]) => {
    const { learner } = learnedWorld();
    for (const each of list) learner.learn(each);
    return ['one', 'two', 'three'].map(target => learnedTasks.map(task => learner.explain(task, target)));
  };
  fc.assert(
    fc.property(outcomes, list => assert.deepEqual(learned(list.toReversed()), learned(list))),
    { seed: 7, numRuns: 200 },
  );
});

test('each candidate stands in the order exactly once, whatever was learnt and whatever holds of it now', () => {
  const facts = fc.record({
    isReady: fc.boolean(),
    fits: fc.boolean(),
    costUsd: fc.option(fc.double(), { nil: undefined }),
    expectedMs: fc.option(fc.double(), { nil: undefined }),
    failureShare: fc.double(),
  });
  fc.assert(
    fc.property(outcomes, fc.array(facts, { maxLength: 6 }), fc.integer(), (list, held, seed) => {
      const { learner } = learnedWorld();
      for (const each of list) learner.learn(each);
      const candidates = held.map((each, at) =>
        candidate(['one', 'two', 'three', 'four', 'five', 'six'][at] ?? '', each),
      );
      const order = () => learner.order(demand, candidates, { chance: chances(seed), mayExplore: true });
      assert.deepEqual(
        order()
          .map(({ target }) => target.id)
          .toSorted(),
        candidates.map(({ target }) => target.id).toSorted(),
      );
      assert.deepEqual(order(), order());
    }),
    { seed: 8, numRuns: 300 },
  );
});
