import type { SkipReason } from '../model/note.ts';
import type { Target } from '../model/target.ts';
import type { Circuits } from './circuits.ts';

/** Why the circuit or a gate of this target holds it back now; undefined: nothing does. */
export function restingBecause(target: Target, circuits: Circuits): SkipReason | undefined {
  const circuit = circuits.of(target);
  if (circuit.state.is === 'paused') return 'paused-by-user';
  return circuit.admits ? circuits.cooldowns.of(target)?.because : 'circuit-open';
}
