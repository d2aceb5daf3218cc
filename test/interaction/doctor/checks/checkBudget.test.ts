import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBudget } from '../../../../src/interaction/doctor/checks/checkBudget.ts';
import { briefly } from './serverWorld.ts';

const look = (used: number, { isKept = true, needed }: { isKept?: boolean; needed?: number } = {}) =>
  checkBudget({
    spending: { measures: [{ which: 'day', used, limit: 100 }], isEstimated: false, isKept },
    warnAt: 0.8,
    onExceeded: 'ask',
    neededFor: () => needed,
  });

test('a budget is fine, low or used up, and says so from the share on that the user has set', () => {
  assert.deepEqual(
    [79, 80, 100].map(used => look(used)[0]?.level),
    ['fine', 'warning', 'problem'],
  );
  assert.deepEqual(
    look(100)[0]?.fixes?.map(({ command }) => command),
    ['steadfast.setBudget', 'steadfast.allowOverBudget'],
  );
});

test('a record that cannot be kept is a problem', () => {
  assert.deepEqual(briefly(look(0, { isKept: false })), ['limit fine', 'record problem']);
});

test('a budget that is half used but held the latest question back is a warning, as long as there is not more room', () => {
  const [heldBack] = look(60, { needed: 41 });
  assert.deepEqual([heldBack?.level, heldBack?.code === 'limit' && heldBack.needed], ['warning', 41]);
  assert.equal(heldBack?.fixes?.[0]?.command, 'steadfast.setBudget');
  assert.equal(look(60, { needed: 40 })[0]?.level, 'fine'); // a new day has begun, or the limit was raised
});
