import type { Regime } from '../server/regime.ts';
import { cockatielSide, sdkByDefault } from '../sides/baselines.ts';
import { call, type Call } from '../sides/call.ts';
import { openLoop } from '../sides/openLoop.ts';
import type { Ground } from '../sides/side.ts';
import { steadfastSide } from '../sides/steadfastSide.ts';

/** How the first provider is dead. */
export const deaths = ['503', 'reset', 'silent'] as const;

/** Calls with the first provider dead and the second one well. */
export interface DeadCalls {
  readonly death: (typeof deaths)[number];
  /** The circuit was closed when each was asked. */
  readonly closed: readonly Call[];
  /** As it comes: the circuit opens after the first failures. */
  readonly asItComes: readonly Call[];
  /** Those among them that were asked while it was open. */
  readonly open: readonly Call[];
  /** With the second provider as its fallback. */
  readonly cockatiel: readonly Call[];
  /** With nobody else to ask. */
  readonly sdk: readonly Call[];
}

export interface DeadPrimary {
  /** The second provider alone, asked over the same time. */
  readonly control: readonly Call[];
  readonly deaths: readonly DeadCalls[];
}

/** All deaths at once, and the same questions asked of the second provider alone beside them. */
export async function playDeadPrimary(ports: Ground['ports']): Promise<DeadPrimary> {
  const control = steadfastSide('control', { ports, regime: 'mix-0' }, ['second']);
  const [calm, ...played] = await Promise.all([
    openLoop({ side: control, calls: 500, perSecond: 20 }),
    ...deaths.map(death => play(death, ports)),
  ]);
  return { control: calm, deaths: played };
}

async function play(death: DeadCalls['death'], ports: Ground['ports']): Promise<DeadCalls> {
  const dying = { ports, regime: `all-${death}` satisfies Regime };
  const always = steadfastSide(`closed-${death}`, dying, ['first', 'second']);
  const side = steadfastSide(`dead-${death}`, dying, ['first', 'second']);
  const wasOpen = new Set<number>();
  const [closed, asItComes, cockatiel, sdk] = await Promise.all([
    openLoop(
      { side: always, calls: 200, perSecond: 8 },
      (_side, question) => (always.forget(), call(always, question)),
    ),
    openLoop({ side, calls: 300, perSecond: 12 }, (_side, question) => {
      if ([...side.circuits.all.values()].some(({ state }) => state.is === 'open')) wasOpen.add(question);
      return call(side, question);
    }),
    openLoop({ side: cockatielSide(dying, 2), calls: 75, perSecond: 3 }),
    openLoop({ side: sdkByDefault(dying), calls: 75, perSecond: 3 }),
  ]);
  return { death, closed, asItComes, open: asItComes.filter(({ question }) => wasOpen.has(question)), cockatiel, sdk };
}
