import type { Status } from '../../core/status/status.ts';

/**
 * How many models are paused after errors: until the user mends a key or an account, or until one has answered again. A circuit rests
 * for seconds at first, and a number that came and went with it would flicker; so one that is to be tried again counts too, but not
 * while it is the network that is gone. What the user has paused does not.
 */
export function stoppedModels({ state, also, targets }: Status): number {
  const isOffline = [state, ...also].includes('offline');
  return targets.filter(({ condition, lastFailure }) => {
    if (condition === 'half-open') return lastFailure !== undefined && !isOffline;
    return condition === 'open' || condition === 'credential' || condition === 'quota';
  }).length;
}
