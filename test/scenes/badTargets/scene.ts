import { practiceSettings } from '../../../practice/settings.ts';
import type { Scene } from '../support/scene.ts';

/** Settings in which much is wrong, and two targets that are not. */
export const scene: Scene = {
  userSettings: {
    'steadfast.timeouts': 'soon',
    'steadfast.retry.maxRetries': 'many',
    'steadfast.cache.enabled': false,
  },
  machineSettings: ({ practice }) => {
    const [anthropic, openai] = practiceSettings(practice)['steadfast.targets'];
    return {
      'steadfast.targets': [
        'not even an object',
        null,
        42,
        {},
        { id: 'bad-provider', label: 'Bad practice', provider: 'acme', model: 'one' },
        {
          id: 'bad-address',
          label: 'Bad practice',
          provider: 'openai-compatible',
          model: 'one',
          baseUrl: 'htp:/\\\\no',
        },
        {
          id: 'bad-http',
          label: 'Bad practice',
          provider: 'openai',
          model: 'one',
          baseUrl: 'http://steadfast.invalid',
        },
        { id: 'bad-model', label: 'Bad practice', provider: 'openai', model: '' },
        { id: 'offline', label: 'Bad practice', provider: 'openai', model: 'one' },
        anthropic,
        { ...openai, id: 'practice-anthropic', label: 'Bad practice' },
        openai,
      ],
      'steadfast.chain': ['bad-provider', 'nobody', 'auto'],
    };
  },
  practice: { speed: 0 },
};
