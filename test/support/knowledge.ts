import type { Knowledge } from '../../src/interaction/settings/targetEntry.ts';
import { checkBaseUrl } from '../../src/providers/http/address.ts';

/** The world as tests have it: some providers, and the true check of addresses. */
export const knowledge: Knowledge = {
  providers: [
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
  ],
  checkAddress: checkBaseUrl,
};
