import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neededByHeldBack } from '../../../../src/interaction/doctor/checks/neededByHeldBack.ts';
import { questionEntry } from '../../../core/journal/entries.ts';

const heldBack = (count: number | undefined, because = 'day') =>
  questionEntry({
    decisions: [{ kind: 'over-budget', target: 'claude', because, ...(count !== undefined && { count }) }],
  });

test('the latest question that a limit held back says how much it needed, whatever was asked since', () => {
  const entries = [heldBack(900), heldBack(1_200), heldBack(50, 'month'), questionEntry()];
  assert.equal(neededByHeldBack(entries, 'day'), 1_200);
});

test('nothing is said of a limit that held nothing back, of money, and of what was rehearsed', () => {
  assert.equal(neededByHeldBack([heldBack(900, 'month')], 'day'), undefined);
  assert.equal(neededByHeldBack([heldBack(undefined, 'money')], 'money'), undefined);
  assert.equal(neededByHeldBack([{ ...heldBack(900), rehearsed: true }], 'day'), undefined);
});
