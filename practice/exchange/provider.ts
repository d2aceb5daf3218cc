import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault, FaultName, FaultOptions } from './fault.ts';
import { Limiter } from './limiter.ts';
import { Listener } from './listener.ts';
import type { ProviderName } from './request.ts';
import type { PromptCache } from '../model/promptCache.ts';
import type { Wire } from '../wires/wire.ts';

/** One provider that is played: its port, its wire, and the fault that is in force. */
export class Provider {
  readonly name: ProviderName;
  readonly wire: Wire;
  readonly limiter = new Limiter();
  readonly promptCache: PromptCache;
  readonly listener: Listener;
  #fault: Fault | undefined;
  #left = 0;

  constructor(name: ProviderName, { wire, promptCache }: Speaking, handle: Handle) {
    this.name = name;
    this.promptCache = promptCache;
    this.wire = wire;
    this.listener = new Listener((request, response) => handle(this, request, response));
  }

  /** The fault in force; undefined when healthy. */
  get fault(): Fault | undefined {
    return this.#fault;
  }

  /** Puts a fault in force in place of the one before. */
  break(name: FaultName, options: FaultOptions): void {
    this.#fault = { name, options };
    this.#left = options.times ?? Infinity;
    if (name === 'down') this.listener.close();
    else this.listener.open();
  }

  heal(): void {
    this.#fault = undefined;
    this.listener.open();
  }

  /** The fault for the next request; one that was to hit a number of requests is over after them. */
  takeFault(): Fault | undefined {
    const fault = this.#fault;
    this.#left -= 1;
    if (this.#left <= 0) this.#fault = undefined;
    return fault;
  }
}

/** The protocol of a provider, and what it remembers. */
export interface Speaking {
  readonly wire: Wire;
  readonly promptCache: PromptCache;
}

/** What answers a request to a provider. */
export type Handle = (provider: Provider, request: IncomingMessage, response: ServerResponse) => void;
