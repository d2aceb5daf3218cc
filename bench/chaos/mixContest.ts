import { cockatielSide, sdkByDefault, sdkOnce } from './baselines.ts';
import type { Call } from './call.ts';
import { openLoop } from './openLoop.ts';
import type { Ground } from './side.ts';
import { steadfastSide } from './steadfastSide.ts';

/** Everything that one side was asked. */
export interface Played {
  readonly side: string;
  readonly providers: 1 | 2;
  readonly calls: readonly Call[];
  /** How often one of its circuits opened; undefined: it cannot tell. */
  readonly opened?: number;
}

/** How many questions; all sides are asked over the same time. */
const sizes = {
  6: { seconds: 100, one: 5_000, two: 10_000, others: 1_500 },
  20: { seconds: 40, one: 2_000, two: 2_000, others: 1_000 },
} as const;

/** All sides at once, question by question under the same faults, when so many percent of the attempts meet one. */
export async function playMix(ports: Ground['ports'], percent: number): Promise<readonly Played[]> {
  const ground: Ground = { ports, regime: `mix-${percent}` };
  const { seconds, one, two, others } = sizes[percent === 6 ? 6 : 20];
  const loads = [
    { side: steadfastSide('Steadfast-1', ground, ['first']), calls: one },
    { side: steadfastSide('Steadfast-2', ground, ['first', 'second']), calls: two },
    { side: sdkOnce(ground), calls: others },
    { side: sdkByDefault(ground), calls: others },
    { side: cockatielSide(ground, 1), calls: others },
    { side: cockatielSide(ground, 2), calls: others },
  ];
  return Promise.all(
    loads.map(async ({ side, calls }) => {
      const made = await openLoop({ side, calls, perSecond: calls / seconds });
      const { name, providers, opened } = side;
      return { side: name, providers, calls: made, ...(opened !== undefined && { opened }) };
    }),
  );
}
