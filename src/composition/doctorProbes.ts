import { Failure } from '../core/model/failure.ts';
import type { Clock } from '../core/model/clock.ts';
import type { Target } from '../core/model/target.ts';
import type { ServerProbes, ServerReply } from '../interaction/doctor/checks/serverFacts.ts';
import type { Keys } from '../interaction/targets/keyStore.ts';
import { findProvider } from '../providers/all.ts';
import { checkBaseUrl } from '../providers/http/address.ts';
import { lookUpHost, readCertificate } from '../providers/http/serverProbe.ts';
import { watchedFetch, type ReplyHead } from '../providers/http/watchedFetch.ts';

/** What looking at servers needs of the window. */
export interface ProbeSources {
  readonly clock: Clock;
  readonly keys: Pick<Keys, 'keyFor'>;
}

/** How servers are looked at: each probe is one look-up, one beginning of TLS, or one GET. */
export function createServerProbes({ clock, keys }: ProbeSources): ServerProbes {
  return {
    lookUp: (host, signal) => lookUpHost(checkBaseUrl(`https://${host}`), signal),
    certificate: (origin, signal) => readCertificate(checkBaseUrl(origin), clock.wall(), signal),
    async readKey({ origin, auth }, name) {
      await keys.keyFor({ origin, auth, keyNames: [name] });
    },
    listModels: (target, name, signal) => askForModels(target, name, { clock, keys, signal }),
  };
}

async function askForModels(
  target: Target,
  name: string,
  { clock, keys, signal }: ProbeSources & { readonly signal: AbortSignal },
): Promise<ServerReply> {
  const startedAt = clock.now();
  let head: ReplyHead | undefined;
  const reply = (): Omit<ServerReply, 'models' | 'failure'> => ({
    tookMs: (head?.nowMs ?? clock.now()) - startedAt,
    ...(head && { status: head.status }),
    ...(head?.serverMs !== undefined && { time: { serverMs: head.serverMs, hereMs: head.wallMs } }),
  });
  const ports = {
    clock,
    fetch: watchedFetch({ clock, onHead: seen => (head ??= seen) }),
    key: ({ origin, auth }: Pick<Target, 'origin' | 'auth'>) => keys.keyFor({ origin, auth, keyNames: [name] }),
  };
  try {
    const models = (await findProvider(target.provider)?.listModels(target, ports, signal)) ?? [];
    return { models, ...reply() };
  } catch (error) {
    if (signal.aborted || !(error instanceof Failure)) throw error;
    return { failure: error, ...reply() };
  }
}
