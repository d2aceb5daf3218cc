import { practiceSettings } from '../../../practice/settings.ts';
import type { Scene } from './scene.ts';

/**
 * Short waits and no memory, so that every question reaches a wire and a circuit's whole life fits into a test; and after
 * the practice targets one whose answers are to be doubted.
 */
export const quickScene: Scene = {
  userSettings: {
    'steadfast.timeouts': { standard: { connectSeconds: 4, firstTokenSeconds: 4, idleSeconds: 4, totalSeconds: 18 } },
    'steadfast.retry.maxRetries': 0,
    'steadfast.circuitBreaker.failureThreshold': 1,
    'steadfast.circuitBreaker.recoverySeconds': 1,
    'steadfast.circuitBreaker.maxRecoverySeconds': 1,
    'steadfast.cache.enabled': false,
    'steadfast.routing.strategy': 'ordered',
  },
  machineSettings: ({ practice }) => {
    const targets = practiceSettings(practice)['steadfast.targets'];
    const careless = targets.slice(0, 1).map(target => ({
      ...target,
      id: 'practice-careless',
      label: 'Careless practice',
      model: 'practice-careless-broken',
    }));
    return { 'steadfast.targets': [...targets, ...careless] };
  },
  practice: { speed: 0 },
};
