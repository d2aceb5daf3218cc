import { cockatielSide, sdkByDefault } from './baselines.ts';
import { openLoop } from './openLoop.ts';
import type { Ground } from './side.ts';
import { steadfastSide } from './steadfastSide.ts';

/** Everybody answers a few dozen questions without faults first, so that nothing has to be loaded or compiled any more. */
export async function warmUp(ports: Ground['ports']): Promise<void> {
  const calm: Ground = { ports, regime: 'mix-0' };
  const sides = [
    steadfastSide('warm-1', calm, ['first']),
    steadfastSide('warm-2', calm, ['second']),
    sdkByDefault(calm),
    cockatielSide(calm, 1),
  ];
  for (const side of sides) await openLoop({ side, calls: 40, perSecond: 40 });
}
