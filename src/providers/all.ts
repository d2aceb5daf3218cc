import { anthropic } from './anthropic.ts';
import { openai } from './openai.ts';
import type { Provider } from '../core/model/provider.ts';
import { vscodeLm } from './vscodeLm.ts';

/** The code of every provider; what is known of each without loading it: providerFacts.ts. */
export const providers: readonly Provider[] = [
  anthropic,
  openai,
  /** Local servers, gateways and other clouds with OpenAI's protocol. */
  { ...openai, name: 'openai-compatible' },
  vscodeLm,
];

/** The provider that a target names; undefined: there is none of that name. */
export function findProvider(name: string): Provider | undefined {
  return providers.find(provider => provider.name === name);
}
