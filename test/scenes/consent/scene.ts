import { practiceSettings } from '../../../practice/settings.ts';
import type { Scene } from '../support/scene.ts';

/** First a server out in the world, of a name that nobody can have (RFC 2606); then one of this machine. */
export const scene: Scene = {
  userSettings: {
    'steadfast.retry.maxRetries': 0,
    'steadfast.cache.enabled': false,
    'steadfast.routing.strategy': 'ordered',
  },
  machineSettings: ({ practice }) => {
    const settings = practiceSettings(practice);
    const far = {
      id: 'far',
      label: 'Far away',
      provider: 'openai-compatible',
      model: 'one',
      baseUrl: 'https://steadfast.invalid/v1',
      auth: 'none',
    };
    return { 'steadfast.targets': [far, ...settings['steadfast.targets']] };
  },
  practice: { speed: 0 },
};
