import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Learner } from '../../../../src/core/routing/learned/learner.ts';
import { strategiesWith, strategyNames } from '../../../../src/core/routing/strategies/all.ts';
import { tiered } from '../../../../src/core/routing/strategies/tiered.ts';
import { candidateOf, demandFor, idsIn } from '../routes.ts';

const classes = fc.constantFrom('simple' as const, 'medium' as const, 'complex' as const);
const facts = fc.record({
  isReady: fc.boolean(),
  fits: fc.boolean(),
  costUsd: fc.option(fc.double({ min: 0, max: 2, noNaN: true }), { nil: undefined }),
  expectedMs: fc.option(fc.integer({ min: 0, max: 120_000 }), { nil: undefined }),
  latestMs: fc.option(fc.integer({ min: 0, max: 120_000 }), { nil: undefined }),
  isStale: fc.boolean(),
  failureShare: fc.double({ min: 0, max: 1, noNaN: true }),
});
const chains = fc
  .array(fc.tuple(classes, facts), { minLength: 1, maxLength: 20 })
  .map(each => each.map(([of, known], at) => candidateOf(`t${at}`, of, known)));

const learner = new Learner({ tiered, wall: () => 0 });
const strategies = strategiesWith({
  tiered: (demand, candidates, chance) => tiered(demand, learner.regarded(candidates), chance),
  learned: (demand, candidates, chance) => learner.order(demand, candidates, { chance, mayExplore: true }),
});

test('every strategy has its name', () => {
  assert.deepEqual([...strategyNames].sort(), Object.keys(strategies).sort());
});

// a strategy that finds nobody answers nothing: BerriAI/litellm#16060
for (const name of strategyNames)
  test(`${name} gives back every target exactly once, and the same order for equal facts and chance`, () => {
    fc.assert(
      fc.property(chains, classes, fc.double({ min: 0, max: 0.999, noNaN: true }), (chain, of, chance) => {
        const order = idsIn(strategies[name](demandFor(of), chain, () => chance));
        assert.deepEqual([...order].sort(), chain.map(({ target }) => target.id).sort());
        assert.deepEqual(idsIn(strategies[name](demandFor(of), chain, () => chance)), order);
      }),
    );
  });

for (const name of strategyNames.filter(each => each !== 'ordered'))
  test(`${name} never puts one first for which the prompt must be cut, while another takes it whole`, () => {
    fc.assert(
      fc.property(chains, classes, (chain, of) => {
        const [first] = strategies[name](demandFor(of), chain, () => 0.5);
        const isWhole = chain.find(({ target }) => target === first?.target)?.facts.fits;
        assert.ok(isWhole === true || !chain.some(({ facts: { fits } }) => fits));
      }),
    );
  });
