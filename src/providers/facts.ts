/** What can be known of a provider without loading it. */
export interface ProviderFacts {
  /** What `Target.provider` says. */
  readonly name: string;
  /** What people call it. */
  readonly label: string;
  /** Where requests go when the user names no address; undefined: the user must. */
  readonly baseUrl?: string;
  /** Stands for an address where there is none. Then no key is used. */
  readonly fixedOrigin?: string;
  /** How the key is sent when the user says nothing. */
  readonly auth: 'bearer' | 'api-key' | 'none';
  /** The environment variable that usually holds a key for it. */
  readonly keyVariable?: string;
}

/** Every provider there is, without its code, so that nothing is loaded before the first question. */
export const providerFacts: readonly ProviderFacts[] = [
  {
    name: 'anthropic',
    label: 'Anthropic',
    baseUrl: 'https://api.anthropic.com',
    auth: 'api-key',
    keyVariable: 'ANTHROPIC_API_KEY',
  },
  {
    name: 'openai',
    label: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    auth: 'bearer',
    keyVariable: 'OPENAI_API_KEY',
  },
  { name: 'openai-compatible', label: 'OpenAI-compatible', auth: 'bearer' },
  { name: 'vscode-lm', label: 'VS Code', fixedOrigin: 'vscode-lm:', auth: 'none' },
];
