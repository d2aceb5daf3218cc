import type { FaultName, FaultOptions } from '../../../practice/exchange/fault.ts';
import type { PracticeRequest, ProviderName } from '../../../practice/exchange/request.ts';

/** The practice providers of this scene, which run in the harness: steered and seen from inside the extension host. */
export const practice = {
  /** Presses a key of the practice terminal; gives the state of all providers. */
  press: (key: string) => call<string>('press', key),
  /** Puts a fault in force at one provider, in place of the one before. */
  fault: (provider: ProviderName, fault: FaultName, options: FaultOptions = {}) =>
    call<null>('fault', provider, fault, options),
  /** Ends the fault of one provider, or of all. */
  heal: (...provider: readonly ProviderName[]) => call<null>('heal', ...provider),
  /** Every request since the start or the last `clear`, in order of arrival. */
  requests: () => call<readonly PracticeRequest[]>('requests'),
  /** Connections that are open now, at all providers. */
  openSockets: () => call<number>('openSockets'),
  /** Forgets the requests so far; faults stay. */
  clear: () => call<null>('clear'),
  /** Method and path of everything that reached the canary, which nothing may. */
  reachedCanary: () => call<readonly string[]>('sung'),
};

async function call<Result>(name: string, ...given: readonly unknown[]): Promise<Result> {
  const body = JSON.stringify(given);
  const response = await fetch(`${process.env['STEADFAST_STAGE'] ?? ''}/${name}`, { method: 'POST', body });
  return (await response.json()) as Result;
}
