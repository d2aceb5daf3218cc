import { reasonOf } from '../../core/model/clock.ts';
import type { FaultInjection } from '../../core/faultInjection.ts';
import type { Target } from '../../core/model/target.ts';
import { injectedReply, type InjectedTexts } from './injectedReply.ts';
import { questionOf } from '../../core/model/attemptKey.ts';
import { requestHeader } from '../http/requestWatch.ts';

type Fetch = typeof globalThis.fetch;

export interface InjectedFetchParts {
  readonly injection: Pick<FaultInjection, 'plays' | 'script'>;
  /** The target whose requests pass here. */
  readonly target: Target;
  /** Looked up at every request: what a person reads in place of an answer, in his language. */
  readonly words: () => InjectedTexts;
  /** For requests that are not played. Default: the host's global one, looked up at every call. */
  readonly fetch?: Fetch;
}

/**
 * The `fetch` of one target while a fault is injected. A request that the fault is played on is not sent: what comes back
 * is made here, in the form of the target's wire, and fails in the transport, the watchdogs and the layers as the real
 * thing would. All other requests are real.
 */
export function injectedFetch({ injection, target, words, fetch }: InjectedFetchParts): Fetch {
  return async (input, init = {}) => {
    const question = questionOf(new Headers(init.headers).get(requestHeader) ?? '');
    if (!injection.plays(question, target)) return (fetch ?? globalThis.fetch)(input, init);
    const reply = injectedReply(injection.script.fault, target, words());
    const signal = init.signal ?? new AbortController().signal;
    if (signal.aborted) throw reasonOf(signal);
    switch (reply.is) {
      case 'nothing':
        return never(signal);
      case 'no-connection':
        throw new TypeError('fetch failed', { cause: Object.assign(new Error(reply.code), { code: reply.code }) });
      case 'refusal':
        return new Response(JSON.stringify(reply.body), {
          status: reply.status,
          headers: { 'content-type': 'application/json', ...reply.headers },
        });
      case 'stream':
        return new Response(streamOf(reply.text, reply.then, signal), {
          headers: { 'content-type': 'text/event-stream' },
        });
    }
  };
}

/** Settles only when it is given up. */
function never(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(reasonOf(signal)), { once: true });
  });
}

/** A body that holds this text; then it ends, or stays open until it is given up. */
function streamOf(text: string, then: 'end' | 'silence', signal: AbortSignal): ReadableStream<Uint8Array> {
  let giveUp = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      if (then === 'end') return controller.close();
      giveUp = () => controller.error(reasonOf(signal));
      signal.addEventListener('abort', giveUp, { once: true });
    },
    cancel() {
      signal.removeEventListener('abort', giveUp);
    },
  });
}
