import { PerformanceObserver } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';

/** What is told of a pause arrives some turns of the event loop after it. */
const turns = 4;

const pauses: { readonly from: number; readonly to: number }[] = [];
let isWatching = false;

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) pauses.push({ from: startTime, to: startTime + duration });
  }).observe({ entryTypes: ['gc'] });
}

/** How long a work takes by a clock, ms, without the pauses in which garbage was collected. */
export async function withoutCollecting(work: () => Promise<void>, clock: () => number): Promise<number> {
  watch();
  pauses.length = 0;
  const [before, began] = [performance.now(), clock()];
  await work();
  const [after, ended] = [performance.now(), clock()];
  for (let left = turns; left > 0; left -= 1) await turn();
  const collected = pauses.map(({ from, to }) => Math.max(0, Math.min(to, after) - Math.max(from, before)));
  return ended - began - collected.reduce((sum, ms) => sum + ms, 0);
}
