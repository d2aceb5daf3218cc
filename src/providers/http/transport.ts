import { unlessAborted, type Clock } from '../../core/model/clock.ts';
import { asFailure, Failure } from '../../core/model/failure.ts';
import type { Address } from './address.ts';
import type { ApiError } from '../errors/apiError.ts';
import { networkFailure } from './networkFailure.ts';
import { refusedResponse } from './refusedResponse.ts';
import { requestHeader, tooManyEncodings, watchRequest } from './requestWatch.ts';

type Fetch = typeof globalThis.fetch;

/** One request, as it is to leave. */
export interface Call {
  /** The question's id. */
  readonly id: string;
  /** Every header that leaves, besides those that fetch itself must add. What an SDK or the environment adds does not. */
  readonly headers: Readonly<Record<string, string>>;
  /** Masked in whatever the server says. */
  readonly key: string | undefined;
  /** Learns from a refused request what the target does not take; the parameter's name, or undefined. */
  readonly learn: (complaint: ApiError) => string | undefined;
  readonly onStage: (stage: 'connected' | 'sent') => void;
}

/** What one target's requests go through. */
export interface Transport {
  /** For an SDK's `fetch` option. Works only inside `call`. */
  readonly fetch: Fetch;
  /**
   * Makes one call. `send` must hand the given header to the SDK: by it the call is known again in `fetch`. Resolves with
   * a response of the right origin and status 2xx; anything else rejects with a Failure or a Refusal.
   */
  call(call: Call, send: (headers: Readonly<Record<string, string>>) => Promise<Response>): Promise<Response>;
}

/**
 * The only way out: refuses redirects and other origins, lets no header pass that is not in `Call`, and makes a
 * Failure of everything that goes wrong. `fetch` undefined: the host's global one, looked up at every call.
 */
export function createTransport(address: Address, clock: Clock, fetch: Fetch | undefined): Transport {
  const calls = new Map<string, CallState>();
  let count = 0;

  const guarded = async (url: URL | string, init: RequestInit = {}): Promise<Response> => {
    const state = calls.get(new Headers(init.headers).get(callHeader) ?? '');
    if (state === undefined) throw strange(url);
    try {
      if (new URL(url).origin !== address.origin) throw strange(url);
      const response = await send(url, init, { call: state.call, address, clock, fetch: fetch ?? globalThis.fetch });
      if (response.headers.get('content-encoding')?.includes(tooManyEncodings)) {
        await response.body?.cancel();
        throw new Failure('malformed', { code: 'encoding', status: response.status });
      }
      const refused = await refusedResponse(response, { ...state.call, address }, clock);
      if (refused !== undefined) throw refused;
      return response;
    } catch (error) {
      state.error = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  };

  return {
    fetch: guarded as Fetch, // the SDKs call it with an address and fields, never with a Request
    async call(call, send) {
      const id = String(++count);
      const state: CallState = { call };
      calls.set(id, state);
      try {
        return await send({ [callHeader]: id });
      } catch (error) {
        throw state.error ?? asFailure(error); // what an SDK makes of an error says less than the error
      } finally {
        calls.delete(id);
      }
    },
  };
}

interface CallState {
  readonly call: Call;
  error?: Error;
}

/** Carries a call through an SDK; it never leaves. */
const callHeader = 'x-steadfast-call';

interface Way {
  readonly call: Call;
  readonly address: Address;
  readonly clock: Clock;
  readonly fetch: Fetch;
}

/** A request that cannot be watched counts as connected and sent after this long, ms: less than any connect limit. */
const unseenMs = 500;

async function send(url: URL | string, init: RequestInit, { call, address, clock, fetch }: Way): Promise<Response> {
  const watch = watchRequest(call.id, address.origin, call.onStage);
  const cancel = clock.after(unseenMs, () => watch.stage === 'unseen' && markSent(call));
  const fields = fieldsOf(init, call);
  try {
    // a fetch that never settles (undici #5360) would hold the SDK, and its timer, for ever
    return await (fields.signal ? unlessAborted(fetch(url, fields), fields.signal) : fetch(url, fields));
  } catch (error) {
    const sent = watch.stage === 'waiting' ? 'no' : 'maybe';
    throw networkFailure(error, address, { sent, status: watch.status });
  } finally {
    cancel();
    watch.stop();
  }
}

function markSent({ onStage }: Call): void {
  onStage('connected');
  onStage('sent');
}

function fieldsOf({ method, body, signal }: RequestInit, { headers, id }: Call): RequestInit {
  return {
    method: method ?? 'GET',
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      'user-agent': 'steadfast',
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
      [requestHeader]: id,
    },
    ...(body ? { body } : {}),
    ...(signal ? { signal } : {}),
  };
}

/** An SDK that asks elsewhere, or on its own account (for a token, say), is stopped. */
function strange(url: URL | string): Failure {
  return new Failure('bad-address', { code: 'origin', sent: 'no', facts: { host: new URL(url).host } });
}
