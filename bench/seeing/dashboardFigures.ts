import { DashboardViews } from '../../src/interaction/dashboard/dashboardViews.ts';
import type { DashboardRange, ToDashboard } from '../../src/shared/dashboardProtocol.ts';
import {
  openDashboardBrowser,
  type DashboardBrowser,
  type DashboardPage,
} from '../../test/media/support/dashboardPage.ts';
import { dashboardSources, journalOf, question, spending } from '../../test/support/journal/journalEntries.ts';
import type { Figures, Row } from '../harness/bench.ts';
import type { Goal } from '../harness/goal.ts';
import { median } from '../harness/statistics.ts';

const lines = 100_000;
const openings = 5;
const updates = 40;
const mostFirstPaintMs = 300;
const mostUpdateMs = 16;

interface Timed {
  /** Summing up in the extension host, ms. */
  readonly host: readonly number[];
  /** From the message to what is painted, ms. */
  readonly page: readonly number[];
  /** Characters of the message. */
  readonly length: number;
}

/**
 * From 100 000 questions of thirty days in memory to the painted page, and what one more question costs: the sums in this
 * process, as in the extension host, and the real page in a browser without a GPU.
 */
export async function dashboardFigures(): Promise<Figures> {
  const browser = await openDashboardBrowser();
  try {
    const rows: Row[] = [];
    const goals: Goal[] = [];
    for (const range of ['today', 'month'] as const) {
      const first = await firstPaints(browser, range);
      const update = await updatesOf(browser, range);
      rows.push(rowOf(`first paint, ${lines} lines, ${range}`, first), rowOf(`one more question, ${range}`, update));
      goals.push(
        { name: `dashboard first paint, ${range}`, value: whole(first), limit: mostFirstPaintMs, unit: 'ms' },
        { name: `dashboard update in the page, ${range}`, value: median(update.page), limit: mostUpdateMs, unit: 'ms' },
        { name: `dashboard update in the host, ${range}`, value: median(update.host), limit: mostUpdateMs, unit: 'ms' },
      );
    }
    return { rows, goals };
  } finally {
    await browser.close();
  }
}

const whole = ({ host, page }: Timed): number => median(host) + median(page);

const rowOf = (measure: string, timed: Timed): Row => ({
  measure,
  steadfast: `${whole(timed).toFixed(1)} ms`,
  remark: `sums ${median(timed.host).toFixed(1)} ms, page ${median(timed.page).toFixed(1)} ms, ${Math.round(timed.length / 1_000)} KB`,
});

const now = (): number => Date.now();

const sourcesOf = () => dashboardSources(journalOf(lines, now()), { spending: () => spending() });

/** A page that has never drawn, and sums that nobody has asked for. */
async function firstPaints(browser: DashboardBrowser, range: DashboardRange): Promise<Timed> {
  const host: number[] = [];
  const page: number[] = [];
  let length = 0;
  const sources = sourcesOf();
  for (let opening = 0; opening < openings; opening += 1) {
    const dashboard = await browser.open({ width: 1_200, height: 900 });
    const began = performance.now();
    const message: ToDashboard = { kind: 'view', view: new DashboardViews(sources).view(range, now()) };
    host.push(performance.now() - began);
    page.push(await drawnIn(dashboard, message));
    length = JSON.stringify(message).length;
  }
  return { host, page, length };
}

async function updatesOf(browser: DashboardBrowser, range: DashboardRange): Promise<Timed> {
  const host: number[] = [];
  const page: number[] = [];
  let length = 0;
  const sources = sourcesOf();
  const views = new DashboardViews(sources);
  const dashboard = await browser.open({ width: 1_200, height: 900 });
  const first = views.view(range, now());
  await drawnIn(dashboard, { kind: 'view', view: first });
  const sent = new Map(first.charts.map(chart => [chart.id, JSON.stringify(chart)]));
  for (let update = 0; update < updates; update += 1) {
    const entry = question(now(), { id: `more-${update}` });
    sources.metrics.add(entry);
    sources.entries.add(entry);
    const began = performance.now();
    const { basis, charts } = views.view(range, now());
    const changed = charts.filter(chart => sent.get(chart.id) !== JSON.stringify(chart));
    host.push(performance.now() - began);
    for (const chart of changed) sent.set(chart.id, JSON.stringify(chart));
    const message: ToDashboard = { kind: 'charts', basis, charts: changed };
    page.push(await drawnIn(dashboard, message));
    length = JSON.stringify(message).length;
  }
  return { host, page, length };
}

/** From the message to the end of the work that it makes: script, and what uPlot draws after it. The compositor is not ours. */
const drawnIn = ({ page }: DashboardPage, message: ToDashboard): Promise<number> =>
  page.evaluate<number>(`new Promise(resolve => {
    const message = ${JSON.stringify(message)};
    setTimeout(() => {
      const began = performance.now();
      addEventListener('message', () => queueMicrotask(() => queueMicrotask(() => {
        document.documentElement.getBoundingClientRect();
        resolve(performance.now() - began);
      })), { once: true });
      postMessage(message, '*');
    }, 30);
  })`);
