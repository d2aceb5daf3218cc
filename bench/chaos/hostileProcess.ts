// One hostile stream, read a few times: `steadfast` or `sdk`, the base URLs of ordinary answers, long ones, and the hostile one.
// Reports how long the loop was held up and by how much the memory rose, beside an idle stretch of the same process.
import { ask as asking } from '../../src/assist/ask.ts';
import { Circuits } from '../../src/core/circuits.ts';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';
import { endWithParent, leave, report } from '../report.ts';
import { p999 } from '../statistics.ts';
import { asker, householdOf, sourceAt } from '../support/household.ts';
import { bareSdk, type Asker } from '../support/bareSdk.ts';
import { createCollector } from '../support/collector.ts';
import { questionOf } from '../support/questions.ts';

export interface HostileFigures {
  /** The loop's hold-ups at p99.9, ms: while the streams were read, and idle. */
  readonly heldMs: number;
  readonly idleMs: number;
  /** The longest hold-up in the main thread's own CPU time, ms: what others did on the machine is not in it. */
  readonly cpuMs: number;
  readonly rssGrowthBytes: number;
}

const times = 2;
const giveUpMs = 8_000;

/** Looks every millisecond how late it is, how much the thread has worked since, and how large the process is. */
function watchLoop() {
  const late: number[] = [];
  let [at, cpu, mostCpuMs, mostRss] = [performance.now(), cpuMs(), 0, 0];
  const timer = setInterval(() => {
    const [now, worked] = [performance.now(), cpuMs()];
    late.push(Math.max(0, now - at - 1));
    if (process.env['H4'] && process.memoryUsage.rss() > mostRss) console.error(process.memoryUsage());
    mostCpuMs = Math.max(mostCpuMs, worked - cpu);
    mostRss = Math.max(mostRss, process.memoryUsage.rss());
    [at, cpu] = [now, worked];
  }, 1);
  return () => {
    clearInterval(timer);
    return { late, mostCpuMs, mostRss };
  };
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

async function play(ordinary: Asker, long: Asker, hostile: Asker): Promise<HostileFigures> {
  for (let number = 1; number <= 150; number += 1) await ordinary(questionOf(asking, number), () => undefined);
  for (let number = 1; number <= 3; number += 1) await long(questionOf(asking, number), () => undefined);
  createCollector()();
  const rss = process.memoryUsage.rss();
  const end = watchLoop();
  const since = performance.now();
  for (let number = 1; number <= times; number += 1) await once(hostile, number);
  const { late, mostCpuMs, mostRss } = end();
  const endIdle = watchLoop();
  await new Promise(resolve => setTimeout(resolve, Math.min(3_000, Math.max(500, performance.now() - since))));
  return { heldMs: p999(late), idleMs: p999(endIdle().late), cpuMs: mostCpuMs, rssGrowthBytes: mostRss - rss };
}

async function once(ask: Asker, number: number): Promise<void> {
  const signal = AbortSignal.timeout(giveUpMs);
  await ask(questionOf(asking, number, { signal }), () => undefined).catch(() => undefined); // however it ends
}

function steadfastAt(baseUrl: string): Asker {
  const circuits = new Circuits(clock, () => ({ ...never, failureThreshold: Infinity }));
  return asker(householdOf([sourceAt('openai', baseUrl)], { circuits, retrying: () => ({ ...never, maxRetries: 0 }) }).ask);
}

const never = { windowMs: 1, recoveryMs: 1, maxRecoveryMs: 1, baseDelayMs: 1, maxDelayMs: 1 };

endWithParent();
const [side, ordinary = '', long = '', hostile = ''] = process.argv.slice(2);
const at = (url: string): Asker => (side === 'sdk' ? bareSdk('openai', url, { hearsSignal: true }) : steadfastAt(url));
report(await play(at(ordinary), at(long), at(hostile)));
leave();
process.exit();
