import type { Practice } from './server.ts';

/** One entry of the setting `steadfast.targets`. */
export interface PracticeTarget {
  readonly id: string;
  readonly provider: 'anthropic' | 'openai' | 'openai-compatible';
  readonly model: string;
  readonly baseUrl: string;
  readonly label: string;
  readonly class: 'simple' | 'medium' | 'complex';
  readonly auth: 'bearer' | 'api-key' | 'none';
}

/** VS Code's user settings (its machine settings in a remote window) that point at the practice providers. */
export interface PracticeSettings {
  readonly 'steadfast.targets': readonly PracticeTarget[];
  readonly 'steadfast.chain': readonly string[];
}

/**
 * Settings with one target per practice provider, strongest first. Where the providers want a key, the two clouds' targets
 * ask for one; the local server's never does.
 */
export function practiceSettings({ origins, requireKey }: Pick<Practice, 'origins' | 'requireKey'>): PracticeSettings {
  const targets: readonly PracticeTarget[] = [
    {
      id: 'practice-anthropic',
      provider: 'anthropic',
      model: 'practice-large',
      baseUrl: origins.anthropic,
      label: 'Anthropic practice',
      class: 'complex',
      auth: requireKey ? 'api-key' : 'none',
    },
    {
      id: 'practice-openai',
      provider: 'openai',
      model: 'practice-medium',
      baseUrl: `${origins.openai}/v1`,
      label: 'OpenAI practice',
      class: 'medium',
      auth: requireKey ? 'bearer' : 'none',
    },
    {
      id: 'practice-local',
      provider: 'openai-compatible',
      model: 'practice-small',
      baseUrl: `${origins.local}/v1`,
      label: 'Local practice',
      class: 'simple',
      auth: 'none',
    },
  ];
  return { 'steadfast.targets': targets, 'steadfast.chain': targets.map(({ id }) => id) };
}
