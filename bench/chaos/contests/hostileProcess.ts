// One hostile stream, read a few times: `steadfast` or `sdk`, the base URLs of ordinary answers, long ones, and the hostile one.
// Reports how long the loop was held up and by how much the memory rose, beside an idle stretch of the same process.
import { ask as asking } from '../../../src/assist/tasks/ask.ts';
import { Circuits } from '../../../src/core/resilience/circuits.ts';
import { systemClock as clock } from '../../../src/libraries/systemClock.ts';
import { endWithParent, leaveWith } from '../../harness/report.ts';
import { goFirst } from '../../harness/goFirst.ts';
import { p999 } from '../../harness/statistics.ts';
import { asker, householdOf, sourceAt } from '../../support/household.ts';
import { bareSdk, type Asker } from '../../support/bareSdk.ts';
import { createCollector } from '../../harness/collector.ts';
import { longQuestionOf, questionOf } from '../../support/questions.ts';

export interface HostileFigures {
  /** What the main thread worked between two looks at p99.9, ms of its CPU time: what others do on the machine is not in it. */
  readonly worked: Stretch;
  /** The same in time that went by. */
  readonly held: Stretch;
  readonly rssGrowthBytes: number;
  /** Of that, what was in use: garbage that is not collected yet included, room that V8 keeps for more not. */
  readonly usedGrowthBytes: number;
}

/** While the streams were read, and idle. */
export interface Stretch {
  readonly ms: number;
  readonly idleMs: number;
}

/** How often ours is read, and the SDK's, which takes long. */
const times = { steadfast: 5, sdk: 1 };
const giveUpMs = 3_000;

/** Looks every millisecond how late it is, how much the thread has worked since, and how large the process is. */
function watchLoop() {
  const late: number[] = [];
  const worked: number[] = [];
  let [at, cpu, mostRss, mostUsed] = [performance.now(), cpuMs(), 0, 0];
  const timer = setInterval(() => {
    const [now, cpuNow] = [performance.now(), cpuMs()];
    late.push(Math.max(0, now - at - 1));
    worked.push(cpuNow - cpu);
    mostRss = Math.max(mostRss, process.memoryUsage.rss());
    mostUsed = Math.max(mostUsed, usedBytes());
    [at, cpu] = [now, cpuNow];
  }, 1);
  return () => {
    clearInterval(timer);
    return { lateMs: p999(late), workedMs: p999(worked), mostRss, mostUsed };
  };
}

function usedBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Who is asked for which kind of answer. */
interface Askers {
  readonly ordinary: Asker;
  readonly long: Asker;
  readonly hostile: Asker;
}

async function play({ ordinary, long, hostile }: Askers, often: number): Promise<HostileFigures> {
  for (let number = 1; number <= 100; number += 1) await ordinary(questionOf(asking, number), () => undefined);
  for (let number = 1; number <= 3; number += 1) await long(longQuestionOf(asking, number), () => undefined);
  createCollector()();
  const [rss, used] = [process.memoryUsage.rss(), usedBytes()];
  const end = watchLoop();
  const since = performance.now();
  for (let number = 1; number <= often; number += 1) await once(hostile, number);
  const busy = end();
  const endIdle = watchLoop();
  await new Promise(resolve => setTimeout(resolve, Math.min(3_000, Math.max(500, performance.now() - since))));
  const idle = endIdle();
  return {
    worked: { ms: busy.workedMs, idleMs: idle.workedMs },
    held: { ms: busy.lateMs, idleMs: idle.lateMs },
    rssGrowthBytes: busy.mostRss - rss,
    usedGrowthBytes: busy.mostUsed - used,
  };
}

async function once(ask: Asker, number: number): Promise<void> {
  const signal = AbortSignal.timeout(giveUpMs);
  await ask(questionOf(asking, number, { signal }), () => undefined).catch(() => undefined); // however it ends
}

function steadfastAt(baseUrl: string): Asker {
  const circuits = new Circuits(clock, () => ({ ...never, failureThreshold: Infinity }));
  return asker(
    householdOf([sourceAt('openai', baseUrl)], { circuits, retrying: () => ({ ...never, maxRetries: 0 }) }).ask,
  );
}

const never = { windowMs: 1, recoveryMs: 1, maxRecoveryMs: 1, baseDelayMs: 1, maxDelayMs: 1 };

endWithParent();
goFirst();
const [side, ordinary = '', long = '', hostile = ''] = process.argv.slice(2);
const at = (url: string): Asker => (side === 'sdk' ? bareSdk('openai', url, { hearsSignal: true }) : steadfastAt(url));
const askers = { ordinary: at(ordinary), long: at(long), hostile: at(hostile) };
leaveWith(await play(askers, times[side === 'sdk' ? 'sdk' : 'steadfast']));
