import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe } from '../../../src/core/status/status.ts';
import type { TargetView } from '../../../src/core/status/targetStatus.ts';
import type { Running } from '../../../src/core/status/activity.ts';
import { commandIds } from '../../../src/interaction/platform/commandIds.ts';
import { statusMenuEntries } from '../../../src/interaction/status/statusMenuEntries.ts';
import { targetActionText, type TargetAction } from '../../../src/interaction/status/targetAction.ts';
import { assertReadable } from '../text/everyRow.ts';

const nowMs = 50_000;
const target = (id: string, more: Partial<TargetView> = {}): TargetView => ({
  id,
  label: id.toUpperCase(),
  circuit: { is: 'closed' },
  cooldown: undefined,
  ...more,
});
const running = (label: string): Running => ({
  id: label,
  target: label,
  label,
  position: 1,
  of: 1,
  startedAt: nowMs - 4_000,
});

function entries(targets: readonly TargetView[], ...questions: readonly Running[]) {
  const status = describe({
    targets,
    working: undefined,
    restricted: false,
    enabled: true,
    localOnly: false,
    offline: false,
    nowMs,
  });
  return statusMenuEntries({ status, running: questions, nowMs });
}

test('the menu begins with what runs and what one does, then who answers, the budget, the setup and help', () => {
  const sections = entries([target('one')], running('One')).filter(({ kind }) => kind === 'section');
  assert.deepEqual(
    sections.map(({ label }) => label),
    ['Now', 'Ask', 'Models', 'Budget', 'Setup', 'Help'],
  );
});

test('while nothing runs and nothing is set up the setup comes first', () => {
  const sections = entries([]).filter(({ kind }) => kind === 'section');
  assert.deepEqual(
    sections.map(({ label }) => label),
    ['Setup', 'Help'],
  );
});

test('what runs is said beside the way to cancel it', () => {
  const said = [[running('One')], [running('One'), running('Two')]].map(questions => entries([], ...questions)[1]);
  assert.deepEqual(
    said.map(entry => entry?.kind === 'command' && [entry.command, entry.description]),
    [
      ['steadfast.cancel', 'asking One, 4 s so far'],
      ['steadfast.cancel', '2 questions running'],
    ],
  );
});

test('questions kept for later are counted beside the way to their list', () => {
  const status = describe({
    targets: [],
    working: undefined,
    restricted: false,
    enabled: true,
    localOnly: false,
    offline: false,
    nowMs,
  });
  const said = [0, 1, 3].map(waiting => statusMenuEntries({ status, running: [], waiting, nowMs }).slice(0, 2));
  assert.deepEqual(
    said.map(([section, entry]) => [section?.label, entry?.kind === 'command' && [entry.command, entry.description]]),
    [
      ['Setup', ['steadfast.setKey', '']],
      ['Later', ['steadfast.showQueue', '1 question kept for later']],
      ['Later', ['steadfast.showQueue', '3 questions kept for later']],
    ],
  );
});

test('that the budget cannot be written down is said beside the way to the log', () => {
  const view = { targets: [target('a')], working: undefined, restricted: false, enabled: true, localOnly: false };
  const said = [true, false].map(isKept => {
    const budget = { measures: [], isEstimated: false, isKept, warnAt: 0.8, shown: 'budget' } as const;
    const status = describe({ ...view, offline: false, budget, nowMs });
    return statusMenuEntries({ status, running: [], nowMs }).filter(({ label }) => label === 'Usage Not Saved');
  });
  const description = 'counted only in this window; the log shows the reason';
  const entry = {
    kind: 'command',
    command: 'steadfast.showLog',
    icon: 'warning',
    label: 'Usage Not Saved',
    description,
  };
  assert.deepEqual(said, [[], [entry]]);
});

test('a target says its state and offers what helps in it', () => {
  const tenPastNine = new Date(2026, 0, 1, 9, 10).getTime(); // of this machine's day

  const targets = [
    target('a', { p50Ms: 900 }),
    target('b', {
      circuit: { is: 'open', until: nowMs + 23_000 },
      lastFailure: { kind: 'server', wallMs: tenPastNine },
    }),
    target('c', { circuit: { is: 'paused' } }),
    target('d', { cooldown: { because: 'credential', until: Infinity } }),
    target('e', { barred: 'no-key' }),
  ];
  const told = entries(targets).flatMap(entry =>
    entry.kind === 'target' ? [[entry.label, entry.description, entry.actions.join()]] : [],
  );
  assert.deepEqual(told, [
    ['A', 'ready · median 0.9 s', 'pause,test'],
    ['B', 'paused after failures, next try in 25 s · last failure: server error (9:10 AM)', 'retry,pause,test'],
    ['C', 'paused by you', 'resume,test'],
    ['D', 'API key rejected', 'retry,pause,test'],
    ['E', 'no API key', 'test'],
  ]);
});

test('every command of the menu exists', () => {
  const used = entries([], running('One')).flatMap(entry => (entry.kind === 'command' ? [entry.command] : []));
  assert.deepEqual(
    used.filter(command => !commandIds.includes(command)),
    [],
  );
});

test('every action has words', () => {
  const actions: readonly TargetAction[] = ['retry', 'pause', 'resume', 'test'];
  for (const action of actions) assertReadable(targetActionText(action), 20);
});
