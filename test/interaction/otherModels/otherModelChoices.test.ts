import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Target } from '../../../src/core/model/target.ts';
import { statusOf } from '../../../src/core/status/targetStatus.ts';
import { otherModelChoices } from '../../../src/interaction/otherModels/otherModelChoices.ts';
import { targetOf } from '../../support/scripted.ts';
import { expectationOf, notKnown, type ExpectedHere } from './otherModelParts.ts';

type More = ExpectedHere & { readonly heldUntil?: number };

const detailOf = (target: Target, { heldUntil, ...more }: More = {}): string | undefined => {
  const circuit = heldUntil === undefined ? ({ is: 'closed' } as const) : ({ is: 'open', until: heldUntil } as never);
  const status = statusOf({ id: target.id, label: '', circuit, cooldown: undefined }, { nowMs: 0, offline: false });
  return otherModelChoices([target], { statuses: [status], expected: [expectationOf(target, more)] })[0]?.detail;
};

test('each says about what an answer of it will cost and take, and how strong it is', () => {
  const target = targetOf('priced', { class: 'complex' });
  const [choice] = otherModelChoices([target], { statuses: [], expected: [expectationOf(target)] });
  assert.deepEqual([choice?.description, choice?.detail], ['Strong, for hard questions', 'about 4 s, about $0.002']);
});

// https://github.com/Agenta-AI/agenta/issues/1584, https://github.com/dirac-run/dirac/pull/175,
// https://github.com/CherryHQ/cherry-studio/issues/9564: a price that nobody knows was shown as 0 or as free
test('a price that is not known is said to be so, and is not the same as free', () => {
  const texts = [notKnown, 0].map(costUsd =>
    detailOf(targetOf('x', { class: 'simple' }), { costUsd, expectedMs: notKnown }),
  );
  assert.deepEqual(texts, ['time not known, price not known', 'time not known, free of charge']);
});

// https://github.com/screenpipe/screenpipe/issues/4644, https://github.com/NousResearch/hermes-agent/pull/105333: a model that is held back
// stands in the list with its reason, and does not vanish from it
test('one that is held back is listed with what holds it back, first', () => {
  assert.equal(
    detailOf(targetOf('other', { class: 'medium' }), { heldUntil: 25_000, held: 'circuit-open' }),
    'paused after failures, next try in 25 s · about 4 s, about $0.002',
  );
  assert.match(detailOf(targetOf('other'), { held: 'no-key' }) ?? '', /^no API key · /);
});

test('that the budget does not cover it, or that it does not fit, is said first', () => {
  const tooLong = { tokens: 120_000, limit: 8_000 };
  assert.match(
    detailOf(targetOf('x'), { overBudget: 'money', held: 'budget' }) ?? '',
    /^not enough money left this month · about 4 s/,
  );
  assert.match(detailOf(targetOf('x'), { tooLong }) ?? '', /^too long for it: ≈ 120k tokens, at most 8k · /);
});

test('of a question that takes several requests how many are told', () => {
  assert.match(detailOf(targetOf('x'), { requests: 12 }) ?? '', /about \$0\.002, in 12 requests/);
});

test('without what is known of the question only what is known of the model is said', () => {
  const [choice] = otherModelChoices([targetOf('x', { class: 'medium' })], { statuses: [], expected: [] });
  assert.deepEqual([choice?.description, choice?.detail], ['For most questions', undefined]);
});

test('a label cannot draw an icon', () => {
  const [choice] = otherModelChoices([targetOf('x', { label: '$(warning) x' })], { statuses: [], expected: [] });
  assert.equal(choice?.label, '(warning) x');
});
