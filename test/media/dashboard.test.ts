import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEntry } from '../../src/core/journal/journalEntry.ts';
import { DashboardViews } from '../../src/interaction/dashboard/dashboardViews.ts';
import type { DashboardRange, ToDashboard } from '../../src/shared/dashboardProtocol.ts';
import {
  circuit,
  dashboardSources,
  fallback,
  journalOf,
  question,
  spending,
} from '../support/journal/journalEntries.ts';
import { withDashboardPage, type DashboardPage } from './support/dashboardPage.ts';

const { open } = withDashboardPage();

const hourMs = 3_600_000;
const now = new Date(2026, 10, 20, 15, 30).getTime();
const few: readonly JournalEntry[] = [
  question(now - 5 * hourMs),
  fallback(now - 4 * hourMs),
  circuit(now - 4 * hourMs),
  question(now - hourMs),
];

const viewOf = (entries = few, range: DashboardRange = 'today'): ToDashboard => ({
  kind: 'view',
  view: new DashboardViews(dashboardSources(entries, { spending: () => spending() })).view(range, now),
});

const sectionOf = ({ page }: DashboardPage, title: string) => page.getByRole('region', { name: title, exact: true });

test('the dashboard says that it is ready, with the range of before', async () => {
  const first = await open();
  assert.deepEqual(await first.posted(), [{ kind: 'ready', range: 'today' }]);
  const again = await open({ state: { range: 'month', tables: ['cost', 'nothing'], scrollTop: 0 } });
  assert.deepEqual(await again.posted(), [{ kind: 'ready', range: 'month' }]);
});

// chartjs/Chart.js #5208 and #8108: the library's styles were stopped by the page's policy
test('everything is drawn within the policy of the page, and nothing is fetched', async () => {
  const dashboard = await open();
  await dashboard.tell(viewOf());
  assert.deepEqual([await dashboard.violations(), dashboard.requests], [[], []]);
  const painted = await dashboard.page.evaluate(`[...document.querySelectorAll('.stage canvas')].map(canvas => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.some(value => value !== 0);
  })`);
  assert.deepEqual(painted, [true, true, true, true, true, true, true]); // nothing was saved, the rest are rows
});

test('a choice of the range is told and kept', async () => {
  const dashboard = await open();
  await dashboard.tell(viewOf());
  await dashboard.posted();
  await dashboard.page.getByRole('radio', { name: 'Today' }).press('ArrowRight');
  assert.deepEqual(await dashboard.posted(), [{ kind: 'range', range: 'week' }]);
  assert.deepEqual(await dashboard.state(), { range: 'week', tables: [], scrollTop: 0 });
});

test('every chart is a table at the press of a key, and stays one', async () => {
  const dashboard = await open();
  await dashboard.tell(viewOf());
  const cost = sectionOf(dashboard, 'Cost by day');
  await cost.getByRole('button', { name: 'Show as table' }).press('Enter');
  const table = cost.getByRole('table', { name: 'Cost by day' });
  assert.match(await table.innerText(), /Nov 20\s+\$0\.002\s+\$0\.001\s+1\.5k\s+0\s+300\s+0/);
  assert.deepEqual(await dashboard.state(), { range: 'today', tables: ['cost'], scrollTop: 0 });
  await dashboard.tell(viewOf([...few, question(now - 60_000)]));
  assert.match(await table.innerText(), /Nov 20\s+\$0\.003/);
  assert.equal(await dashboard.page.evaluate('document.activeElement.textContent'), 'Show as chart');
});

test('a chart is walked by arrow keys, and says what is there', async () => {
  const dashboard = await open();
  await dashboard.tell(viewOf());
  const walker = sectionOf(dashboard, 'Questions').getByRole('slider');
  await walker.focus();
  const said = async () => (await walker.getAttribute('aria-valuetext')) ?? '';
  assert.match(await said(), /Claude · 1s · first choice$/);
  await walker.press('ArrowLeft');
  assert.match(await said(), /GPT · 1s · instead of Claude: rate limit$/);
  await walker.press('Home');
  assert.equal(await walker.getAttribute('aria-valuenow'), '1');
  assert.match(await sectionOf(dashboard, 'Questions').locator('.readout').innerText(), /Claude · 1s/);
  await walker.press('ArrowLeft');
  assert.equal(await walker.getAttribute('aria-valuenow'), '1');
});

test('the pointer finds the question that it is at', async () => {
  const dashboard = await open({ width: 1_000 });
  await dashboard.tell(viewOf([question(new Date(2026, 10, 20, 12).getTime(), { tookMs: 1_000 })]));
  const over = sectionOf(dashboard, 'Questions').locator('.u-over');
  await over.hover();
  assert.match(
    await sectionOf(dashboard, 'Questions').locator('.readout').innerText(),
    /Nov 20, 12:00 PM · Claude · 1s/,
  );
});

test('what changed is drawn while the rest stays, with the focus and the place in a table', async () => {
  const dashboard = await open({ height: 500, state: { range: 'today', tables: ['timeline'], scrollTop: 0 } });
  const many = journalOf(6_000, now);
  await dashboard.tell(viewOf(many));
  const scroller = sectionOf(dashboard, 'Questions').locator('.scroller');
  await scroller.focus();
  await dashboard.page.evaluate('document.activeElement.scrollTop = 700');
  const next = viewOf([...many, question(now - 1_000)]);
  if (next.kind !== 'view') return assert.fail();
  await dashboard.tell({
    kind: 'charts',
    basis: 'Now',
    charts: next.view.charts.filter(({ id }) => id === 'timeline'),
  });
  assert.deepEqual(
    await dashboard.page.evaluate('[document.activeElement.scrollTop, document.activeElement.className]'),
    [700, 'scroller'],
  );
  assert.equal(await dashboard.page.locator('.basis').innerText(), 'Now');
});

test('a message that is not of the protocol, or of another version, changes nothing', async () => {
  const dashboard = await open();
  await dashboard.tell(viewOf());
  const before = await dashboard.page.locator('main').innerHTML();
  const view = viewOf();
  if (view.kind !== 'view') return assert.fail();
  const others = [null, 7, {}, { kind: 'view' }, { kind: 'view', view: { ...view.view, version: 2, title: 'x' } }];
  for (const message of others) await dashboard.page.evaluate(`standIn.tell(${JSON.stringify(message)})`);
  assert.equal(await dashboard.page.locator('main').innerHTML(), before);
  assert.deepEqual(await dashboard.violations(), []);
});

test('a name that is HTML stays text', async () => {
  const dashboard = await open();
  const name = '<img src=x onerror=alert(1)>';
  const sources = dashboardSources(few, { labelOf: () => name });
  await dashboard.tell({ kind: 'view', view: new DashboardViews(sources).view('today', now) });
  assert.deepEqual([await dashboard.page.locator('img').count(), await dashboard.violations()], [0, []]);
  assert.ok((await sectionOf(dashboard, 'Questions').innerText()).includes(name));
});

// SigNoz/signoz #3827, Mamun-Al-Babu-Shikder/spring-tx-board #125: without data NaN% was shown, or drawn as zero
test('with nothing asked there is no empty chart, no NaN and no table to open', async () => {
  const dashboard = await open();
  await dashboard.tell(viewOf([]));
  const text = await dashboard.page.locator('main').innerText();
  assert.match(text, /Nothing has been asked yet/);
  assert.doesNotMatch(text, /NaN|Infinity|undefined|null/);
  assert.equal(await sectionOf(dashboard, 'Questions').getByRole('button').count(), 0);
  assert.equal(await sectionOf(dashboard, 'Cost by day').locator('canvas').count(), 0);
});

for (const width of [320, 1_400]) {
  test(`at a width of ${width} nothing is cut and nothing scrolls sideways, also after the width changes`, async () => {
    const dashboard = await open({ width: 900 });
    await dashboard.tell(viewOf(journalOf(300, now), 'week'));
    await dashboard.page.setViewportSize({ width, height: 700 });
    await dashboard.page.evaluate('new Promise(resolve => setTimeout(resolve, 200))');
    const wide = await dashboard.page.evaluate('document.documentElement.scrollWidth');
    assert.equal(wide, width);
    const widths = await dashboard.page.evaluate(
      `[...document.querySelectorAll('.stage')].every(stage => Math.abs(stage.querySelector('.uplot').offsetWidth - stage.clientWidth) <= 1)`,
    );
    assert.equal(widths, true);
  });
}

test('everything is reached by Tab, in the order in which it stands', async () => {
  const dashboard = await open();
  await dashboard.tell(viewOf());
  const reached: unknown[] = [];
  for (let presses = 0; presses < 30; presses += 1) {
    await dashboard.page.keyboard.press('Tab');
    const name = await dashboard.page.evaluate(
      `document.activeElement === document.body ? '' : (document.activeElement.closest('section')?.querySelector('h2').textContent ?? 'range') + ' ' + (document.activeElement.role ?? document.activeElement.localName)`,
    );
    if (name === '' || reached.includes(name)) break;
    reached.push(name);
  }
  assert.deepEqual(reached.slice(0, 5), [
    'range input',
    'Questions button',
    'Questions slider',
    'Time to answer by day button',
    'Time to answer by day slider',
  ]);
  assert.equal(reached.at(-1), 'Why another model answered button'); // no answer was assessed
});
