import { reasonOf, unlessAborted } from '../../core/model/clock.ts';
import { Failure } from '../../core/model/failure.ts';
import { checkBaseUrl } from './address.ts';
import type { Address } from './address.ts';
import type { Endpoint, Ports } from '../../core/model/provider.ts';
import { createTransport } from './transport.ts';
import type { Transport } from './transport.ts';

/** Where an endpoint is, and the only way there. */
export interface Connection {
  readonly address: Address;
  readonly transport: Transport;
}

/** Opens the line to an endpoint; nothing is sent yet. Throws Failure('bad-address'). */
export function openConnection(endpoint: Endpoint, ports: Ports): Connection {
  const address = checkBaseUrl(endpoint.baseUrl);
  if (address.origin !== endpoint.origin) {
    throw new Failure('bad-address', { code: 'origin', sent: 'no', facts: { host: address.host } });
  }
  return { address, transport: createTransport(address, ports.clock, ports.fetch) };
}

/** The key to send; undefined: none is wanted. Throws Failure('no-key'), ('key-store'), or ('auth') for one that cannot be sent. */
export async function keyOfTarget(endpoint: Endpoint, ports: Ports): Promise<string | undefined> {
  if (endpoint.auth === 'none') return undefined;
  const key = (await ports.key(endpoint))?.trim();
  if (!key) throw new Failure('no-key', { sent: 'no' });
  // fetch would refuse it too, but with an error that quotes it
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Failure('auth', { code: 'unsendable', sent: 'no' });
  return key;
}

/** The header that carries the key; `keyHeader` is the wire's own name for `auth: 'api-key'`. */
export function keyHeaders(
  auth: Endpoint['auth'],
  keyHeader: string,
  key: string | undefined,
): Readonly<Record<string, string>> {
  if (key === undefined) return {};
  return auth === 'api-key' ? { [keyHeader]: key } : { authorization: `Bearer ${key}` };
}

/**
 * Runs work that ends with the signal: rejects at once with its reason, and closes whatever the work had open, as it does
 * when the work fails. Leaves no listener on the signal.
 */
export async function abortable<T>(signal: AbortSignal, work: (stop: AbortController) => Promise<T>): Promise<T> {
  if (signal.aborted) throw reasonOf(signal);
  const stop = new AbortController();
  try {
    return await unlessAborted(work(stop), signal);
  } catch (error) {
    stop.abort();
    throw error;
  }
}
