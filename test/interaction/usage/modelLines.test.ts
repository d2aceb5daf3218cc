import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import { MetricSlot } from '../../../src/core/metrics/metricSlot.ts';
import { statusOf, type TargetView } from '../../../src/core/status/targetStatus.ts';
import { modelLines } from '../../../src/interaction/usage/modelLines.ts';
import { attemptEntry, questionEntry } from '../../core/journal/entries.ts';

const target = (id: string, more: Partial<TargetView> = {}) =>
  statusOf(
    { id, label: id, circuit: { is: 'closed' }, cooldown: undefined, ...more },
    { nowMs: 1_000, offline: false },
  );

function tallies(...entries: readonly QuestionEntry[]) {
  const slot = new MetricSlot();
  for (const entry of entries) slot.add(entry);
  return slot.targets;
}

test('models stand in the order in which they are asked, each with its state and how quick it is', () => {
  const week = tallies(questionEntry({ attempts: [attemptEntry({ target: 'gpt', tookMs: 2_000 })] }));
  const lines = modelLines({
    targets: [target('claude', { circuit: { is: 'open', until: 26_000 } }), target('gpt')],
    ...{ today: new Map(), week },
  });
  assert.deepEqual(
    lines.map(({ label, description }) => `${label}: ${description}`),
    ['claude: first choice · paused after failures, next try in 25 s', 'gpt: no. 2 · ready · median 1.9 s'],
  );
});

test('what can be done with a model follows from its state', () => {
  const open = target('claude', { circuit: { is: 'open', until: 26_000 } });
  const lines = modelLines({ targets: [open, target('gpt')], today: new Map(), week: new Map() });
  assert.deepEqual(
    lines.map(({ context }) => context),
    ['target retry pause test', 'target pause test'],
  );
});

test('below a model stand its times, what it did today, why it failed and what it used', () => {
  const today = tallies(
    questionEntry({
      attempts: [
        attemptEntry({ outcome: 'server' }),
        attemptEntry({ number: 2, outcome: 'server' }),
        attemptEntry({ number: 3 }),
      ],
    }),
  );
  const [line] = modelLines({ targets: [target('claude')], today, week: today });
  assert.deepEqual(
    line?.lines?.map(({ label, description }) => `${label}: ${description}`),
    [
      'Time to an answer, 7 days: median 1 s, 95 % within 1 s, first words after 0.3 s',
      'Requests today: 3, 1 answered, 2 failed, 2 repeats',
      'Failures today: server error (2)',
      'Used today: 750 tokens, $0.006',
    ],
  );
});

test('a model that was never asked says its state and nothing else', () => {
  const [line] = modelLines({ targets: [target('claude')], today: new Map(), week: new Map() });
  assert.deepEqual([line?.description, line?.lines], ['first choice · ready', []]);
});

test('a model that is slow, retired, or soon will be says so, with what comes in its place', () => {
  const retired = { day: '2026-08-05', successor: 'claude-opus-4-8', isOver: true };
  const targets = [
    target('old', { retirement: retired }),
    target('soon', { retirement: { day: '2026-12-11', successor: undefined, isOver: false } }),
    target('slow', { slow: { firstTokenMs: 9_000, usualMs: 700, until: 5_000 } }),
  ];
  assert.deepEqual(
    modelLines({ targets, today: new Map(), week: new Map() }).map(({ description }) => description),
    [
      'first choice · ready · retired by its provider; successor: claude-opus-4-8',
      'no. 2 · ready · will be retired on Dec 11',
      'no. 3 · ready · slower than usual: first words after 9 s, usually 0.7 s',
    ],
  );
});
