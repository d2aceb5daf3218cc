import type { Figures } from '../../harness/bench.ts';
import { playOutage, loadBeforehand, type OutageLoad } from '../contests/outage.ts';

/** C4: what reaches providers that are all down. */
export async function outageFigures(): Promise<Figures> {
  await loadBeforehand();
  const loads: (readonly [name: string, load: OutageLoad])[] = [];
  for (const providers of [1, 2] as const) {
    for (const outage of ['503', 'reset', 'silent'] as const)
      loads.push([
        `${outage}, ${providers === 1 ? 'one provider' : 'two providers'}`,
        await playOutage(outage, providers),
      ]);
  }
  return {
    rows: loads.map(([name, { amplification, mostIn5s }]) => ({
      measure: `total outage (${name}): requests a question`,
      steadfast: amplification.toFixed(2),
      remark: `then at most ${mostIn5s} in 5 s at a provider, of four windows together`,
    })),
    goals: [
      {
        name: 'C4 requests a question in the first minute of a total outage',
        value: Math.max(...loads.map(([, load]) => load.amplification)),
        limit: 1.1,
      },
      {
        name: 'C4 requests in 5 s at a provider that is known to be down',
        value: Math.max(...loads.map(([, load]) => load.mostIn5s)),
        limit: 1,
      },
    ],
  };
}
