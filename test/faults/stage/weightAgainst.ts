import type { Target } from '../../../src/core/model/target.ts';
import type { Circuits } from '../../../src/core/resilience/circuits.ts';

/** Weight that opens a circuit here: so high that no scene does, and less than the twenty samples that open one by share. */
export const breakerThreshold = 15;

/** What counts against a circuit, by its own measure: how much less than the threshold opens it now. */
export function weightAgainst(circuits: Circuits, target: Target): number {
  const circuit = circuits.of(target);
  if (circuit.state.is !== 'closed') return breakerThreshold;
  let more = 0;
  for (; circuit.state.is === 'closed' && more < breakerThreshold; more += 1) circuit.enter()?.fail(1);
  return breakerThreshold - more;
}
