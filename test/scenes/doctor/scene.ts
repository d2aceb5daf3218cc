import { practiceSettings } from '../../../practice/settings.ts';
import type { Scene } from '../support/scene.ts';

/** Secrets that are planted where people put them; no report may hold one. */
export const plantedSecrets = {
  field: 'practice-key-in-a-field',
  ours: 'sk-planted-of-ours-9f8e7d6c',
  environment: 'practice-key-in-the-environment-1a2b3c',
  login: 'practice-login-password',
  workspace: 'Zq8xW2vT5nR7mK4jH9gFpL3s',
} as const;

/** Settings and an environment in which keys stand where none belongs, and the practice servers, which are well. */
export const scene: Scene = {
  userSettings: {
    'steadfast.cache.enabled': false,
    'steadfast.routing.strategy': 'ordered',
    'acme.assistant.apiKey': plantedSecrets.workspace,
  },
  machineSettings: ({ practice }) => {
    const targets = practiceSettings(practice)['steadfast.targets'];
    const [, openai] = targets;
    return {
      'steadfast.targets': [
        ...targets,
        { ...openai, id: 'with-key', label: 'With key', auth: undefined, apiKey: plantedSecrets.field },
      ],
    };
  },
  files: () => ({ '.vscode/settings.json': JSON.stringify({ 'steadfast.prompt.instructions': plantedSecrets.ours }) }),
  env: () => ({
    OPENAI_API_KEY: plantedSecrets.environment,
    OPENAI_BASE_URL: `https://jane:${plantedSecrets.login}@api.example.com/v1`,
    HTTPS_PROXY: `http://jane:${plantedSecrets.login}@127.0.0.1:9`,
    NO_PROXY: '127.0.0.1,localhost',
  }),
  practice: { speed: 0 },
};
