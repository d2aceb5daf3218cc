import fc from 'fast-check';
import { schedules } from './schedule.ts';
import { play } from './play.ts';
import { convergence, disagreements, violations } from './invariants.ts';
const [n = '500', hedge = 'no', seed = '1', show = '1'] = process.argv.slice(2);
const t0 = performance.now();
const all = fc.sample(schedules(hedge === 'no' ? fc.constant(undefined) : fc.constantFrom(100, 800, 3000)), {
  numRuns: Number(n),
  seed: Number(seed),
});
const t1 = performance.now();
const kinds = new Map<string, { count: number; best?: string; size: number; text: string }>();
let calls = 0,
  probes = 0,
  opened = 0,
  joined = 0,
  hedged = 0;
for (const s of all) {
  const p = await play(s);
  let found = [...violations(p, s)];
  const seen = p.broken.length;
  found.push(...(await disagreements(p)), ...(await convergence(p)), ...p.broken.slice(seen));
  calls += p.servers.reduce((a, x) => a + x.calls.length, 0);
  probes += p.servers.reduce((a, x) => a + x.calls.filter(c => c.isProbe).length, 0);
  for (const e of p.journal) {
    if (e.notes.some(n => n.kind === 'joined')) joined++;
    if (e.notes.some(n => n.kind === 'hedged')) hedged++;
    if (e.notes.some(n => n.kind === 'skipped' && n.because === 'circuit-open')) opened++;
  }
  for (const f of new Set(
    found.map(x =>
      x
        .replace(/[\d.]+/g, 'N')
        .replace(/server-N#N.N /g, '')
        .slice(0, 90),
    ),
  )) {
    const k = kinds.get(f) ?? { count: 0, size: Infinity, text: '' };
    k.count++;
    const j = JSON.stringify(s);
    if (j.length < k.size) {
      k.size = j.length;
      k.best = j;
      k.text = found.find(
        x =>
          x
            .replace(/[\d.]+/g, 'N')
            .replace(/server-N#N.N /g, '')
            .slice(0, 90) === f,
      )!;
    }
    kinds.set(f, k);
  }
}
console.log(
  'generate',
  ((t1 - t0) / all.length).toFixed(2),
  'ms each, play',
  ((performance.now() - t1) / all.length).toFixed(2),
  'ms each',
  { calls, probes, opened, joined, hedged },
);
for (const [k, v] of [...kinds].sort((a, b) => b[1].count - a[1].count))
  console.log(v.count, k, '\n    ', v.text, show === '1' ? '\n    ' + v.best : '');
