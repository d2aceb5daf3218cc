import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordedRoute } from '../../../../scripts/replay/play/recordedRoute.ts';
import { attemptEntry, questionEntry } from '../../../core/journal/entries.ts';
import { codesIn, idsIn } from '../../../core/routing/routes.ts';
import { targetOf } from '../../../support/scripted.ts';

const chain = ['one', 'two', 'three', 'four'].map(id => targetOf(id));

test('a question that was routed is asked in the order of the journal: the first choice, who was passed over, who was asked', () => {
  const entry = questionEntry({
    first: 'three',
    decisions: [
      { kind: 'routed', target: 'three', because: 'cheapest' },
      { kind: 'skipped', target: 'three', because: 'circuit-open' },
    ],
    attempts: [attemptEntry({ target: 'two' })],
  });
  const route = recordedRoute(entry)({ taskClass: 'standard' }, chain);
  assert.deepEqual([idsIn(route), codesIn(route)[0]], [['three', 'two', 'one', 'four'], 'cheapest']);
});

test('one that was not routed is asked as the chain stands', () => {
  const route = recordedRoute(questionEntry({ first: 'three' }))({ taskClass: 'standard' }, chain);
  assert.deepEqual([idsIn(route), codesIn(route)[0]], [['one', 'two', 'three', 'four'], 'chain']);
});
