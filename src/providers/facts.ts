import type { ProviderFacts } from '../core/model/provider.ts';

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
