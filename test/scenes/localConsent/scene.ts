import type { Scene } from '../support/scene.ts';

/** Nobody is set up; the test itself plays a server at one of the ports where local servers usually are. */
export const scene: Scene = {
  machineSettings: () => ({ 'steadfast.retry.maxRetries': 0 }),
  userSettings: { 'steadfast.cache.enabled': false },
};
