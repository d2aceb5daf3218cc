import type { FaultName } from './exchange/fault.ts';
import type { Provider } from './exchange/provider.ts';
import type { ProviderName } from './exchange/request.ts';

/** A key and what it does, for a legend. */
export interface KeyTitle {
  readonly key: string;
  readonly title: string;
}

interface FaultKey extends KeyTitle {
  readonly fault: FaultName;
}

const providerKeys: readonly (KeyTitle & { readonly provider: ProviderName })[] = [
  { key: '1', provider: 'anthropic', title: 'choose the Anthropic practice provider' },
  { key: '2', provider: 'openai', title: 'choose the OpenAI practice provider' },
  { key: '3', provider: 'local', title: 'choose the local practice provider' },
];

const faultKeys: readonly FaultKey[] = [
  { key: 'd', fault: 'down', title: 'down: connections are refused' },
  { key: 'r', fault: 'reset', title: 'reset: connections break before any answer' },
  { key: 'g', fault: 'hang', title: 'hang: requests are never answered' },
  { key: 'n', fault: 'silent', title: 'silent: headers, then nothing' },
  { key: 's', fault: 'stall', title: 'stall: the answer stops in the middle, the connection stays' },
  { key: 'c', fault: 'cut', title: 'cut: the answer ends in the middle' },
  { key: 'j', fault: 'invalid-json', title: 'invalid JSON in the middle of the answer' },
  { key: 'l', fault: 'rate-limit', title: 'rate limit: 429, try again later' },
  { key: 'o', fault: 'overloaded', title: 'overloaded: 529 or 503' },
  { key: 'e', fault: 'server-error', title: 'server error: 500' },
  { key: 'u', fault: 'unauthorized', title: 'unauthorized: 401, the key is not accepted' },
  { key: 'p', fault: 'quota', title: 'quota: no credit left' },
  { key: 'w', fault: 'slow', title: 'slow: a long wait, then a drip' },
  { key: 'm', fault: 'empty', title: 'empty: an answer without text' },
  { key: 'f', fault: 'refusal', title: 'refusal: it declines to answer' },
  { key: 'k', fault: 'thought-out', title: 'thought out: thinking uses up all its tokens' },
  { key: 'z', fault: 'nonsense', title: 'nonsense: an answer to nothing that was asked' },
  { key: 'v', fault: 'no-model', title: 'no model: 404' },
  { key: 't', fault: 'html', title: 'login page: HTML instead of an answer' },
];

const otherKeys: readonly KeyTitle[] = [
  { key: 'h', title: 'heal the chosen provider' },
  { key: 'H', title: 'heal all providers' },
  { key: 'x', title: 'take all providers down' },
  { key: '?', title: 'what is in force now' },
];

/** The keys of the terminal: one chooses a provider, the others make it fail or heal it. */
export class Keyboard {
  readonly keys: readonly KeyTitle[] = [...providerKeys, ...faultKeys, ...otherKeys].map(({ key, title }) => ({
    key,
    title,
  }));
  readonly #providers: Readonly<Record<ProviderName, Provider>>;
  #chosen: ProviderName = 'anthropic';

  constructor(providers: Readonly<Record<ProviderName, Provider>>) {
    this.#providers = providers;
  }

  /** Does what the key stands for; returns the state of all providers, or what the key should have been. */
  press(key: string): string {
    const provider = providerKeys.find(row => row.key === key);
    const fault = faultKeys.find(row => row.key === key);
    if (provider !== undefined) this.#chosen = provider.provider;
    else if (fault !== undefined) this.#providers[this.#chosen].break(fault.fault, {});
    else if (key === 'h') this.#providers[this.#chosen].heal();
    else if (key === 'H') Object.values(this.#providers).forEach(one => one.heal());
    else if (key === 'x') Object.values(this.#providers).forEach(one => one.break('down', {}));
    else if (key !== '?')
      return `No such key: ${JSON.stringify(key)}. Keys: ${this.keys.map(row => row.key).join(' ')}`;
    return this.#state();
  }

  #state(): string {
    const states = providerKeys.map(({ provider }) => {
      const mark = provider === this.#chosen ? '> ' : '';
      return `${mark}${provider}: ${this.#providers[provider].fault?.name ?? 'healthy'}`;
    });
    return `practice  ${states.join('   ')}`;
  }
}
