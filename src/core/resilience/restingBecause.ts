import type { Clock } from '../model/clock.ts';
import type { SkipReason } from '../model/note.ts';
import type { Target } from '../model/target.ts';
import type { Circuits } from './circuits.ts';

/** Why the circuit or a gate of this target holds it back now; undefined: nothing does. */
export function restingBecause(target: Target, circuits: Circuits): SkipReason | undefined {
  const circuit = circuits.of(target);
  if (circuit.state.is === 'paused') return 'paused-by-user';
  return circuit.admits ? circuits.cooldowns.of(target)?.because : 'circuit-open';
}

/** For how long that holds yet, ms; undefined: until somebody acts or has found out, or nothing holds it back. */
export function restsForMs(target: Target, circuits: Circuits, clock: Clock): number | undefined {
  const { state, admits } = circuits.of(target);
  if (state.is !== 'open' && !admits) return undefined;
  const until = state.is === 'open' && !admits ? state.until : circuits.cooldowns.of(target)?.until;
  return until === undefined || until === Infinity ? undefined : Math.max(0, until - clock.now());
}
