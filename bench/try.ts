import { startChaosServer } from '/work/main/bench/chaos/server.ts';
import { steadfastSide } from '/work/main/bench/chaos/steadfastSide.ts';
import { sdkByDefault, sdkOnce, cockatielSide } from '/work/main/bench/chaos/baselines.ts';
import { openLoop } from '/work/main/bench/chaos/openLoop.ts';
import { faultOf } from '/work/main/bench/chaos/mix.ts';
const percent = Number(process.argv[2]);
const n = Number(process.argv[3]);
const rate = Number(process.argv[4]);
const server = await startChaosServer();
const ground = { ports: server.ports, regime: `mix-${percent}` as const };
const sides = [
  sdkOnce(ground),
  sdkByDefault(ground),
  cockatielSide(ground, 1),
  cockatielSide(ground, 2),
  steadfastSide('steadfast-1', ground, ['first']),
  steadfastSide('steadfast-2', ground, ['first', 'second']),
].filter(s => !process.argv[5] || s.name.includes(process.argv[5]));
const t0 = performance.now();
const c0 = process.cpuUsage();
const all = await Promise.all(sides.map(side => openLoop({ side, calls: n, perSecond: rate })));
const c = process.cpuUsage(c0);
console.log('wall', performance.now() - t0, 'cpu ms/call', (c.user + c.system) / 1000 / (n * sides.length));
for (const [i, calls] of all.entries()) {
  const count = (e: string) => calls.filter(c => c.end === e).length;
  const why: Record<string, number> = {};
  for (const c of calls)
    if (c.end === 'failed')
      why[`${c.because}${c.partial ? '+p' : ''}`] = (why[`${c.because}${c.partial ? '+p' : ''}`] ?? 0) + 1;
  const byRow: Record<string, string> = {};
  for (const c of calls) {
    const f = faultOf(0, c.question, 1, percent);
    if (f) byRow[f.id] = (byRow[f.id] ?? '') + c.end[0];
  }
  const took = calls.map(c => c.tookMs).sort((a, b) => a - b);
  console.log(
    sides[i].name,
    ['right', 'wrong', 'failed', 'hung'].map(e => `${e} ${count(e)}`).join(' '),
    JSON.stringify(why),
    'opened',
    sides[i].opened,
    'p50',
    took[Math.floor(n / 2)],
    'p99',
    took[Math.floor(n * 0.99)],
    'max',
    took.at(-1),
  );
  if (process.argv[6]) console.log(JSON.stringify(byRow));
}
console.log(await server.requests());
server.stop();
