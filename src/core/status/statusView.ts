import type { Circuits } from '../resilience/circuits.ts';
import type { Clock } from '../model/clock.ts';
import type { StatusView } from './status.ts';
import { retirementOf } from '../budget/retiredModels.ts';
import type { SlowTargets } from './slowTargets.ts';
import type { Activity } from './activity.ts';
import type { Target } from '../model/target.ts';
import type { SkipReason } from '../model/note.ts';

/** Where the status is read from. */
export interface StatusSources {
  readonly clock: Clock;
  readonly circuits: Circuits;
  readonly activity: Activity;
  /** The chain, in order. */
  readonly targets: () => readonly Target[];
  /** What keeps a target from being asked besides its circuit and cooldowns. */
  readonly barred: (target: Target) => SkipReason | undefined;
  /** Which targets are slower than usual. Default: nobody knows. */
  readonly slowTargets?: Pick<SlowTargets, 'of'>;
  /** Facts of the window: is the workspace untrusted, is Steadfast wanted here, may only this machine be asked? */
  readonly surroundings: () => Pick<StatusView, 'restricted' | 'enabled' | 'localOnly' | 'budget'>;
}

/** Reads everything that the status is worked out from, as it is now. */
export function viewStatus({
  clock,
  circuits,
  activity,
  targets,
  barred,
  slowTargets,
  surroundings,
}: StatusSources): StatusView {
  return {
    ...surroundings(),
    targets: targets().map(target => ({
      id: target.id,
      label: target.label,
      loopback: target.loopback,
      circuit: circuits.of(target).state,
      cooldown: circuits.cooldowns.of(target),
      barred: barred(target),
      lastFailure: activity.lastFailure(target.id),
      p50Ms: activity.p50Ms(target.id),
      slow: slowTargets?.of(target.id),
      retirement: retirementOf(target, clock.wall()),
    })),
    working: activity.working,
    outcome: activity.outcome,
    offline: circuits.cooldowns.connectivity.isOffline,
    offlineForMs: circuits.cooldowns.connectivity.offlineForMs,
    nowMs: clock.now(),
  };
}
