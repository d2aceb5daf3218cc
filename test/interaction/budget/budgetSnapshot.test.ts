import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BudgetSnapshot } from '../../../src/interaction/budget/budgetSnapshot.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const key = 'budget.glance';
const spending = {
  measures: [{ which: 'day', used: 10, limit: 100 }],
  ...{ isEstimated: false, isKept: true, todayUsd: 0.02 },
} as const;

/** What VS Code keeps of a workspace. */
function memento(kept: unknown) {
  const values = new Map<string, unknown>([[key, kept]]);
  return {
    keys: () => [...values.keys()],
    get: (name: string) => values.get(name),
    update: async (name: string, value: unknown) => void values.set(name, value),
  } as ConstructorParameters<typeof BudgetSnapshot>[0];
}

const dayOf = (clock: VirtualClock): string => new Date(clock.wall()).toDateString();

test('what was used today is known in the next window of the day before a file was read', () => {
  const clock = new VirtualClock();
  const kept = memento(undefined);
  new BudgetSnapshot(kept, clock).set(spending);
  assert.deepEqual(new BudgetSnapshot(kept, clock).now, spending);
});

test('of another day nothing is said', () => {
  const clock = new VirtualClock();
  const kept = memento(undefined);
  new BudgetSnapshot(kept, clock).set(spending);
  clock.jump(86_400_000);
  assert.equal(new BudgetSnapshot(kept, clock).now, undefined);
});

test('what an older version has kept is told without the cost of today', () => {
  const clock = new VirtualClock();
  const { measures, isEstimated } = spending;
  const kept = memento({ day: dayOf(clock), measures, isEstimated });
  assert.deepEqual(new BudgetSnapshot(kept, clock).now, { measures, isEstimated, isKept: true });
});

test('what is no snapshot is none', () => {
  const clock = new VirtualClock();
  const { measures, isEstimated } = spending;
  const broken = [{ day: dayOf(clock), measures, isEstimated, todayUsd: 'much' }, 'x', null, { day: 1 }];
  assert.deepEqual(
    broken.map(kept => new BudgetSnapshot(memento(kept), clock).now),
    [undefined, undefined, undefined, undefined],
  );
});
