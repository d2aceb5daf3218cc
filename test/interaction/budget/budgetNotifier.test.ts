import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measure, Spending } from '../../../src/core/budget/spending.ts';
import { BudgetNotifier, type BudgetNotifierParts } from '../../../src/interaction/budget/budgetNotifier.ts';

/** A user who sees what the teller shows, and presses one button or none. */
function world(more: Partial<BudgetNotifierParts> = {}, pressed?: string) {
  const shown: { readonly message: string; readonly buttons: readonly string[] }[] = [];
  const done: string[] = [];
  const teller = new BudgetNotifier({
    level: () => 'important',
    warnAt: () => 0.8,
    onExceeded: () => 'degrade',
    claim: () => Promise.resolve(true),
    show: (message, ...buttons) => {
      shown.push({ message, buttons });
      return Promise.resolve(pressed);
    },
    setBudget: () => Promise.resolve(done.push('set')),
    allowOver: () => Promise.resolve(done.push('over')),
    ...more,
  });
  const hear = (used: number, which: Measure['which'] = 'day', limit = 100) =>
    teller.hear({ measures: [{ which, used, limit }], isEstimated: false, isKept: true } satisfies Spending);
  return { shown, done, hear };
}

test('a budget that is not much used, and one without a limit, is not told of', async () => {
  const { shown, hear } = world();
  await hear(79);
  await hear(1_000, 'month', 0);
  assert.deepEqual(shown, []);
});

test('little left is told once, the end once more, and both again with another limit', async () => {
  const { shown, hear } = world();
  for (const used of [80, 85, 100, 120]) await hear(used);
  await hear(160, 'day', 200);
  assert.deepEqual(
    shown.map(({ message }) => message.split(':')[0]),
    ['Little of the budget is left', 'The budget is used up', 'Little of the budget is left'],
  );
});

const after = {
  degrade: 'From now on, Steadfast uses free models, then cached answers, then what the editor knows.',
  ask: 'From now on, Steadfast asks you before each question that goes over the budget.',
  block:
    'From now on, a question ends when the next model to ask is not free; nothing is sent to it, and no other model is asked.',
} as const;

for (const [manner, words] of Object.entries(after) as [keyof typeof after, string][]) {
  test(`with '${manner}' it is said what becomes of the next question, and what can be done`, async () => {
    const { shown, hear } = world({ onExceeded: () => manner });
    await hear(100);
    const message = `The budget is used up: 100 of 100 tokens today. ${words}`;
    assert.deepEqual(shown, [{ message, buttons: ['Set Workspace Budget…', 'Allow One Question Over Budget'] }]);
  });
}

test('money, which no workspace has a budget of, names its setting instead', async () => {
  const { shown, hear } = world();
  await hear(12, 'money', 10);
  assert.match(shown[0]?.message ?? '', / You can change the limit in the setting steadfast\.budget\.monthlyUsd\.$/);
  assert.deepEqual(shown[0]?.buttons, ['Allow One Question Over Budget']);
});

test('what another window has said already, and what the user does not want to hear, is not shown', async () => {
  const elsewhere = world({ claim: () => Promise.resolve(false) });
  const muted = world({ level: () => 'none' });
  await elsewhere.hear(100);
  await muted.hear(100);
  assert.deepEqual([elsewhere.shown, muted.shown], [[], []]);
});

test('each button does what it says', async () => {
  for (const [button, does] of [
    ['Set Workspace Budget…', 'set'],
    ['Allow One Question Over Budget', 'over'],
  ] as const) {
    const { done, hear } = world({}, button);
    await hear(100);
    assert.deepEqual(done, [does]);
  }
});
