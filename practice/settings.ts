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
  readonly contextWindow: number;
  /** US dollars for a million tokens; the local one costs nothing. */
  readonly price?: { readonly input: number; readonly output: number };
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
      contextWindow: 200_000,
      price: { input: 3, output: 15 },
    },
    {
      id: 'practice-openai',
      provider: 'openai',
      model: 'practice-medium',
      baseUrl: `${origins.openai}/v1`,
      label: 'OpenAI practice',
      class: 'medium',
      auth: requireKey ? 'bearer' : 'none',
      contextWindow: 128_000,
      price: { input: 1, output: 4 },
    },
    {
      id: 'practice-local',
      provider: 'openai-compatible',
      model: 'practice-small',
      baseUrl: `${origins.local}/v1`,
      label: 'Local practice',
      class: 'simple',
      auth: 'none',
      contextWindow: 8_192,
    },
  ];
  return { 'steadfast.targets': targets, 'steadfast.chain': targets.map(({ id }) => id) };
}
