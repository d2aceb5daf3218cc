import { anthropic } from './anthropic.ts';
import { openai } from './openai.ts';
import type { Provider } from './provider.ts';

/** Every provider there is. To add one: its file, its row here, its value in package.json, and the contract suite. */
export const providers: readonly Provider[] = [
  anthropic,
  openai,
  /** Local servers, gateways and other clouds that speak OpenAI's wire. */
  {
    ...openai,
    name: 'openai-compatible',
    label: 'OpenAI-compatible',
    keyVariable: undefined,
    defaultBaseUrl: undefined,
  },
];

/** The provider that a target names; undefined: there is none of that name. */
export function findProvider(name: string): Provider | undefined {
  return providers.find(provider => provider.name === name);
}
