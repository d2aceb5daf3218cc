import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe, type StatusView } from '../../../src/core/status/status.ts';
import type { TargetView } from '../../../src/core/status/targetStatus.ts';

const nowMs = 50_000;

const target = (label: string, more: Partial<TargetView> = {}): TargetView => ({
  id: label.toLowerCase(),
  label,
  circuit: { is: 'closed' },
  cooldown: undefined,
  ...more,
});

const claude = target('Claude');
const gpt = target('GPT');
const open = { circuit: { is: 'open', until: nowMs + 23_000 } } as const;
const rested = { circuit: { is: 'open', until: nowMs } } as const;

function status(more: Partial<StatusView> = {}) {
  const view: StatusView = {
    targets: [claude, gpt],
    working: undefined,
    restricted: false,
    enabled: true,
    localOnly: false,
    offline: false,
    nowMs,
    ...more,
  };
  return describe(view);
}

const working = { label: 'Claude', position: 1, of: 2 };

test('when every circuit is closed it shows the icon of Steadfast and who answers', () => {
  const { state, icon, severity, subject, changesInMs } = status();
  assert.deepEqual(
    [state, icon, severity, subject?.label, changesInMs],
    ['closed', 'steadfast-logo', 'none', 'Claude', Infinity],
  );
});

test('an open primary is a warning and names who would be asked instead', () => {
  const { state, severity, subject } = status({ targets: [target('Claude', open), gpt] });
  assert.deepEqual([state, severity, subject], ['fallback', 'warning', { label: 'GPT', position: 2, of: 2 }]);
});

test('an open target further down is said without a warning', () => {
  const { state, severity, subject } = status({ targets: [claude, target('GPT', open)] });
  assert.deepEqual([state, severity, subject?.label], ['fallback', 'none', 'Claude']);
});

test('a target whose rest is over is to be tried again', () => {
  const { state, subject, targets } = status({ targets: [target('Claude', rested), gpt] });
  assert.deepEqual([state, subject?.label, targets[0]?.restMs], ['half-open', 'Claude', undefined]);
});

test('when everybody rests all is paused, also while somebody waits', () => {
  const { state, severity, subject } = status({
    targets: [target('Claude', open), target('GPT', { circuit: { is: 'paused' } })],
  });
  assert.deepEqual([state, severity, subject], ['all-paused', 'error', undefined]);
});

test('a probe of the last target is not all paused', () => {
  const { state } = status({ targets: [target('Claude', { circuit: { is: 'half-open' } }), target('GPT', open)] });
  assert.equal(state, 'half-open');
});

const fallback = { kind: 'fallback', by: 'gpt', insteadOf: 'claude', because: 'server-not-running' } as const;
const unanswered = { kind: 'unanswered', because: 'unreachable' } as const;
const rejected = { cooldown: { because: 'credential', until: Infinity } } as const;
const low = {
  measures: [{ which: 'day', used: 90, limit: 100 }],
  isEstimated: false,
  isKept: true,
  warnAt: 0.8,
  shown: 'budget',
} as const;

test('an answer of another than the first choice is said although every circuit is closed', () => {
  const { state, severity, subject } = status({ outcome: fallback });
  assert.deepEqual([state, severity, subject?.label], ['fallback', 'warning', 'GPT']);
});

test('a question without an answer is an error although every circuit is closed', () => {
  const { state, severity } = status({ outcome: unanswered });
  assert.deepEqual([state, severity], ['no-answer', 'error']);
});

test('a model that the next question tries again is shown, and who stood in for it is told besides', () => {
  const { state, also, subject } = status({ outcome: fallback, targets: [target('Claude', rested), gpt] });
  assert.deepEqual([state, also, subject?.label], ['half-open', ['fallback'], 'Claude']);
});

test('what the first choice answered needs no word', () => {
  assert.equal(status({ outcome: { kind: 'first' } }).state, 'closed');
});

test('an outcome whose models have left the chain is forgotten', () => {
  const states = [fallback, unanswered].map(outcome => status({ outcome, targets: [gpt] }).state);
  assert.deepEqual([...states, status({ outcome: unanswered, targets: [] }).state], ['closed', 'no-answer', 'set-up']);
});

test('a rejected key is an error of its own, alone as well as beside others', () => {
  const chains = [[target('Claude', rejected)], [target('Claude', rejected), gpt], [claude, target('GPT', rejected)]];
  const said = chains
    .map(targets => status({ targets, outcome: fallback }))
    .map(({ state, severity, subject }) => ({
      state,
      severity,
      subject: subject?.label,
    }));
  assert.deepEqual(
    said.map(({ state, severity, subject }) => [state, severity, subject]),
    [
      ['key-rejected', 'error', 'Claude'],
      ['key-rejected', 'error', 'Claude'],
      ['key-rejected', 'error', 'GPT'],
    ],
  );
});

test('of two states the worse is shown, and the other is not lost', () => {
  const both = [
    status({ outcome: fallback, budget: low }),
    status({ outcome: unanswered, budget: low }),
    status({ outcome: fallback, targets: [target('Claude', rejected), gpt], budget: low }),
    status({ outcome: fallback, offline: true }),
    status({ outcome: fallback, working }),
  ].map(({ state, also }) => [state, ...also]);
  assert.deepEqual(both, [
    ['fallback', 'budget-low'],
    ['no-answer', 'budget-low'],
    ['key-rejected', 'fallback', 'budget-low'],
    ['offline'],
    ['working', 'fallback'],
  ]);
});

test('a target further down the chain that works is said with its place', () => {
  const { state, subject } = status({ working: { label: 'GPT', position: 2, of: 3 } });
  assert.deepEqual([state, subject], ['working-on-fallback', { label: 'GPT', position: 2, of: 3 }]);
});

test('targets without a key are no targets yet', () => {
  const { state } = status({ targets: [target('Claude', { barred: 'no-key' })] });
  assert.equal(state, 'set-up');
});

test('the first target with a key is the primary', () => {
  const { severity } = status({
    targets: [target('Claude', { barred: 'no-key' }), target('GPT', open), target('Local')],
  });
  assert.equal(severity, 'warning');
});

test('a target that only waits for consent is ready', () => {
  assert.equal(status({ targets: [target('Claude', { barred: 'not-confirmed' })] }).state, 'closed');
});

test('of circuit and gate the one counts that lasts longer', () => {
  const gate = { because: 'cooling-down', until: nowMs + 60_000 } as const;
  const { targets } = status({ targets: [target('Claude', { ...open, cooldown: gate }), gpt] });
  assert.deepEqual([targets[0]?.condition, targets[0]?.restMs], ['cooling-down', 60_000]);
});

test('a gate that has passed holds nobody back', () => {
  const { state } = status({ targets: [target('Claude', { cooldown: { because: 'quota', until: nowMs } })] });
  assert.equal(state, 'closed');
});

test('it says in how long time alone changes it', () => {
  const { changesInMs } = status({ targets: [target('Claude', open), target('GPT', { circuit: { is: 'paused' } })] });
  assert.equal(changesInMs, 23_000);
});

test('the worst state wins, in this order', () => {
  const resting = [target('Claude', open), target('GPT', open)];
  const probing = [target('Claude', rested), target('GPT', open)];
  const states = [
    status({ restricted: true, enabled: false, offline: true, targets: resting, working }),
    status({ enabled: false, offline: true, targets: resting, working }),
    status({ offline: true, targets: resting, working }),
    status({ targets: resting, working }),
    status({ targets: probing, working }),
    status({ targets: probing }),
    status({ targets: [target('Claude', open), gpt], localOnly: true }),
    status({ targets: [], localOnly: true }),
    status({ localOnly: true }),
    status(),
  ].map(({ state }) => state);
  assert.deepEqual(states, [
    'restricted',
    'paused',
    'offline',
    'all-paused',
    'working',
    'half-open',
    'fallback',
    'set-up',
    'local',
    'closed',
  ]);
});

test('without a network a model on this machine can be asked: a warning, no error', () => {
  const here = target('Here', { loopback: true });
  const resting = target('Here', { loopback: true, ...open });
  const severities = [[claude, here], [claude, resting], [claude]].map(
    targets => status({ offline: true, targets }).severity,
  );
  assert.deepEqual(severities, ['warning', 'error', 'error']);
});

test('without a network nobody elsewhere is said to be ready', () => {
  const { targets } = status({ offline: true, targets: [claude, target('Here', { loopback: true })] });
  assert.deepEqual(
    targets.map(({ condition }) => condition),
    ['half-open', 'closed'],
  );
});

test('who asks models on this machine only is not offline', () => {
  assert.equal(status({ offline: true, targets: [target('Here', { loopback: true })] }).state, 'closed');
});

test('of who was passed over those are forgotten that have left the chain', () => {
  const others = [
    { insteadOf: 'gone', because: 'slow' },
    { insteadOf: 'local', because: 'overloaded' },
  ] as const;
  const { outcome } = status({ outcome: { ...fallback, others }, targets: [claude, gpt, target('Local')] });
  assert.deepEqual(outcome, { ...fallback, others: [others[1]] });
});

test('a slow target is said to be slow until that is no news, and the status changes then by time alone', () => {
  const slow = { firstTokenMs: 9_000, usualMs: 1_000, until: nowMs + 60_000 };
  const now = status({ targets: [target('Claude', { slow }), gpt] });
  assert.deepEqual(
    [now.state, now.changesInMs, now.targets[0]?.slow],
    ['closed', 60_000, { firstTokenMs: 9_000, usualMs: 1_000, forMs: 60_000 }],
  );
  const later = status({ targets: [target('Claude', { slow }), gpt], nowMs: nowMs + 60_000 });
  assert.deepEqual([later.changesInMs, later.targets[0]?.slow], [Infinity, undefined]);
});
