import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { AxeResults } from 'axe-core';
import { DashboardViews } from '../../../src/interaction/dashboard/dashboardViews.ts';
import { chartIds } from '../../../src/shared/dashboardProtocol.ts';
import { dashboardSources, journalOf, spending } from '../../support/journal/journalEntries.ts';
import { withDashboardPage } from '../support/dashboardPage.ts';

const { open } = withDashboardPage();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const now = new Date(2026, 10, 20, 15, 30).getTime();

const cases = [
  ['nothing asked yet', 0, []],
  ['charts', 400, []],
  ['tables', 400, chartIds],
  ['more questions than points', 9_000, []],
] as const;

for (const [name, count, tables] of cases) {
  for (const width of [320, 1_000]) {
    test(`a checker of accessibility finds nothing: ${name}, ${width} wide`, async () => {
      const dashboard = await open({ width, state: { range: 'month', tables, scrollTop: 0 } });
      const sources = dashboardSources(journalOf(count, now), { spending: () => spending() });
      await dashboard.tell({ kind: 'view', view: new DashboardViews(sources).view('month', now) });
      await dashboard.page.evaluate(axe);
      const { violations, passes } = await dashboard.page.evaluate<AxeResults>('axe.run(document)');
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(' ')}`),
        [],
      );
      assert.ok(passes.length > 10);
    });
  }
}

// chartjs/Chart.js #10372, carbon-design-system/carbon-charts #894: axes and series could not be seen in high contrast
test('with the colours of the system the charts are painted in these, and series differ by pattern and shape', async () => {
  const dashboard = await open();
  await dashboard.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  try {
    const sources = dashboardSources(journalOf(400, now), { spending: () => spending() });
    await dashboard.tell({ kind: 'view', view: new DashboardViews(sources).view('week', now) });
    await dashboard.page.evaluate('new Promise(resolve => setTimeout(resolve, 200))');
    const swatches = await dashboard.page.evaluate<readonly string[]>(
      `[...document.querySelectorAll('.cost .legend canvas')].map(canvas => canvas.toDataURL())`,
    );
    assert.equal(swatches.length, 4);
    assert.equal(new Set(swatches).size, 4);
    const colours = await dashboard.page.evaluate<readonly string[]>(`(() => {
      const canvas = document.querySelector('.latency .stage canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set();
      for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) seen.add([data[at], data[at + 1], data[at + 2]].join());
      return [...seen];
    })()`);
    assert.ok(!colours.includes('55,148,255'), colours.join(' ')); // the blue of no theme
    assert.ok(colours.length > 0);
  } finally {
    await dashboard.page.emulateMedia({ forcedColors: 'none' });
  }
});

test('a change of the theme is painted at once', async () => {
  const dashboard = await open();
  const sources = dashboardSources(journalOf(400, now));
  await dashboard.tell({ kind: 'view', view: new DashboardViews(sources).view('week', now) });
  const pictures = () =>
    dashboard.page.evaluate<readonly string[]>(
      `['.cost .stage canvas', '.cost .legend canvas'].map(place => document.querySelector(place).toDataURL())`,
    );
  const [chart, legend] = await pictures();
  await dashboard.page.evaluate(`document.documentElement.style.setProperty('--vscode-charts-blue', '#ff00ff')`);
  await dashboard.page.evaluate('new Promise(resolve => setTimeout(resolve, 200))');
  const [chartAfter, legendAfter] = await pictures();
  assert.notEqual(chartAfter, chart);
  assert.notEqual(legendAfter, legend);
});

test('nothing moves by itself', async () => {
  const dashboard = await open();
  const sources = dashboardSources(journalOf(400, now));
  await dashboard.tell({ kind: 'view', view: new DashboardViews(sources).view('week', now) });
  const moving = await dashboard.page.evaluate(
    `[document.getAnimations().length, [...document.querySelectorAll('*')].filter(each => getComputedStyle(each).transitionDuration !== '0s' || getComputedStyle(each).scrollBehavior === 'smooth').length]`,
  );
  assert.deepEqual(moving, [0, 0]);
});
