import type { Pace } from '../../core/shared/steps.ts';

/** The turns of the extension host's event loop. */
export const pace: Pace = {
  now: () => performance.now(),
  turn: () => new Promise(resolve => setImmediate(resolve)),
};
