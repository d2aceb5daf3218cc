import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEntry } from '../../../src/core/journal/journalEntry.ts';
import { DashboardViews } from '../../../src/interaction/dashboard/dashboardViews.ts';
import type { DashboardSources } from '../../../src/interaction/dashboard/sums/dashboardSources.ts';
import type { ChartId, ChartView, DashboardRange, DashboardView } from '../../../src/shared/dashboardProtocol.ts';
import { readToDashboard } from '../../../src/shared/readDashboard.ts';
import {
  attempt,
  circuit,
  dashboardSources,
  fallback,
  journalOf,
  question,
  spending,
} from '../../support/journal/journalEntries.ts';

const hourMs = 3_600_000;
const now = new Date(2026, 10, 20, 15, 30).getTime();

interface Seen {
  readonly range?: DashboardRange;
  readonly at?: number;
  readonly sources?: Partial<DashboardSources>;
}

function seen(entries: readonly JournalEntry[], { range = 'today', at = now, sources = {} }: Seen = {}) {
  const view = new DashboardViews(dashboardSources(entries, { spending: () => spending(), ...sources })).view(
    range,
    at,
  );
  const chart = (id: ChartId): ChartView => view.charts.find(each => each.id === id) ?? assert.fail(id);
  return { view, chart, rows: (id: ChartId) => chart(id).table.rows };
}

test('an empty journal says so, and draws nothing', () => {
  const { view } = seen([], { sources: { spending: () => undefined } });
  assert.equal(view.basis, 'Nothing has been asked yet. The charts fill as you ask.');
  assert.deepEqual(
    view.charts.filter(({ drawing }) => drawing !== undefined),
    [],
  );
  assert.doesNotMatch(JSON.stringify(view), /NaN|Infinity|null/);
});

test('one question is told as one', () => {
  const { chart, rows } = seen([question(now - hourMs)]);
  assert.equal(chart('timeline').summary, 'One question, none answered by another model than the first choice.');
  assert.deepEqual(rows('timeline'), [['2:30 PM', 'Claude', '1 s', 'first choice']]);
  assert.equal(chart('cost').summary, '$0.001 for 600 tokens.');
  assert.equal(chart('fallbacks').summary, 'No answer came from another model than the first choice.');
});

test('a summary says how many another model answered, and most often why', () => {
  const entries = [1, 2, 3].map(hour => question(now - hour * hourMs));
  const passed = [
    fallback(now - 4 * hourMs),
    fallback(now - 5 * hourMs),
    fallback(now - 6 * hourMs, { fallback: { insteadOf: 'one/a', because: 'slow' } }),
  ];
  const { chart, rows } = seen([...entries, ...passed]);
  assert.equal(
    chart('timeline').summary,
    '6 questions, 3 answered by another model than the first choice, most often because: rate limit.',
  );
  assert.deepEqual(rows('fallbacks'), [
    ['rate limit', '2', '67%'],
    ['slow', '1', '33%'],
  ]);
});

// liaohch3/claude-tap #451: cached input was counted on top of the input that it is a part of
test('what a provider remembered of the input is no token more', () => {
  const { chart, rows } = seen([question(now - hourMs, { attempts: [attempt({ cachedInputTokens: 400 })] })]);
  assert.equal(chart('cost').summary, '$0.001 for 600 tokens; providers remembered 80% of the input.');
  assert.deepEqual(rows('cost').at(-1), ['Nov 20', '$0.001', '500', '400', '100', '0']);
});

// pingdotgg/t3code #5799, getagentseal/codeburn #646: a model without a known price stood there as free
test('an unknown price is never told as no cost', () => {
  const { usd: _, ...unpriced } = attempt({ target: 'two/b' });
  const mixed = seen([question(now - hourMs), question(now - 2 * hourMs, { from: 'two/b', attempts: [unpriced] })]);
  assert.deepEqual(mixed.chart('cost').notes, ['The price of 600 tokens is unknown; they are not in the money.']);
  assert.equal(mixed.chart('cost').summary, '$0.001 for 1.2k tokens.');
  const alone = seen([question(now - hourMs, { from: 'two/b', attempts: [unpriced] })]);
  assert.equal(alone.chart('cost').title, 'Tokens by day');
  assert.equal(alone.chart('cost').summary, '600 tokens; what they cost is unknown.');
  assert.deepEqual(alone.rows('cost').at(-1), ['Nov 20', '600', '500', '0', '100', '600']);
});

test('what costs nothing is told as nothing, not as unknown', () => {
  const { chart } = seen([question(now - hourMs, { attempts: [attempt({ usd: 0 })] })]);
  assert.deepEqual([chart('cost').summary, chart('cost').notes], ['$0 for 600 tokens.', []]);
});

test('estimated tokens are said to be so', () => {
  const { chart } = seen([question(now - hourMs, { attempts: [attempt({ spent: 'estimated' })] })]);
  assert.deepEqual(chart('cost').notes, ['600 tokens are estimated, because no provider has reported them.']);
});

test('what was only rehearsed counts nowhere', () => {
  const rehearsed = seen([fallback(now - hourMs, { rehearsed: true })]);
  assert.deepEqual(rehearsed.view.charts, seen([]).view.charts);
});

test('a target that is in no setting any more is shown by its id', () => {
  const { chart, rows } = seen([
    question(now - hourMs, { from: 'gone/model-x', attempts: [attempt({ target: 'gone/model-x' })] }),
  ]);
  assert.equal(rows('timeline')[0]?.[1], 'gone/model-x');
  assert.ok(chart('cost').table.columns.includes('gone/model-x'));
});

test('a target whose name is a key is not named by it', () => {
  const key = 'sk-proj-Ab3dEf6hIj9kLmN0pQrStUvWx';
  const { view } = seen([question(now - hourMs, { from: key, attempts: [attempt({ target: key })] })], {
    sources: { labelOf: () => key },
  });
  assert.doesNotMatch(JSON.stringify(view), /Ab3dEf6h/);
});

test('nothing that only the wire, the user or a workspace knows stands in a view', () => {
  const planted = 'sk-ant-PLANTED-0123456789abcdef';
  const secrets = { id: planted, workspace: planted, model: planted } as const;
  const entries = [
    question(now - hourMs, { ...secrets, attempts: [attempt({ code: planted, requestId: planted })] }),
    question(now - hourMs, { ...secrets, decisions: [{ kind: 'skipped', because: planted, other: planted }] }),
  ];
  for (const range of ['today', 'week', 'month'] as const)
    assert.doesNotMatch(JSON.stringify(seen(entries, { range }).view), /PLANTED/);
});

test('a reason that only a newer version knows is shown as it is called there', () => {
  const because = 'moon-phase' as 'slow';
  const { rows } = seen([fallback(now - hourMs, { fallback: { insteadOf: 'one/a', because } })]);
  assert.deepEqual(rows('fallbacks'), [['moon-phase', '1', '100%']]);
});

// istio/istio #8969, ITLinuxCL/Varnish-Agent-Dashboard #2: shares of nothing were NaN
test('a share of nothing is no number', () => {
  const { chart, rows } = seen([question(now - hourMs, { cache: 'off' })]);
  assert.equal(chart('cache').summary, 'No earlier answer was looked for in this time.');
  assert.deepEqual(rows('cache').at(-1), ['Nov 20', '0', '0', '–']);
});

test('a share of answers from memory is of those that were looked for', () => {
  const hit = question(now - hourMs, {
    cache: 'hit',
    freshness: 'cached',
    attempts: [],
    saved: [{ cause: 'cache', tokens: 600, usd: 0.01 }],
  });
  const { chart, rows } = seen([hit, question(now - 2 * hourMs), question(now - 3 * hourMs, { cache: 'off' })]);
  assert.equal(chart('cache').summary, '1 of 2 questions had an earlier answer (50%).');
  assert.equal(chart('saved').summary, 'About 600 tokens and $0.01 were not spent.');
  assert.deepEqual(rows('timeline')[0], ['2:30 PM', 'Claude', '1 s', 'earlier answer']);
});

test('nothing is saved below zero', () => {
  const { chart } = seen([question(now - hourMs, { saved: [{ cause: 'tier', tokens: -50, usd: -1 }] })]);
  assert.equal(chart('saved').summary, 'Nothing was saved in this time.');
});

test('a clock that was set back leaves what is still to come out of today', () => {
  const { chart } = seen([question(now + 40 * hourMs), question(now - hourMs)]);
  assert.match(chart('timeline').summary, /^One question/);
  const later = seen([question(now + hourMs), question(now - hourMs)]);
  assert.match(later.chart('timeline').summary, /^2 questions/); // of the same day
});

test('a journal that begins later than the range says since when', () => {
  const { view } = seen([question(now - 3 * 24 * hourMs)], { range: 'month' });
  assert.equal(view.basis, 'Since Nov 17, as far as the journal reaches. Only from this machine.');
  assert.equal(
    seen([question(now - 3 * 24 * hourMs)]).view.basis,
    'From the journal on this machine, whole days by the local clock.',
  );
});

// lidge-jun/opencodex #500: a log of 200 000 lines was read anew for every look
test('100 000 entries make a view as small as that of a few, which the page takes', () => {
  for (const range of ['today', 'week', 'month'] as const) {
    const { view, chart } = seen(journalOf(100_000, now), { range });
    const text = JSON.stringify({ kind: 'view', view });
    assert.ok(text.length < 160_000, `${range}: ${text.length}`);
    assert.notEqual(readToDashboard(JSON.parse(text)), undefined);
    assert.equal(chart('timeline').drawing?.kind, 'bars');
  }
});

test('what is counted by time adds up to what is told', () => {
  const { chart, rows } = seen(journalOf(20_000, now), { range: 'month' });
  const columns = chart('timeline').table.columns;
  const sum = (name: string): number =>
    rows('timeline').reduce((total, row) => total + Number((row[columns.indexOf(name)] ?? '').replace(',', '')), 0);
  assert.match(
    chart('timeline').summary,
    new RegExp(`^20,000 questions, ${sum('Another than the first choice').toLocaleString('en')} answered`),
  );
});

test('a second look after one more question sums up only what changed, and says the same as a first one', () => {
  const entries = journalOf(3_000, now);
  const sources = dashboardSources(entries);
  const views = new DashboardViews(sources);
  views.view('month', now);
  const one = question(now - 1_000);
  sources.metrics.add(one);
  sources.entries.add(one);
  const byDay = ({ charts }: DashboardView) =>
    charts.filter(({ id }) => ['latency', 'cache', 'confidence'].includes(id));
  assert.deepEqual(byDay(views.view('month', now)), byDay(new DashboardViews(sources).view('month', now)));
});

test('after the journal was cleared nothing of it is left', () => {
  const sources = dashboardSources(journalOf(3_000, now));
  const views = new DashboardViews(sources);
  views.view('month', now);
  sources.metrics.clear();
  sources.entries.clear();
  assert.deepEqual(views.view('month', now), new DashboardViews(dashboardSources([])).view('month', now));
});

test('a target keeps its look while others become busier', () => {
  const sources = dashboardSources([question(now - 2 * hourMs)]);
  const views = new DashboardViews(sources);
  const looksOf = () => {
    const { drawing } = views.view('today', now).charts.find(({ id }) => id === 'cost') ?? assert.fail();
    return drawing?.kind === 'bars' ? drawing.series.map(({ name, look }) => `${name} ${look}`) : [];
  };
  assert.deepEqual(looksOf(), ['Claude 0']);
  for (const minute of [1, 2, 3]) {
    const other = question(now - minute * 60_000, { from: 'two/b', attempts: [attempt({ target: 'two/b' })] });
    sources.metrics.add(other);
    sources.entries.add(other);
  }
  assert.deepEqual(looksOf(), ['Claude 0', 'GPT 1']);
});

test('more targets than looks share the last one', () => {
  const entries = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((target, at) =>
    question(now - at * hourMs, { from: target, attempts: [attempt({ target })] }),
  );
  const { chart } = seen(entries);
  assert.deepEqual(chart('cost').table.columns.slice(1, 7), ['a', 'b', 'c', 'd', 'e', 'Other models']);
});

test('when a circuit was open is drawn above the questions, and told in words', () => {
  const entries = [
    question(now - 5 * hourMs),
    circuit(now - 3 * hourMs),
    circuit(now - 2.5 * hourMs, { before: 'open', after: 'half-open' }),
    circuit(now - 2.4 * hourMs, { before: 'half-open', after: 'closed' }),
  ];
  const { chart } = seen(entries);
  assert.deepEqual(chart('timeline').notes, [
    'Claude: paused: paused after failures, 12:30 PM–1:00 PM; being tried again, 1:00 PM–1:06 PM',
  ]);
  const { drawing } = chart('timeline');
  assert.deepEqual(
    drawing?.kind === 'points' &&
      drawing.lanes[0]?.spans.map(({ from, to }) => [now - from, now - to].map(ms => ms / hourMs)),
    [
      [3, 2.5],
      [2.5, 2.4],
    ],
  );
});

test('the budget is told as the ledger counts it, with the day on which it ends', () => {
  const measures = [
    { which: 'day', used: 150_000, limit: 200_000 },
    { which: 'month', used: 3_000_000, limit: 4_000_000 },
    { which: 'money', used: 3, limit: 0 },
  ] as const;
  const { chart } = seen([question(now - hourMs)], {
    sources: {
      spending: () => spending({ measures }),
      forecast: () => ({ atEnd: 4_500_000, reachedAt: new Date(2026, 10, 27).getTime() }),
    },
  });
  assert.equal(chart('budget-days').summary, '150k of 200k tokens today.');
  assert.equal(chart('budget-month').summary, '3M of 4M tokens this month. At this pace it ends on Nov 27.');
  assert.equal(chart('budget-money').summary, '$3.00 this month. There is no limit.');
});
