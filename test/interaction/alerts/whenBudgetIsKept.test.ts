import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Emitter } from '../../../src/core/shared/emitter.ts';
import { journalTroubleMs, whenBudgetIsKept } from '../../../src/interaction/alerts/whenBudgetIsKept.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

/** How often trouble of the journal is told, when the budget record can be kept or not at these times, ms. */
async function told(...changes: readonly (readonly [afterMs: number, isKept: boolean])[]): Promise<number> {
  const clock = new VirtualClock();
  const changed = new Emitter();
  let [isKept, count, passedMs] = [true, 0, 0];
  const book = { now: () => ({ isKept }), onDidChange: (listener: () => void) => changed.add(listener) };
  const begin = (): void => whenBudgetIsKept(book, clock, () => (count += 1));
  for (const [afterMs, kept] of changes.filter(([afterMs]) => afterMs === 0)) [passedMs, isKept] = [afterMs, kept];
  begin();
  for (const [afterMs, kept] of changes.filter(([afterMs]) => afterMs > 0)) {
    await clock.pass(afterMs - passedMs);
    [passedMs, isKept] = [afterMs, kept];
    changed.fire();
  }
  await clock.pass(2 * journalTroubleMs);
  return count;
}

test('trouble of the journal alone is told once', async () => {
  assert.equal(await told(), 1);
});

test('where the budget record is in trouble already, its message is enough', async () => {
  assert.equal(await told([0, false]), 0);
});

test('where it gets into trouble meanwhile, its message is enough, also when that has passed by then', async () => {
  assert.equal(await told([5_000, false]), 0);
  assert.equal(await told([5_000, false], [9_000, true]), 0);
});

test('trouble of the budget record that comes later is its own', async () => {
  assert.equal(await told([journalTroubleMs + 1, false]), 1);
});
