import { playOutage, warmUp } from './chaos/outage.ts';
await warmUp();
for (const p of [1, 2] as const)
  for (const o of ['503', 'reset', 'silent'] as const) {
    const t = performance.now();
    console.log(o, p, await playOutage(o, p), performance.now() - t);
  }
