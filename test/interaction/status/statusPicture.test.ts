import assert from 'node:assert/strict';
import { test } from 'node:test';
import MarkdownIt from 'markdown-it';
import { describe, type StatusState, type StatusView } from '../../../src/core/status/status.ts';
import type { TargetView } from '../../../src/core/status/targetStatus.ts';
import { pictureHoldsMs, pictureOf } from '../../../src/interaction/status/statusPicture.ts';
import { assertReadable } from '../text/everyRow.ts';

const nowMs = 50_000;
const target = (label: string, more: Partial<TargetView> = {}): TargetView => ({
  id: label.toLowerCase(),
  label,
  circuit: { is: 'closed' },
  cooldown: undefined,
  ...more,
});
const open = { circuit: { is: 'open', until: nowMs + 23_000 } } as const;

const statusOf = (more: Partial<StatusView>) =>
  describe({
    targets: [target('Claude'), target('GPT')],
    working: undefined,
    restricted: false,
    enabled: true,
    localOnly: false,
    offline: false,
    nowMs,
    ...more,
  });

const budget = (used: number, shown: 'budget' | 'tokens' | 'cost' | 'icon' = 'budget') => ({
  measures: [
    { which: 'day', used, limit: 200_000 },
    { which: 'month', used, limit: 1_000_000 },
    { which: 'money', used: used / 1_000_000, limit: 0 },
  ] as const,
  isEstimated: false,
  isKept: true,
  warnAt: 0.8,
  shown,
});

/** A view in every state. */
const views: Readonly<Record<StatusState, Partial<StatusView>>> = {
  restricted: { restricted: true },
  paused: { enabled: false },
  'budget-spent': { budget: budget(200_000), offline: true },
  offline: { offline: true },
  'all-paused': { targets: [target('Claude', open)] },
  working: { working: { label: 'Claude', position: 1, of: 3 } },
  'working-on-fallback': { working: { label: 'GPT', position: 2, of: 3 } },
  'key-rejected': { targets: [target('Claude', { cooldown: { because: 'credential', until: Infinity } })] },
  'no-answer': { outcome: { kind: 'unanswered', because: 'server-not-running' } },
  'half-open': { targets: [target('Claude', { circuit: { is: 'half-open' } })] },
  fallback: { targets: [target('Claude', open), target('GPT')] },
  'budget-low': { budget: budget(165_000) },
  'set-up': { targets: [] },
  local: { localOnly: true },
  closed: {},
};

const withoutIcon = (text: string): string => text.replace(/^\$\([\w~-]+\) ?/, '');

test('the text of every state', () => {
  const texts = Object.entries(views).map(([state, view]) => [state, pictureOf(statusOf(view)).text]);
  assert.deepEqual(Object.fromEntries(texts), {
    restricted: '$(shield) Restricted',
    paused: '$(debug-pause) Paused',
    'budget-spent': '$(circle-slash) Budget',
    offline: '$(debug-disconnect) Offline',
    'all-paused': '$(circle-slash) All paused',
    working: '$(loading~spin) Claude',
    'working-on-fallback': '$(sync~spin) GPT (2/3)',
    'key-rejected': '$(key) Key rejected',
    'no-answer': '$(error) No answer',
    'half-open': '$(sync) Trying next',
    fallback: '$(warning) Fallback',
    'budget-low': '$(graph) 82%',
    'set-up': '$(plug) No model',
    local: '$(lock) Local',
    closed: '$(steadfast-logo) Claude',
  });
});

test('every state reads well aloud and differs from the others', () => {
  const labels = Object.values(views).map(view => pictureOf(statusOf(view)).label);
  for (const label of labels) assertReadable(label, 100);
  assert.equal(new Set(labels).size, labels.length);
});

test('the text never has more than 18 characters and keeps the place in the chain', () => {
  const label = 'Claude with a very long name indeed';
  for (const position of [1, 2, 199]) {
    const text = withoutIcon(pictureOf(statusOf({ working: { label, position, of: 200 } })).text);
    assert.ok(text.length <= 18, text);
    if (position > 1) assert.ok(text.endsWith(` (${position}/200)`), text);
  }
});

test('what is too long is cut between words, where enough of it is left', () => {
  const outcome = { kind: 'fallback', by: 'gpt', insteadOf: 'claude', because: 'overloaded' } as const;
  const gpt = target('GPT', { label: 'OpenAI practice' });
  const texts = [
    pictureOf(statusOf({ outcome, targets: [target('Claude'), gpt] })).text,
    pictureOf(statusOf({ targets: [target('Anthropic practice')], budget: budget(69_999) })).text,
    pictureOf(statusOf({ targets: [target('claude-sonnet-4-5-20260929')], budget: budget(69_999) })).text,
  ];
  assert.deepEqual(texts.map(withoutIcon), ['Fallback: OpenAI…', 'Anthropic… 34%', 'claude-sonnet… 34%']);
});

test('a label cannot bring an icon or a second line into the status bar', () => {
  const working = { label: '$(zap)\n\u202eGPT', position: 1, of: 1 };
  assert.equal(pictureOf(statusOf({ working })).text, '$(loading~spin) (zap) GPT');
});

test('beside who answers stands what the user wants to see of the budget', () => {
  const texts = (['budget', 'tokens', 'cost', 'icon'] as const).map(
    shown => pictureOf(statusOf({ budget: budget(69_999, shown) })).text,
  );
  assert.deepEqual(texts.map(withoutIcon), ['Claude 34%', 'Claude 70k', 'Claude $0.07', 'Claude']);
});

test('the tooltip tells every limit, and what is only estimated or not kept', () => {
  const { tooltip } = pictureOf(
    statusOf({ budget: { ...budget(500), isEstimated: true, isKept: false, saved: { tokens: 1_250, usd: 0.004 } } }),
  );
  const text = new MarkdownIt().render(tooltip).replace(/<[^>]+>/g, '');
  assert.match(
    text,
    /≈ 500 of 200k tokens today; ≈ 500 of 1M tokens this month; ≈ \$0.0005 this month; ≈ 1.3k tokens and \$0.004 saved this month/,
  );
  assert.match(text, /Usage cannot be saved now/);
});

test('a screen reader hears who rests, why and for how long', () => {
  const { label } = pictureOf(statusOf(views.fallback));
  assert.equal(label, 'Steadfast: GPT answers next; Claude paused after failures, next try in 25 s');
});

test('without a network it is said who answers on this machine, or that nobody does', () => {
  const here = target('Here', { loopback: true });
  const labels = [[target('Claude'), here], [target('Claude')]].map(
    targets => pictureOf(statusOf({ offline: true, targets })).label,
  );
  assert.deepEqual(labels, [
    'Steadfast: no network; Here on this machine answers',
    'Steadfast: no network, answers from the editor',
  ]);
});

test('only what is not as it should be has a background', () => {
  const coloured = Object.entries(views)
    .map(([state, view]) => [state, pictureOf(statusOf(view)).severity])
    .filter(([, severity]) => severity !== 'none');
  assert.deepEqual(coloured, [
    ['budget-spent', 'error'],
    ['offline', 'error'],
    ['all-paused', 'error'],
    ['key-rejected', 'error'],
    ['no-answer', 'error'],
    ['fallback', 'warning'],
    ['budget-low', 'warning'],
  ]);
});

test('who answered in place of the first choice, and why, is text, tooltip and label', () => {
  const outcome = { kind: 'fallback', by: 'gpt', insteadOf: 'claude', because: 'server-not-running' } as const;
  const { text, tooltip, label } = pictureOf(statusOf({ outcome, budget: budget(165_000) }));
  const sentence = 'Steadfast: GPT answered instead of Claude: server not running; little of the budget is left: ';
  assert.deepEqual([text, label.startsWith(sentence)], ['$(warning) Fallback: GPT', true], label);
  assert.ok(new MarkdownIt().render(tooltip).includes(sentence));
});

test('the tooltip has a row for each target, with circuit, median, last failure and next try', () => {
  const tenPastNine = new Date(2026, 0, 1, 9, 10).getTime(); // of this machine's day

  const targets = [
    target('Claude', { ...open, lastFailure: { kind: 'silent', wallMs: tenPastNine } }),
    target('GPT', { p50Ms: 1_234 }),
  ];
  const rows = rowsOf(pictureOf(statusOf({ targets })).tooltip);
  assert.deepEqual(rows, [
    ['Claude', '$(warning) paused after failures', '–', 'no answer in time (9:10 AM)', '25 s'],
    ['GPT', '$(pass) ready', '1.2 s', '–', '–'],
  ]);
});

test('a label cannot bring a link, a cell, an icon or HTML into the tooltip', () => {
  const label = '[x](command:evil)|<b>$(zap)';
  const { tooltip } = pictureOf(statusOf({ targets: [target(label, open)] }));
  const html = new MarkdownIt({ html: true }).render(tooltip);
  assert.deepEqual(
    [rowsOf(tooltip)[0]?.length, [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href), html.includes('<b>')],
    [5, ['command:steadfast.showMenu', 'command:steadfast.openDashboard', 'command:steadfast.showLog'], false],
  );
  assert.doesNotMatch(html, /\$\(zap\)/);
});

test('questions kept for later are told in the tooltip, with a link to them, and aloud', () => {
  const { tooltip, label, text } = pictureOf(statusOf({}), undefined, 2);
  assert.match(new MarkdownIt().render(tooltip), /href="command:steadfast.showQueue">2 questions kept for later</);
  assert.equal(label, 'Steadfast: Claude answers next; 2 models are ready; 2 questions kept for later');
  assert.equal(text, pictureOf(statusOf({})).text);
});

test('a picture with a wait holds until the wait would read differently', () => {
  const paused = target('GPT', { circuit: { is: 'paused' } });
  assert.deepEqual(
    [{ targets: [target('Claude', open), paused] }, { targets: [paused] }, {}].map(view =>
      pictureHoldsMs(statusOf(view)),
    ),
    [3_000, Infinity, Infinity],
  );
});

function rowsOf(markdown: string): readonly (readonly string[])[] {
  const html = new MarkdownIt().render(markdown);
  const cells = html.split('<tr>').map(row => [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell));
  return cells.filter(row => row.length > 0);
}

const textOf = (markdown: string): string => new MarkdownIt().render(markdown).replace(/<[^>]+>/g, '');

test('the tooltip tells what today cost beside the month, and nothing of a day that cost nothing', () => {
  const tooltips = [0.042, 0].map(todayUsd =>
    textOf(pictureOf(statusOf({ budget: { ...budget(500), todayUsd } })).tooltip),
  );
  assert.match(tooltips[0] ?? '', /500 of 1M tokens this month; \$0.042 today; \$0.0005 this month/);
  assert.doesNotMatch(tooltips[1] ?? '', /\$0 today/);
});

test('the tooltip tells which model is slow, and how slow, until that is no news', () => {
  const slow = { firstTokenMs: 12_400, usualMs: 1_100, until: nowMs + 30_000 };
  const now = statusOf({ targets: [target('Claude', { slow }), target('GPT')] });
  assert.match(textOf(pictureOf(now).tooltip), /Claude: slower than usual: first words after 12 s, usually 1.1 s/);
  assert.equal(pictureHoldsMs(now), 30_000);
});

test('the tooltip names what comes in place of a model that its vendor has retired, and is silent of one that is there', () => {
  const retirement = { day: '2026-08-05', successor: 'claude-opus-4-8', isOver: true };
  const gone = pictureOf(statusOf({ targets: [target('Old', { retirement })] })).tooltip;
  const there = pictureOf(
    statusOf({ targets: [target('Old', { retirement: { ...retirement, isOver: false } })] }),
  ).tooltip;
  assert.match(textOf(gone), /Old: retired by its provider; successor: claude-opus-4-8/);
  assert.doesNotMatch(textOf(there), /retired|successor/);
});

test('the tooltip tells of everybody who was passed over, where the sentence of the status does not', () => {
  const outcome = { kind: 'fallback', by: 'local', insteadOf: 'claude', because: 'cooling-down' } as const;
  const others = [{ insteadOf: 'gpt', because: 'overloaded' }] as const;
  const targets = [target('Claude'), target('GPT'), target('Local')];
  const told = [
    { targets, outcome },
    { targets, outcome: { ...outcome, others } },
    { targets: targets.map(each => ({ ...each, circuit: open.circuit })), outcome },
  ].map(view => / Passed over: [^\n]*/.exec(textOf(pictureOf(statusOf(view)).tooltip))?.[0].trim());
  assert.deepEqual(told, [
    undefined,
    'Passed over: Claude (rate limit), GPT (overloaded)',
    'Passed over: Claude (rate limit)',
  ]);
});
